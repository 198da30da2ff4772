import { createHash } from 'crypto';
import { Entry, Report } from './findings';
import { Rule, Severity } from '../policy/rule';

const LEVELS: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};
const WEIGHTS: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.0',
  low: '2.0',
};
const KINDS: Readonly<Record<string, string>> = { unknown: 'open', manual: 'review' };

/** A report as SARIF 2.1.0 has it, for code hosts. */
export function sarifReport(report: Report, rules: readonly Rule[]): string {
  const used = rules.filter(({ id }) => report.findings.some(({ rule }) => rule === id));
  const controls = [...new Set(used.flatMap((rule) => rule.controls))].sort();
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ce-guard',
            informationUri: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure',
            rules: used.map(descriptorOf),
            supportedTaxonomies: [{ name: 'controls' }],
          },
        },
        taxonomies: [{ name: 'controls', taxa: controls.map((id) => ({ id, name: id })) }],
        results: report.findings.map((it) => resultOf(it, used)),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const descriptorOf = ({ id, title, remedy, reference, severity, fix, controls }: Rule) => ({
  id,
  name: id.replace(/(^|[/-])(\w)/g, (_, __, letter: string) => letter.toUpperCase()),
  shortDescription: { text: title },
  help: { text: `${remedy}\n\nTypeScript: ${fix.typescript}\nHCL: ${fix.hcl}` },
  helpUri: reference,
  defaultConfiguration: { level: LEVELS[severity] },
  properties: { 'security-severity': WEIGHTS[severity], tags: ['security', ...controls] },
});

function resultOf(entry: Entry, rules: readonly Rule[]) {
  const rule = rules.find(({ id }) => id === entry.rule)!;
  const kind = KINDS[entry.verdict] ?? 'fail';
  return {
    ruleId: entry.rule,
    ruleIndex: rules.indexOf(rule),
    kind,
    // SARIF has a level only where something failed.
    level: kind === 'fail' ? LEVELS[rule.severity] : 'none',
    message: { text: `${entry.address}: ${entry.message}; ${entry.remedy}` },
    locations: [locationOf(entry)],
    partialFingerprints: { 'rule/address/v1': fingerprintOf(entry) },
    taxa: rule.controls.map((id) => ({ id, toolComponent: { name: 'controls' } })),
    ...(entry.waiver
      ? { suppressions: [{ kind: 'external', justification: entry.waiver.reason }] }
      : {}),
  };
}

const locationOf = ({ address, path, file, line = 1 }: Entry) => ({
  ...(file === undefined
    ? {}
    : {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replace(/\\/g, '/')) },
          region: { startLine: line },
        },
      }),
  logicalLocations: [
    { fullyQualifiedName: address, kind: 'resource' },
    ...(path === undefined ? [] : [{ fullyQualifiedName: path, kind: 'object' }]),
  ],
});

/** The same finding has the same mark, wherever its file lies and whatever its line. */
const fingerprintOf = ({ rule, address }: Entry): string =>
  createHash('sha256').update(`${rule} ${address}`).digest('hex').slice(0, 32);
