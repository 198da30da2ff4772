import { createHash } from 'crypto';
import { Entry, Report } from './findings';
import { taxonomiesOf } from './taxonomies';
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
  const taxonomies = taxonomiesOf(used.flatMap(({ controls }) => controls));
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ce-guard',
            informationUri: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure',
            rules: used.map((rule) => descriptorOf(rule, taxonomies.target)),
            supportedTaxonomies: taxonomies.references,
          },
        },
        // code hosts keep what they know of one pack apart from what they know of another.
        automationDetails: { id: `ce-guard/${report.pack}/` },
        taxonomies: taxonomies.components,
        columnKind: 'utf16CodeUnits',
        results: resultsOf(report, used, taxonomies.target),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

type Target = (control: string) => object;

const descriptorOf = (
  { id, title, remedy, reference, severity, fix, controls }: Rule,
  target: Target,
) => ({
  id,
  name: id.replace(/(^|[/-])(\w)/g, (_, __, letter: string) => letter.toUpperCase()),
  shortDescription: { text: title },
  fullDescription: { text: `${title}; ${remedy}` },
  help: {
    text: fix ? `${remedy}\n\nTypeScript: ${fix.typescript}\nHCL: ${fix.hcl}` : remedy,
    ...(fix ? { markdown: markdownOf(remedy, fix) } : {}),
  },
  helpUri: reference,
  defaultConfiguration: { level: LEVELS[severity] },
  relationships: unique(controls).map((it) => ({ target: target(it), kinds: ['relevant'] })),
  properties: { 'security-severity': WEIGHTS[severity], tags: unique(['security', ...controls]) },
});

const markdownOf = (remedy: string, { typescript, hcl }: NonNullable<Rule['fix']>) =>
  [remedy, fenced('ts', typescript), fenced('hcl', hcl)].join('\n\n');
const fenced = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``;

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

function resultsOf({ findings, input }: Report, rules: readonly Rule[], target: Target) {
  const seen = new Map<string, number>();
  return findings.map((entry) => {
    const mark = `${entry.rule} ${entry.path ?? entry.address}`;
    const before = seen.get(mark) ?? 0;
    seen.set(mark, before + 1);
    return {
      ...resultOf(entry, rules, target),
      locations: [locationOf(entry, input)],
      partialFingerprints: {
        'rule/resource/v1': hashOf(before === 0 ? mark : `${mark} ${before}`),
      },
    };
  });
}

function resultOf(entry: Entry, rules: readonly Rule[], target: Target) {
  const ruleIndex = rules.findIndex(({ id }) => id === entry.rule);
  const { severity, controls } = rules[ruleIndex];
  const kind = KINDS[entry.verdict] ?? 'fail';
  return {
    ruleId: entry.rule,
    ruleIndex,
    kind,
    // SARIF has a level only where something failed.
    level: kind === 'fail' ? LEVELS[severity] : 'none',
    message: { text: `${entry.address}: ${entry.message}; ${entry.remedy}` },
    taxa: kind === 'fail' ? unique(controls).map(target) : [],
    suppressions: entry.waiver ? [suppressionOf(entry.waiver)] : [],
  };
}

const suppressionOf = ({ reason, owner, until }: NonNullable<Entry['waiver']>) => ({
  kind: 'external',
  status: 'accepted',
  justification: `${reason} (${owner}, until ${until})`,
});

// a result without a file is refused by code hosts: what was judged stands in for one that is not known.
const locationOf = ({ address, path, file, line = 1 }: Entry, input: string) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file ?? input) },
    region: { startLine: line },
  },
  logicalLocations: [
    { fullyQualifiedName: address, kind: 'resource' },
    ...(path === undefined ? [] : [{ fullyQualifiedName: path, kind: 'object' }]),
  ],
});

/** A file as an address: one that is relative counts from where the repository begins. */
function uriOf(file: string): string {
  const path = file.replace(/\\/g, '/').replace(/\p{Surrogate}/gu, '\ufffd');
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0] ?? '';
  const rest = path.slice(drive.length).split('/').map(encodeURIComponent).join('/');
  if (drive !== '') return `file:///${drive}${rest}`;
  // two slashes would begin the name of a host.
  return rest.startsWith('/') ? `file://${rest.replace(/^\/+/, '/')}` : rest;
}

/** The same finding has the same mark, wherever its file lies, whatever its line and however many stacks there are. */
const hashOf = (mark: string): string =>
  createHash('sha256').update(mark).digest('hex').slice(0, 32);
