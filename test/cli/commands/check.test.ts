import * as fs from 'fs';
import * as fc from 'fast-check';
import { readWaivers } from '../../../lib/cli/check/waiver-file';
import { main } from '../../../lib/cli/main';
import { RULES } from '../../../lib/policy/rules';
import { FORMATS } from '../../../lib/report/format';
import { textOf } from '../../kit/fresh';
import { CANARY } from '../../kit/samples';
import { inTemporaryFolder } from '../../kit/temporary';
import { planOf } from '../../kit/rules';
import { recorder } from '../recorder';

const OPEN = { resource: { ibm_code_engine_app: { web: { name: 'web' } } } };
const CLOSED = {
  resource: { ibm_code_engine_app: { web: { managed_domain_mappings: 'local' } } },
};
const LATER = {
  resource: { ibm_code_engine_app: { web: { managed_domain_mappings: '${var.x}' } } },
};
const LAYER7 = ['--pack', 'layer7'];

async function check(args: readonly string[], stdin?: unknown) {
  const text = typeof stdin === 'string' ? stdin : JSON.stringify(stdin);
  const world = recorder(stdin === undefined ? {} : { stdin: text });
  const code = await main(['check', ...args], world);
  return { code, ...world.said };
}

test('what is broken ends with 1, what is kept with 0, and what is unknown as asked', async () => {
  expect((await check(['-', ...LAYER7], OPEN)).code).toBe(1);
  expect((await check(['-', ...LAYER7], CLOSED)).code).toBe(0);
  expect((await check(['-', ...LAYER7], LATER)).code).toBe(0);
  expect((await check(['-', ...LAYER7, '--fail-on-unknown'], LATER)).code).toBe(4);
  expect((await check(['-', ...LAYER7, '--fail-on', 'critical'], OPEN)).code).toBe(0);
});

test('a plan is judged like what it was made of', async () => {
  const { code, out } = await check(['-', ...LAYER7], planOf(OPEN));
  expect(code).toBe(1);
  expect(out).toContain('workloads/app-not-public');
});

test('a finding of before does not stop a pipeline again', async () => {
  await inTemporaryFolder(async (dir) => {
    const { out } = await check(['-', ...LAYER7, '--format', 'json'], OPEN);
    fs.writeFileSync(`${dir}/before.json`, out);
    const { code } = await check(['-', ...LAYER7, '--baseline', `${dir}/before.json`], OPEN);
    expect(code).toBe(0);
  });
});

test('a file of waivers excuses what a plan cannot excuse itself', async () => {
  await inTemporaryFolder(async (dir) => {
    const until = '2999-12-31';
    const [reason, owner] = ['serves the public catalogue', 'team shop'];
    const rules = ['workloads/app-not-public'];
    const address = 'ibm_code_engine_app.web';
    const waivers = rules.map((rule) => ({ address, rule, reason, owner, until }));
    fs.writeFileSync(`${dir}/waivers.json`, JSON.stringify(waivers));
    const args = ['-', '--format', 'json', '--waivers', `${dir}/waivers.json`];
    const { out } = await check(args, planOf(OPEN));
    const { findings } = JSON.parse(out) as { findings: { rule: string; verdict: string }[] };
    expect(findings.find((it) => it.rule === rules[0])?.verdict).toBe('waived');
  });
});

test('a rule of one’s own stands in every report, and takes waivers', async () => {
  await inTemporaryFolder(async (dir) => {
    const rule = `{ id: 'acme/never-kept', title: 'nobody keeps it', severity: 'critical',
      types: ['ibm_code_engine_app'], remedy: 'give up', controls: ['ACME 7'],
      judge: (app) => ({ outcome: 'breaks', fact: 'it is called ' + app.text('name') }) }`;
    fs.writeFileSync(`${dir}/rules.js`, `module.exports = [${rule}]`);
    const args = ['-', ...LAYER7, '--rules', `${dir}/rules.js`];
    for (const format of FORMATS) {
      const { code, out } = await check([...args, '--format', format], OPEN);
      expect([format, code]).toEqual([format, 1]);
      for (const part of ['acme/never-kept', 'it is called web']) expect(out).toContain(part);
    }
    const waiver = { address: 'ibm_code_engine_app.web', rule: 'acme/never-kept', owner: 'team' };
    const waivers = [{ ...waiver, reason: 'it cannot be kept', until: '2999-12-31' }];
    fs.writeFileSync(`${dir}/waivers.json`, JSON.stringify(waivers));
    const file = `${dir}/waivers.json`;
    const { out } = await check([...args, '--waivers', file, '--format', 'sarif'], planOf(OPEN));
    const [{ results, taxonomies }] = JSON.parse(out).runs;
    const own = results.find(({ ruleId }: any) => ruleId === 'acme/never-kept');
    expect(own.suppressions).toHaveLength(1);
    expect(taxonomies.map(({ name }: any) => name)).toContain('ACME');
  });
});

test('its page names every option, and its example of waivers is right', async () => {
  const [, page] = textOf('lib/cli/README.md').split(/\n## `(?:check|explain)/);
  const { out } = await check(['--help']);
  const options = [...out.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, name]) => name);
  expect(options.length).toBeGreaterThan(5);
  for (const name of options.filter((it) => it !== '--help')) expect(page).toContain(`\`${name}`);
  const [, example] = /```json\n(\[[\s\S]*?)```/.exec(page)!;
  const ids = RULES.map(({ id }) => id);
  expect(readWaivers(JSON.parse(example), 'w.json', ids)).toHaveLength(1);
});

test('what rules look at goes to other engines', async () => {
  const { code, out } = await check(['-', '--emit-input'], OPEN);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ version: 1, stacks: [{ blocks: [{ values: {} }] }] });
});

test.each([
  [['-'], { terraform: {} }, /nothing that a rule looks at/],
  [['-', '--pack', 'all'], OPEN, /--pack: got "all", expected one of/],
  [['-', '--format', 'xml'], OPEN, /--format/],
  [['a', 'b'], undefined, /arguments/],
  [['nowhere'], undefined, /nowhere: got no such file or folder/],
])('arguments %p are refused in one line', async (args, stdin, said) => {
  const { code, out, told } = await check(args, stdin);
  expect([code, out]).toEqual([2, '']);
  expect(told).toMatch(said);
});

test('no secret of a plan is told', async () => {
  const plan = planOf(OPEN);
  plan.resource_changes[0].change.after.token = CANARY;
  plan.resource_changes[0].change.after_sensitive = { token: true };
  for (const format of ['text', 'json', 'sarif', 'junit', 'markdown', 'html']) {
    const { out, told } = await check(['-', '--pack', 'strict', '--format', format], plan);
    expect(out + told).not.toContain(CANARY);
  }
});

test('whatever is given, it ends with a code and a message', async () => {
  const document = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc.constantFrom(OPEN, planOf(OPEN)).chain((json) => {
      const text = JSON.stringify(json);
      return fc
        .tuple(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 8 }))
        .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));
    }),
  );
  await fc.assert(
    fc.asyncProperty(document, async (text) => {
      const { code, told } = await check(['-', '--pack', 'strict'], text);
      expect([0, 1, 2]).toContain(code);
      expect(told).not.toMatch(/\bat .*:\d+:\d+|bug in ce-guard/);
    }),
    { numRuns: 1000, seed: 1 },
  );
});
