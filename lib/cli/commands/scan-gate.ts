/** `ce-guard scan-gate`: stops a pipeline at an image with vulnerabilities that have a fix. */
import { Command, EXIT } from '../command';
import { nameOf, readJson } from '../input';
import { Given, Options, helpOf, readOptions } from '../options';
import { plainJson, shown } from '../plain';
import { refuse } from '../refusal';
import { World, hasColour } from '../world';
import { fetchReport } from '../scan/advisor';
import { EXEMPTIONS, readExemptions } from '../scan/exemptions';
import { textOf } from '../scan/format';
import { readImage } from '../scan/image-reference';
import { judge } from '../scan/judge';
import { A_REPORT, Report, SEVERITIES, Severity, readReport } from '../scan/report';

const LONGEST_WAIT = 3600;

type Name =
  | 'report'
  | 'image'
  | 'account'
  | 'wait'
  | 'exemptions'
  | 'severity'
  | 'unfixable'
  | 'configuration'
  | 'registry-exemptions'
  | 'format';

const OPTIONS: Options<Name> = {
  report: {
    value: 'FILE',
    help: 'the report that `ibmcloud cr va IMAGE -o json` printed; - is stdin',
  },
  image: { value: 'IMAGE', help: 'asks Vulnerability Advisor for the report on this image' },
  account: { value: 'ID', help: 'the account of the image, where the IAM token does not tell' },
  wait: { value: 'SECONDS', help: 'with --image: waits for a scan under way, at most an hour' },
  exemptions: { value: 'FILE', help: 'the findings that a team has decided to live with' },
  severity: {
    value: 'LEVEL',
    help: `the least that fails: ${SEVERITIES.join(', ')}; high unless told`,
    choices: SEVERITIES,
  },
  unfixable: { help: 'findings without a fix fail too' },
  configuration: { help: 'configuration issues fail too' },
  'registry-exemptions': { help: "the registry's own exemption policies count" },
  format: { value: 'FORMAT', help: 'text or json; text unless told', choices: ['text', 'json'] },
};

const HELP = `ce-guard scan-gate: fails on what Vulnerability Advisor found in an image

usage: ce-guard scan-gate --report FILE [options]
       ce-guard scan-gate --image IMAGE [options]

options:
${helpOf(OPTIONS)}

With --image, an IAM token comes from IAM_TOKEN, or an API key from IC_API_KEY or IBMCLOUD_API_KEY.
A finding that has no severity fails at every level: Vulnerability Advisor 4 gives none.

exit codes: 0 the image passes, 1 it does not, 2 arguments or input that cannot be used
`;

export const scanGate: Command = {
  help: HELP,

  async run(args, world) {
    const given = readOptions(args, OPTIONS);
    const wait = waitOf(given);
    // a file with mistakes is told before anything is asked or waited for.
    const exemptions = await exemptionsOf(given, world);
    const { image, report } = await reportOf(given, wait, world);
    const verdict = judge({
      image,
      report,
      exemptions,
      policy: {
        severity: (given.severity as Severity | undefined) ?? 'high',
        unfixable: 'unfixable' in given,
        configuration: 'configuration' in given,
        registryExemptions: 'registry-exemptions' in given,
      },
      now: world.now(),
    });
    const isJson = given.format === 'json';
    world.out(isJson ? `${plainJson(verdict)}\n` : textOf(verdict, { colour: hasColour(world) }));
    return verdict.passed ? EXIT.fine : EXIT.findings;
  },
};

async function exemptionsOf({ exemptions: file, report }: Given<Name>, world: World) {
  if (file === undefined) return [];
  if (file === '-' && report === '-') {
    refuse({ at: '--exemptions', got: 'stdin', expected: 'a file, beside a report on stdin' });
  }
  return readExemptions(await readJson(file, world, EXEMPTIONS), nameOf(file));
}

async function reportOf(
  { report: file, image: reference, account }: Given<Name>,
  wait: number,
  world: World,
): Promise<{ image: string | null; report: Report }> {
  if (reference === undefined && file !== undefined) {
    const json = await readJson(file, world, A_REPORT, 'an image that is not scanned yet has none');
    return { image: null, report: readReport(json, nameOf(file)) };
  }
  if (reference === undefined || file !== undefined) {
    const got = file === undefined ? 'neither' : 'both';
    return refuse({ at: 'arguments', got, expected: 'either --report or --image' });
  }
  const image = readImage(reference);
  if (!image.hasDigest) {
    world.tell('--image: a tag can move; give the digest that is deployed\n');
  }
  return { image: image.text, report: await fetchReport(world, { image, account, wait }) };
}

function waitOf({ wait, image, account }: Given<Name>): number {
  for (const [name, value] of Object.entries({ wait, account })) {
    if (value !== undefined && image === undefined) {
      refuse({ at: `--${name}`, got: 'it without --image', expected: 'both, or neither' });
    }
  }
  const seconds = wait === undefined ? 0 : /^\d{1,5}$/.test(wait) ? Number(wait) : NaN;
  if (seconds <= LONGEST_WAIT) return seconds;
  const expected = `a whole number of seconds from 0 to ${LONGEST_WAIT}`;
  return refuse({ at: '--wait', got: shown(wait), expected });
}
