import { spawn } from 'child_process';
import * as fc from 'fast-check';
import * as fs from 'fs';
import * as path from 'path';
import { main } from '../../../lib/cli/main';
import { ROOT, textOf } from '../../kit/fresh';
import { inTemporaryFolder } from '../../kit/temporary';
import { Circumstances, recorder } from '../recorder';
import { IMAGE, report, vulnerability } from '../scan/reports';
import { Reply, withService } from '../scan/service';

const EXEMPTION = {
  cve: 'CVE-2026-0001',
  reason: 'the parser is never called',
  owner: 'team shop',
  until: '2026-03-31',
};

/** Runs the gate in this process. */
async function gate(args: readonly string[], circumstances: Circumstances = {}) {
  const world = recorder(circumstances);
  const code = await main(['scan-gate', ...args], world);
  return { code, ...world.said };
}

/** Runs it over a report on stdin, beside a file of exemptions. */
const judged = (json: unknown, args: readonly string[] = [], exemptions?: unknown) =>
  inTemporaryFolder(async (dir) => {
    const file = path.join(dir, 'exemptions.json');
    if (exemptions !== undefined) fs.writeFileSync(file, JSON.stringify(exemptions));
    const extra = exemptions === undefined ? [] : ['--exemptions', file];
    const stdin = typeof json === 'string' ? json : JSON.stringify(json);
    return gate(['--report', '-', ...extra, ...args], { stdin });
  });

describe('a report', () => {
  test('without findings passes', async () => {
    expect(await judged([report()])).toEqual({
      code: 0,
      out: 'image of the report, status OK\nthe gate passes: 0 of 0 findings fail\n',
      told: '',
    });
  });

  test('with a finding that has a fix fails', async () => {
    const { code, out, told } = await judged(report([vulnerability()]));
    expect([code, told]).toEqual([1, '']);
    expect(out).toContain(
      '\n  fails    CVE-2026-0001 · no severity · openssl 3.0.1 · fixed in 3.0.2',
    );
  });

  test('that was not scanned fails', async () => {
    expect((await judged({ status: 'UNSCANNED' })).code).toBe(1);
  });

  test('is coloured on a terminal', async () => {
    const stdin = JSON.stringify(report());
    const { out } = await gate(['--report', '-'], { stdin, isTerminal: true });
    expect(out).toContain('\u001b[32mthe gate passes\u001b[0m');
  });
});

test.each([
  ['--severity=critical', report([vulnerability({ severity: 'high' })]), 0],
  ['--severity=low', report([vulnerability({ severity: 'low' })]), 1],
  ['--unfixable', report([vulnerability({ fix: '', advice: '' })]), 1],
  ['--registry-exemptions', report([vulnerability({ exempt: true })]), 0],
  ['--configuration', { ...report(), configuration_issues: [{ type: 'nginx' }] }, 1],
])('%s turns the verdict', async (option, json, code) => {
  expect((await judged(json)).code).toBe(1 - code);
  expect((await judged(json, [option])).code).toBe(code);
});

test('exemptions hold', async () => {
  const { code, out } = await judged(report([vulnerability()]), [], [EXEMPTION]);
  expect(code).toBe(0);
  expect(out).toContain('exempt until 2026-03-31, team shop: the parser is never called');
});

test('the JSON is a contract', async () => {
  const json = report([
    vulnerability({ severity: 'high' }),
    vulnerability({ cve: 'CVE-2026-0002' }),
  ]);
  const { code, out } = await judged(json, ['--format', 'json'], [EXEMPTION]);
  const { reason, owner, until } = EXEMPTION;
  const exempt = { by: 'file', reason, owner, until };
  const found = {
    notice: 'USN-7001-1',
    package: 'openssl',
    installed: '3.0.1',
    fixed: '3.0.2',
    advice: 'Upgrade openssl to >= 3.0.2',
  };
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    image: null,
    status: 'FAIL',
    passed: false,
    findings: [
      { id: 'CVE-2026-0002', severity: null, ...found, exempt: null, fails: true },
      {
        id: 'CVE-2026-0001',
        severity: 'high',
        ...found,
        exempt,
        fails: false,
      },
    ],
    problems: [],
  });
});

