/** Speed as ratios: every case runs beside its peer, in turn, in one run; medians of the pairs. */
import { spawnSync } from 'child_process';
import * as path from 'path';
import { argumentsOf, readArguments, runTool } from '../tools/tool';

const ROOT = path.join(__dirname, '..');
const ROUNDS = 15;

/** One thing to time, and the peer that it is held to. */
interface Case {
  readonly name: string;
  readonly what: string;
  readonly script: string;
  readonly peer: string;
  readonly peerScript: string;
  /** The ratio that is aimed at. */
  readonly target: number;
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
  const { CodeEngineProject, Image, SecureApp, CodeEnginePolicy, PolicyPack, ibm } = require('./build');
  const stack = new TerraformStack(new App({ outdir: require('os').tmpdir() + '/bench' }), 'bench');
  new ibm.provider.IbmProvider(stack, 'ibm', { region: 'us-south' });
  const image = Image.fromRegistry('private.us.icr.io/a/b').digest('sha256:' + '0'.repeat(64));
  for (let p = 0; p < ${apps / 20}; p++) {
    const project = new CodeEngineProject(stack, 'p' + p, { resourceGroupId: 'a'.repeat(32) });
    for (let i = 0; i < 20; i++) new SecureApp(stack, 'web' + p + '-' + i, { project, image });
  }
  ${then};`;

const SYNTHESIZED = 'stack.node.root.synth()';
const JUDGED = `CodeEnginePolicy.attach(stack.node.root, { pack: PolicyPack.STRICT }); ${SYNTHESIZED}`;

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
  },
];

/** CPU milliseconds, user and system, of one process. */
function cpu(script: string): number {
  const measured = `${script};
    process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      require('fs').writeSync(1, String((user + system) / 1000));
    })`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', measured], { cwd: ROOT });
  if (status !== 0) throw new Error(`got exit code ${status}, expected 0\n${stderr.toString()}`);
  return Number(stdout.toString());
}

function ratio({ script, peerScript }: Case): number {
  const pairs = Array.from({ length: ROUNDS }, () => cpu(script) / cpu(peerScript));
  return pairs.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
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
