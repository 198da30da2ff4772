import * as fs from 'fs';
import * as path from 'path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { Finding, Judgement } from '../../lib/policy/engine';
import { Block } from '../../lib/policy/graph';
import { PACKS, Rule, SEVERITIES } from '../../lib/policy/rule';
import { RULES as ALL } from '../../lib/policy/rules';
import { asIs } from '../../lib/policy/value';
import { reportOf } from '../../lib/report/findings';
import { sarifReport } from '../../lib/report/sarif';
import { RULES, sample } from './samples';

/** The schema of the standard, as Microsoft, who edits it, ships it. */
const SCHEMA = path.join(
  path.dirname(require.resolve('@microsoft/jest-sarif/package.json')),
  'lib/schemas/sarif-2.1.0-rtm.5.json',
);
// one of its patterns is no pattern of Unicode.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv as never);
const validate = ajv.compile(JSON.parse(fs.readFileSync(SCHEMA, 'utf8')));

/** The run in a document that keeps to the standard. */
function runOf(document: string): any {
  const json = JSON.parse(document);
  validate(json);
  expect(validate.errors ?? []).toEqual([]);
  return json.runs[0];
}
const run = () => runOf(sarifReport(sample(), RULES));

test('the schema of the standard refuses what is no SARIF', () => {
  expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } } }] })).toBe(true);
});

test('a code host gets results with their places and what excuses them', () => {
  const { tool, results } = run();
  expect(tool.driver.rules.map(({ id }: any) => id)).toEqual(RULES.map(({ id }) => id));
  const by = (kind: string) => results.filter((it: any) => it.kind === kind);
  expect(by('fail')).toHaveLength(3);
  expect(by('open')).toHaveLength(1);
  expect(by('open')[0].level).toBe('none');
  const [broken] = by('fail').filter(
    ({ ruleId, suppressions }: any) => ruleId === RULES[0].id && suppressions.length === 0,
  );
  expect(broken.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'main.tf' },
    region: { startLine: 7 },
  });
  const excused = results.flatMap(({ suppressions }: any) => suppressions);
  expect(excused).toEqual([
    {
      kind: 'external',
      status: 'accepted',
      justification: 'a page for everyone (team, until 2999-01-01)',
    },
  ]);
});

test('a rule tells which controls it serves, each in the framework that it is of', () => {
  const { tool, taxonomies, results } = run();
  const names = taxonomies.map(({ name }: any) => name);
  expect(names).toContain('NIST SP 800-53');
  expect(tool.driver.supportedTaxonomies.map(({ name }: any) => name)).toEqual(names);
  for (const { relationships } of tool.driver.rules) {
    expect(relationships).toHaveLength(RULES[0].controls.length);
    for (const { target } of relationships) {
      const { taxa } = taxonomies[target.toolComponent.index];
      expect(taxa[target.index].id).toBe(target.id);
    }
  }
  const [failed] = results.filter(({ kind }: any) => kind === 'fail');
  expect(failed.taxa).toHaveLength(RULES[0].controls.length);
});

test('every control of every rule has a framework with a page of its own', () => {
  const findings = ALL.map((rule): Finding => ({ ...FINDING, rule, outcome: 'breaks' }));
  const judgement = { findings, kept: 0, checked: 1, unused: [] };
  const report = reportOf(new Map([['', judgement]]), { input: 'x', pack: 'strict' });
  const { taxonomies } = runOf(sarifReport(report, ALL));
  expect(taxonomies.map(({ name }: any) => name).sort()).toEqual([
    'CIS IBM Cloud Foundations Benchmark',
    'IBM Cloud Framework for Financial Services',
    'NIST SP 800-53',
    'OWASP Top 10',
  ]);
  for (const { informationUri } of taxonomies) expect(informationUri).toMatch(/^https:/);
});

const BLOCK: Block = {
  ...{
    address: 'ibm_cis.it',
    kind: 'resource',
    type: 'ibm_cis',
    body: {},
    read: asIs,
    waivers: [],
  },
};
const FINDING: Finding = {
  ...{ rule: RULES[0], block: BLOCK, outcome: 'breaks', severity: 'low', fact: 'x' },
};
const marksOf = (stacks: Record<string, Block[]>) => {
  const judgements = Object.entries(stacks).map(([name, blocks]): [string, Judgement] => [
    name,
    { findings: blocks.map((block) => ({ ...FINDING, block })), kept: 0, checked: 1, unused: [] },
  ]);
  const report = reportOf(new Map(judgements), { input: 'x', pack: 'strict' });
  const { results } = runOf(sarifReport(report, RULES));
  return results.map((it: any) => it.partialFingerprints['rule/resource/v1']);
};

