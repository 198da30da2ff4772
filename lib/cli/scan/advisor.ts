/** Asks Vulnerability Advisor 4 for the report on an image, and waits while it has none. */
import { parseJson } from '../input';
import { refuse } from '../refusal';
import { World } from '../world';
import { accountOf, iamToken } from './credentials';
import { ask, baseUrl } from './http';
import { ImageReference } from './image-reference';
import { A_REPORT, PENDING, Report, readReport } from './report';

export interface Request {
  readonly image: ImageReference;
  readonly account?: string;
  /** How many seconds to wait for the scan to come to its end. */
  readonly wait: number;
}

const WHOM = 'Vulnerability Advisor';
const PAUSE = 10_000;
const SILENCE = 30_000;

/** The report, as far as the scan has come when the wait is over. */
export async function fetchReport(
  world: World,
  { image, account, wait }: Request,
): Promise<Report> {
  const base = baseUrl(world, 'CE_GUARD_ADVISOR_URL', `https://${image.host}`);
  const token = await iamToken(world);
  const headers = { Authorization: `Bearer ${token}`, Account: accountOf(account, token) };
  const url = `${base}/va/api/v4/report/image/${encodeURIComponent(image.name)}`;
  const start = world.now();
  let told = start;
  for (;;) {
    const { status, body } = await ask(world, { whom: WHOM, url, headers });
    const report = status === 200 ? reportOf(body) : undefined;
    if (report && !PENDING.includes(report.status)) return report;
    // an image that was pushed a moment ago may not be known yet.
    if (!report && status !== 404) refuseStatus(status);
    const left = start + wait * 1000 - world.now();
    if (left <= 0) return report ?? refuseStatus(status);
    if (world.now() - told >= SILENCE) {
      told = world.now();
      const waited = Math.round((told - start) / 1000);
      world.tell(`${report?.status ?? 'no report yet'}; waited ${waited} s of ${wait} s\n`);
    }
    await world.sleep(Math.min(PAUSE, left));
  }
}

const reportOf = (body: string): Report =>
  readReport(parseJson(body, { at: WHOM, expected: A_REPORT }), WHOM);

const REMEDIES: Readonly<Record<number, string>> = {
  400: 'look at the name of the image and at the account',
  401: 'take a new IAM token',
  403: 'grant the identity a role with `container-registry.exemption.list` in the namespace',
  404: 'look whether the image was pushed and has a tag, or give it time with --wait',
};

// the body may repeat what was sent: it is not shown.
const refuseStatus = (status: number): never =>
  refuse({ at: WHOM, got: `${status}`, expected: A_REPORT, remedy: REMEDIES[status] });
