/** Speed as ratios: every case runs beside its peer, in turn, in one run; medians of the pairs. */
import { spawnSync } from 'child_process';
import * as path from 'path';
import { argumentsOf, readArguments, runTool } from '../tools/tool';

const ROOT = path.join(__dirname, '..');
const ROUNDS = 15;
/** For what differs by less than two runs of the same do. */
const MANY_ROUNDS = 45;

/** One thing to time, and the peer that it is held to. */
interface Case {
  readonly name: string;
  readonly what: string;
  readonly script: string;
  readonly peer: string;
  readonly peerScript: string;
  /** The ratio that is aimed at. */
  readonly target: number;
  readonly rounds?: number;
}

const SYNTH = `
  const { App, TerraformStack } = require('cdktf');
  const { CodeEngineProject, Image, SecureApp } = require('./build');
  const stack = new TerraformStack(new App({ outdir: require('os').tmpdir() + '/bench' }), 'bench');
  const project = new CodeEngineProject(stack, 'p', { resourceGroupId: 'a'.repeat(32) });
  const image = Image.fromRegistry('private.us.icr.io/a/b').digest('sha256:' + '0'.repeat(64));
  new SecureApp(stack, 'web', { project, image });
  stack.toTerraform();`;

/** A stack of many apps, and what is done with it. */
const many = (apps: number, then: string) => `
  const { App, TerraformStack } = require('cdktf');
  const { CodeEngineProject, Image, SecureApp, ibm } = require('./build');
  const stack = new TerraformStack(new App({ outdir: require('os').tmpdir() + '/bench' }), 'bench');
  new ibm.provider.IbmProvider(stack, 'ibm', { region: 'us-south' });
  const image = Image.fromRegistry('private.us.icr.io/a/b').digest('sha256:' + '0'.repeat(64));
  for (let p = 0; p < ${apps / 20}; p++) {
    const project = new CodeEngineProject(stack, 'p' + p, { resourceGroupId: 'a'.repeat(32) });
    for (let i = 0; i < 20; i++) new SecureApp(stack, 'web' + p + '-' + i, { project, image });
  }
  ${then};`;

const SYNTHESIZED = 'stack.node.root.synth()';
// only who judges loads the policy.
const JUDGED = `
  const { CodeEnginePolicy, PolicyPack } = require('./build');
  CodeEnginePolicy.attach(stack.node.root, { pack: PolicyPack.STRICT });
  ${SYNTHESIZED}`;

/** As many rules, taken evenly from all. */
const only = (rules: number) => `
  const { RULES } = require('./build/policy/rules');
  RULES.splice(0, Infinity, ...Array.from({ length: ${rules} }, (_, at) => RULES[Math.floor((at * RULES.length) / ${rules})]))`;

/** What it takes to judge one app among many, by every rule; the many are copies of a hundred, each with its own names. */
const judgedEach = (apps: number) =>
  many(
    100,
    `const text = JSON.stringify(stack.toTerraform());
    const { judge } = require('./build/policy/engine');
    const { Graph } = require('./build/policy/graph');
    const { blocksOfConfiguration } = require('./build/policy/loaders/configuration');
    const { RULES } = require('./build/policy/rules');
    const configuration = { resource: {}, data: {} };
    for (let copy = 0; copy < ${apps / 100}; copy++) {
      const named = JSON.parse(text.replace(/\\b(p|web)(?=\\d)/g, '$1' + copy + 'x'));
      for (const kind of ['resource', 'data']) {
        for (const [type, it] of Object.entries(named[kind]))
          configuration[kind][type] = Object.assign(configuration[kind][type] ?? {}, it);
      }
    }
    const before = process.cpuUsage();
    judge(new Graph(blocksOfConfiguration(configuration)), RULES);
    const { user, system } = process.cpuUsage(before);
    globalThis.measured = (user + system) / ${apps}`,
  );

const CASES: readonly Case[] = [
  {
    name: 'import-index',
    what: "require('cdktf-ibm-code-engine'), nothing touched",
    script: "require('./build')",
    peer: 'empty Node',
    peerScript: '0',
    target: 1.05,
  },
  {
    name: 'import-use',
    what: 'one project and one app, synthesized',
    script: SYNTH,
    peer: "require('cdktf')",
    peerScript: "require('cdktf')",
    target: 1.1,
  },
  {
    name: 'policy',
    what: '1,000 apps, synthesized and judged by every rule',
    script: many(1000, JUDGED),
    peer: 'the same without the policy',
    peerScript: many(1000, SYNTHESIZED),
    target: 1.06,
    rounds: MANY_ROUNDS,
  },
  {
    name: 'policy-50',
    what: '1,000 apps, synthesized and judged by 50 rules',
    script: many(1000, `${only(50)}; ${JUDGED}`),
    peer: 'the same without the policy',
    peerScript: many(1000, SYNTHESIZED),
    target: 1.03,
    rounds: MANY_ROUNDS,
  },
  {
    name: 'policy-linear',
    what: 'to judge one of 10,000 apps by every rule',
    script: judgedEach(10_000),
    peer: 'one of 1,000',
    peerScript: judgedEach(1000),
    target: 1,
  },
];

/** CPU milliseconds, user and system, of one process, or what it has measured itself. */
function cpu(script: string): number {
  const measured = `${script};
    process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      require('fs').writeSync(1, String(globalThis.measured ?? (user + system) / 1000));
    })`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', measured], { cwd: ROOT });
  if (status !== 0) throw new Error(`got exit code ${status}, expected 0\n${stderr.toString()}`);
  return Number(stdout.toString());
}

function ratio({ script, peerScript, rounds = ROUNDS }: Case): number {
  const pairs = Array.from({ length: rounds }, () => cpu(script) / cpu(peerScript));
  return pairs.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

runTool(async () => {
  const { rest } = readArguments(argumentsOf(), []);
  const chosen = CASES.filter(({ name }) => rest.length === 0 || rest.includes(name));
  if (chosen.length === 0) {
    const names = CASES.map(({ name }) => name).join(', ');
    throw new Error(`got ${rest.join(', ')}, expected some of ${names}`);
  }
  for (const each of chosen) {
    const measured = ratio(each).toFixed(2);
    console.log(`${each.name}: ${measured} × ${each.peer} (target ${each.target})  ${each.what}`);
  }
});