test('the mark of a finding stays when its file, its line, or the number of stacks changes', () => {
  const made = (file: string, line: number) => ({ ...BLOCK, path: 'a/it', file, line });
  const [mark] = marksOf({ a: [made('a.tf', 1)] });
  expect(mark).toMatch(/^[0-9a-f]{32}$/);
  expect(marksOf({ a: [made('b/c.tf', 9)] })).toEqual([mark]);
  expect(marksOf({ a: [made('a.tf', 1)], b: [{ ...BLOCK, path: 'b/it' }] })).toContain(mark);
});

test('two findings never have the same mark', () => {
  const marks = marksOf({ a: [BLOCK, { ...BLOCK, address: 'ibm_cis.other' }, BLOCK] });
  expect(new Set(marks).size).toBe(3);
});

test('where no file is known, a place is named all the same: code hosts refuse results without', () => {
  const judgement = { findings: [FINDING], kept: 0, checked: 1, unused: [] };
  const report = reportOf(new Map([['', judgement]]), { input: 'stdin', pack: 'strict' });
  const [{ locations }] = runOf(sarifReport(report, RULES)).results;
  expect(locations[0].physicalLocation.artifactLocation.uri).toBe('stdin');
});

test.each([
  ['/home/a b/main.ts', 'file:///home/a%20b/main.ts'],
  ['C:\\code\\main.ts', 'file:///C:/code/main.ts'],
  ['a#b/100%?.tf', 'a%23b/100%25%3F.tf'],
  ['./a:b.tf', './a%3Ab.tf'],
])('the file %s is the address %s', (file, uri) => {
  const finding = { ...FINDING, block: { ...BLOCK, file } };
  const judgement = { findings: [finding], kept: 0, checked: 1, unused: [] };
  const report = reportOf(new Map([['', judgement]]), { input: 'x', pack: 'strict' });
  const [{ locations }] = runOf(sarifReport(report, RULES)).results;
  expect(locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});

describe('whatever was found', () => {
  // lone halves of characters, controls, markup, and what is written from right to left.
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('\ud800', '<script>', '\u202e', '../a', 'C:\\x', '', '%', '#'),
  );
  const name = text.filter((it) => it !== '');
  const rule = fc.record({
    title: name,
    remedy: name,
    severity: fc.constantFrom(...SEVERITIES),
    controls: fc.array(fc.oneof(name, fc.constantFrom(...ALL.flatMap((it) => it.controls)))),
    fix: fc.option(fc.record({ typescript: name, hcl: name }), { nil: undefined }),
    reference: fc.constantFrom(undefined, 'https://example.com/a?b=c#d'),
  });
  const rules = fc
    .array(rule, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((it, index): Rule => ({ ...RULES[0], ...it, id: `acme/rule-${index}` })));
  const block = fc.record(
    { address: name, path: text, file: text, line: fc.integer({ min: 1 }) },
    { requiredKeys: ['address'] },
  );
  const waiver = fc.record({ rule: text, reason: text, owner: text, until: text });
  const outcome = fc.constantFrom('breaks', 'waived', 'unknown', 'manual', 'crashed');
  const finding = fc.record({
    at: fc.nat(),
    block,
    outcome,
    fact: text,
    note: fc.option(text, { nil: undefined }),
    waiver: fc.option(waiver, { nil: undefined }),
  });
  const stacks = fc.dictionary(name, fc.array(finding, { maxLength: 5 }), { maxKeys: 3 });

  test('the document keeps to the standard', () => {
    fc.assert(
      fc.property(rules, stacks, text, fc.constantFrom(...PACKS), (asked, found, input, pack) => {
        const judgements = Object.entries(found).map(([stack, all]): [string, Judgement] => {
          const findings = all.map(({ at, block: place, outcome: verdict, ...rest }): Finding => {
            const its = asked[at % asked.length];
            const base = { rule: its, severity: its.severity, block: { ...BLOCK, ...place } };
            return { ...base, outcome: verdict as Finding['outcome'], ...rest };
          });
          return [stack, { findings, kept: 0, checked: all.length, unused: [] }];
        });
        const report = reportOf(new Map(judgements), { input, pack });
        const { results } = runOf(sarifReport(report, asked));
        expect(results).toHaveLength(report.findings.length);
      }),
      { numRuns: 500 },
    );
  });
});