test.each([
  [[], 'arguments: got neither, expected either --report or --image'],
  [['--report', 'x', '--image', IMAGE], 'arguments: got both, expected either --report or --image'],
  [['--report', 'x', '--wait', '5'], '--wait: got it without --image, expected both, or neither'],
  [
    ['--report', 'x', '--account', 'y'],
    '--account: got it without --image, expected both, or neither',
  ],
  [
    ['--image', IMAGE, '--wait', '-5'],
    '--wait: got "-5", expected a whole number of seconds from 0 to 3600',
  ],
  [
    ['--image', IMAGE, '--wait', '3601'],
    '--wait: got "3601", expected a whole number of seconds from 0 to 3600',
  ],
  [
    ['--image', IMAGE, '--wait', '1e3'],
    '--wait: got "1e3", expected a whole number of seconds from 0 to 3600',
  ],
  [
    ['--report', '-', '--exemptions', '-'],
    '--exemptions: got stdin, expected a file, beside a report on stdin',
  ],
  [['--report', 'x', '--format', 'xml'], '--format: got "xml", expected one of text, json'],
  [['--token', 'x'], 'arguments: got --token, expected --report, '],
])('refuses %p', async (args, line) => {
  const { code, out, told } = await gate(args);
  expect([code, out]).toEqual([2, '']);
  expect(told).toContain(line);
  expect(told.split('\n')).toHaveLength(2);
});

test('mistakes in the exemptions are told all at once, before any report', async () => {
  const { code, out, told } = await judged('no report', [], [{ ...EXEMPTION, owner: '' }, {}]);
  expect([code, out]).toEqual([2, '']);
  expect(told.trim().split('\n')).toHaveLength(5);
});

