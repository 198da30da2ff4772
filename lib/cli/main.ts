#!/usr/bin/env node
/** `ce-guard`: picks the command, says what went wrong in one line, sets the exit code. */
import * as fs from 'fs';
import * as path from 'path';
import { EXIT } from './command';
import { COMMANDS } from './commands';
import { didYouMean } from './nearest';
import { plain } from './plain';
import { isRefusal, refuse } from './refusal';
import { World, processWorld } from './world';

/** Carries out what was asked for; answers the exit code and never throws. */
export async function main(args: readonly string[], world: World): Promise<number> {
  try {
    return await carryOut(args, world);
  } catch (error) {
    world.tell(`${messageOf(error, world)}\n`);
    return EXIT.unusable;
  }
}

async function carryOut([name, ...args]: readonly string[], world: World): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    // who asks gets the help as an answer; who forgot the command gets it as a reproach.
    if (name !== undefined) world.out(HELP);
    else world.tell(HELP);
    return name === undefined ? EXIT.unusable : EXIT.fine;
  }
  if (name === '--version') {
    world.out(`${version()}\n`);
    return EXIT.fine;
  }
  if (!Object.hasOwn(COMMANDS, name)) return refuseCommand(name);
  const command = await COMMANDS[name].load();
  if (args.includes('--help') || args.includes('-h')) {
    world.out(command.help);
    return EXIT.fine;
  }
  return command.run(args, world);
}

function refuseCommand(name: string): never {
  const names = Object.keys(COMMANDS);
  return refuse({
    at: 'ce-guard',
    got: /^[\w-]{1,40}$/.test(name) ? name : `another text of ${name.length} characters`,
    expected: [...names, '--help', '--version'].join(', '),
    remedy: didYouMean(name, [...names, '--help', '--version']),
  });
}

function messageOf(error: unknown, { env }: World): string {
  const { message = String(error), stack = message } = error as Partial<Error>;
  if (env.CE_GUARD_DEBUG === '1') return stack;
  if (isRefusal(error)) return message.split('\n').map(plain).join('\n');
  const [first = ''] = message.split('\n');
  return `bug in ce-guard: ${plain(first)}; set CE_GUARD_DEBUG=1 to see where`;
}

function version(): string {
  const file = path.join(__dirname, '..', '..', 'package.json');
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version;
}

const HELP = `ce-guard: checks for IBM Cloud Code Engine, for a pipeline

usage: ce-guard COMMAND [options]

commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}  ${summary}`)
  .join('\n')}

  ce-guard COMMAND --help  the options of a command
  ce-guard --version       the version of this package

exit codes: 0 fine, 1 findings, 2 arguments or input that cannot be used
`;

if (require.main === module) {
  const world = processWorld();
  // who reads no further, as `head` does, takes nothing from the verdict.
  process.stdout.on('error', () => undefined);
  void main(process.argv.slice(2), world).then((code) => {
    process.exitCode = code;
  });
}
