/** The verdict for people. */
import { plain } from '../plain';
import { Finding, Verdict } from './judge';

const RED = '31';
const GREEN = '32';
const YELLOW = '33';

/** The verdict as lines; all that comes from outside is in the middle of one, made plain. */
export function textOf(verdict: Verdict, { colour }: { readonly colour: boolean }): string {
  const paint = (word: string, code: string, width = 0) =>
    colour ? `\u001b[${code}m${word.padEnd(width)}\u001b[0m` : word.padEnd(width);
  const { findings, problems, passed } = verdict;
  const rows = [
    ...findings.map((it) => [kindOf(it), findingLine(it)] as const),
    ...problems.map((it) => [it.fails ? 'fails' : 'warning', plain(it.text)] as const),
  ];
  const codes = { fails: RED, exempt: GREEN, listed: '0', warning: YELLOW };
  const failing = findings.filter(({ fails }) => fails).length;
  const count = `${failing} of ${findings.length} findings ${failing === 1 ? 'fails' : 'fail'}`;
  return [
    `image ${plain(verdict.image ?? 'of the report')}, status ${plain(verdict.status)}`,
    ...rows.map(([kind, line]) => `  ${paint(kind, codes[kind], 7)}  ${line}`),
    `${passed ? paint('the gate passes', GREEN) : paint('the gate fails', RED)}: ${count}`,
    '',
  ].join('\n');
}

function kindOf({ fails, exempt }: Finding) {
  if (fails) return 'fails';
  return exempt ? 'exempt' : 'listed';
}

function findingLine({ exempt, ...it }: Finding): string {
  const parts = [
    it.id,
    it.severity ?? 'no severity',
    `${it.package ?? 'no package named'} ${it.installed ?? ''}`.trim(),
    it.fixed === null ? (it.advice ?? 'no fix') : `fixed in ${it.fixed}`,
    ...(it.notice === null ? [] : [it.notice]),
  ];
  if (exempt?.by === 'registry') parts.push('exempt in the registry');
  if (exempt?.by === 'file') {
    parts.push(`exempt until ${exempt.until}, ${exempt.owner}: ${exempt.reason}`);
  }
  return parts.map(plain).join(' · ');
}