describe('an image', () => {
  const asked = (replies: readonly Reply[], args: readonly string[] = [], image = IMAGE) =>
    withService([replies], ({ env }) => gate(['--image', image, ...args], { env }));

  test('is judged by what Vulnerability Advisor answers', async () => {
    const { code, out, told } = await asked(
      [{ body: report([vulnerability()]) }],
      ['--format=json'],
    );
    expect([code, told]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({ image: IMAGE, status: 'FAIL', passed: false });
  });

  test('is waited for', async () => {
    const replies = [{ body: { status: 'INCOMPLETE' } }, { body: report() }];
    expect((await asked(replies)).code).toBe(1);
    expect((await asked(replies, ['--wait', '60'])).code).toBe(0);
  });

  test('that is named by its tag gets a warning', async () => {
    const { code, told } = await asked([{ body: report() }], [], 'us.icr.io/shop/web:1');
    expect([code, told]).toEqual([
      0,
      '--image: a tag can move; give the digest that is deployed\n',
    ]);
  });

  test.each<[string, Reply]>([
    ['a finding', { body: 'TOLD' }],
    ['another text', { body: 'SECRETS' }],
    ['an error', { status: 401, body: 'SECRETS' }],
    ['a fault', { status: 500, body: 'SECRETS' }],
    ['a redirect', { status: 302, headers: { Location: 'https://canary.example/' } }],
  ])('no secret shows where the service repeats it in %s', async (_, reply) => {
    await withService([[reply]], async (service) => {
      const { env } = service;
      // a service that repeats what it was sent, in the worst of places.
      const secrets = `${env.IC_API_KEY} canary-signature-5f1c9e`;
      const told = report([vulnerability({ cve: env.IC_API_KEY })]);
      const body = reply.body === 'TOLD' ? told : secrets;
      await withService([[{ ...reply, body }]], async (echo) => {
        for (const debug of ['0', '1']) {
          const all = { ...env, CE_GUARD_ADVISOR_URL: echo.url, CE_GUARD_DEBUG: debug };
          const { out, told: said } = await gate(['--image', IMAGE], { env: all });
          expect(out + said).not.toContain('canary');
        }
      });
    });
  });
});

describe('any input', () => {
  const VALID = JSON.stringify(report([vulnerability(), vulnerability({ cve: 'CVE-2026-0002' })]));
  const STRANGE = fc.constantFrom<unknown>(
    ...[null, true, 0, -1, 1e308, '', 'x', '\u001b[2J', '\u009b', [], [[]], {}, { a: 1 }],
    JSON.parse('{"__proto__": {"status": "OK", "vulnerabilities": []}}'),
  );

  function expectJudged({ code, out, told }: Awaited<ReturnType<typeof gate>>) {
    expect([0, 1, 2]).toContain(code);
    expect(told).not.toMatch(/bug in|\n\s+at |undefined|\[object/);
    expect(code === 2).toBe(out === '');
    expect((out + told).replaceAll('\n', '')).toMatch(/^\P{Cc}*$/u);
    return code;
  }

  test('cut anywhere is refused', async () => {
    const cut = fc.integer({ min: 0, max: VALID.length - 1 });
    await fc.assert(
      fc.asyncProperty(cut, async (at) => {
        expect(expectJudged(await judged(VALID.slice(0, at)))).toBe(2);
      }),
    );
  });

  test('with a strange value anywhere is judged or refused, and never passes', async () => {
    const places: (string | number)[][] = [];
    const walk = (value: unknown, trail: (string | number)[]) => {
      if (trail.length > 0) places.push(trail);
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) walk((value as any)[key], [...trail, key]);
    };
    walk(JSON.parse(VALID), []);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), STRANGE, async (place, value) => {
        const json = JSON.parse(VALID);
        const parent = place.slice(0, -1).reduce((it, key) => it[key], json);
        parent[place.at(-1)!] = value;
        expect(expectJudged(await judged(json))).not.toBe(0);
        expect(expectJudged(await judged(json, ['--format', 'json']))).not.toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('of arbitrary JSON, as a report and as exemptions, is refused or judged', async () => {
    const json = fc.jsonValue({ depthSize: 'small' });
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        expect(expectJudged(await judged(value))).toBe(2);
        const wanted = Array.isArray(value) && value.length === 0 ? 1 : 2;
        expect(expectJudged(await judged(VALID, [], value))).toBe(wanted);
      }),
    );
  });

  test.each([
    ['nested deep', '[{"vulnerabilities":'.repeat(200_000)],
    ['nested deep and closed', '['.repeat(1e6) + ']'.repeat(1e6)],
    ['full of nothing', JSON.stringify({ ...report(), vulnerabilities: Array(1e5).fill(0) })],
  ])('that is %s is refused', async (_, text) => {
    expect(expectJudged(await judged(text))).toBe(2);
  });

  test('changes nothing outside itself', async () => {
    await judged('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
    expect(({} as any).polluted).toBeUndefined();
  });
});

test('its page names every option, and its example of exemptions is right', async () => {
  const [, page] = textOf('lib/cli/README.md').split('\n## `scan-gate`\n');
  const help = /options:\n([\s\S]*?)\n\n/;
  const { out } = await gate(['--help']);
  const options = [...help.exec(out)![1].matchAll(/^ {2}(--[\w-]+)/gm)].map(([, name]) => name);
  expect(options.length).toBeGreaterThan(5);
  for (const name of options) expect(page).toContain(`\`${name}`);
  const [, example] = /```json\n(\[[\s\S]*?)```/.exec(page)!;
  const { code, told } = await judged(report(), [], JSON.parse(example));
  expect([code, told]).toEqual([0, '']);
});

describe('as a process', () => {
  function run(args: readonly string[], env: Record<string, string>, stdin = '') {
    const ours = Object.entries(process.env).filter(
      ([name]) => !/^(IAM_|IC_|IBMCLOUD_|CE_GUARD_|NO_COLOR)/.test(name),
    );
    const child = spawn(process.execPath, ['-r', 'ts-node/register', 'lib/cli/main.ts', ...args], {
      cwd: ROOT,
      env: { ...Object.fromEntries(ours), TS_NODE_PROJECT: 'tools/tsconfig.json', ...env },
    });
    const said = { out: '', told: '' };
    child.stdout.setEncoding('utf8').on('data', (part) => (said.out += part));
    child.stderr.setEncoding('utf8').on('data', (part) => (said.told += part));
    child.stdin.on('error', () => undefined).end(stdin);
    return new Promise<{ code: number | null; out: string; told: string }>((done, fail) => {
      child.on('error', fail);
      child.on('close', (code) => done({ code, ...said }));
    });
  }

  test('asks, judges and ends with its exit code', async () => {
    await withService([[{ body: report([vulnerability()]) }]], async ({ env }) => {
      const { code, out, told } = await run(['scan-gate', '--image', IMAGE], env);
      expect([code, told]).toEqual([1, '']);
      expect(out).toMatch(/the gate fails: 1 of 1 findings fails\n$/);
    });
  }, 30_000);

  test('reads stdin, and says in one line what it cannot use', async () => {
    const args = ['scan-gate', '--report', '-'];
    const [right, wrong] = await Promise.all([
      run(args, {}, JSON.stringify([report()])),
      run(args, {}, '{'),
    ]);
    expect(right).toMatchObject({ code: 0, told: '' });
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.told).toMatch(/^stdin: got JSON that breaks off or is ill-formed, [^\n]+\n$/);
  }, 30_000);
});
