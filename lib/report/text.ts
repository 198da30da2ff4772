import { Entry, Report } from './findings';

// what hides or moves text in a terminal.
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** A report for a terminal: what is broken first, and what to do about it. */
export function textReport(report: Report, { colour = false } = {}): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { summary, unusedWaivers } = report;
  const findings = report.findings.map(seen);
  const lines = findings.flatMap((it) => [
    `${paint(HUES[it.verdict] ?? 0, label(it).padEnd(9))} ${paint(1, it.rule)}  ${place(it)}`,
    `          ${it.message}`,
    ...(it.verdict === 'breaks' ? [`          ${paint(2, `do: ${it.remedy}`)}`] : []),
    ...(it.waiver
      ? [`          ${it.waiver.reason} (${it.waiver.owner}, until ${it.waiver.until})`]
      : []),
  ]);
  const unused = unusedWaivers.map(
    ({ rule, address }) => `unused    ${rule}  the waiver at ${address} excuses nothing`,
  );
  return `${[...lines, ...unused, ...(lines.length + unused.length > 0 ? [''] : []), totals(summary)].join('\n')}\n`;
}

const seen = (entry: Entry): Entry =>
  JSON.parse(JSON.stringify(entry), (_, it: unknown) =>
    typeof it === 'string' ? it.replace(UNSEEN, ' ') : it,
  ) as Entry;

const HUES: Readonly<Record<string, number>> = { breaks: 31, crashed: 35, unknown: 33, waived: 36 };

const label = ({ verdict, severity }: Entry): string => (verdict === 'breaks' ? severity : verdict);

/** The resource, and where it was written: a line, or else the construct. */
const place = ({ address, file, line, path }: Entry): string => {
  const at = file === undefined ? path : `${file}${line === undefined ? '' : `:${line}`}`;
  return [address, ...(at === undefined ? [] : [at])].join('  ');
};

const totals = ({ checked, holds, breaks, waived, unknown, manual, crashed }: Report['summary']) =>
  [
    `${checked} blocks checked`,
    `${holds} kept`,
    `${breaks} broken`,
    `${waived} waived`,
    `${unknown} unknown`,
    ...(manual > 0 ? [`${manual} for a person`] : []),
    ...(crashed > 0 ? [`${crashed} rules crashed`] : []),
  ].join(', ');
