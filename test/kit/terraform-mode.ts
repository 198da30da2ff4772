/** Whether and how tests run Terraform here. */
import * as fs from 'fs';
import * as path from 'path';

/**
 * `offline`: the provider of `test/kit/provider`, in this process. `real`: the real one, validate and
 * plan only. `real-apply`: the real one and a real account.
 */
export type ProviderMode = 'offline' | 'real' | 'real-apply';

const SWITCH = 'TEST_PROVIDER';
// an apply may wait for minutes where nothing is faked; offline, seconds on a busy machine.
const PATIENCE = { offline: 60_000, real: 300_000, 'real-apply': 3_600_000 };

/** The mode the environment asks for. */
export function providerMode(environment: NodeJS.ProcessEnv = process.env): ProviderMode {
  const mode = environment[SWITCH];
  if (mode === undefined || mode === '') return 'offline';
  if (mode === 'real' || mode === 'real-apply') return mode;
  throw new Error(`${SWITCH}: got ${mode}, expected real or real-apply; unset it to run offline`);
}

/** How long one Terraform command may take, in milliseconds. */
export const patience = (): number => PATIENCE[providerMode()];

/** Whether `terraform` is on the PATH. */
export const terraformAvailable = isOnPath('terraform');

/** A `describe` for tests that run Terraform; where there is none it skips and says so. */
export function describeTerraform(name: string, tests: () => void): void {
  describeUnless(terraformLack(), name, tests);
}

/** A `describe` for tests that look behind the double, and so mean nothing where it is not used. */
export function describeOffline(name: string, tests: () => void): void {
  const mode = providerMode();
  const other = `got ${SWITCH}=${mode}, expected none because the test needs the provider's double`;
  describeUnless(mode === 'offline' ? terraformLack() : other, name, tests);
}

const terraformLack = () =>
  terraformAvailable ? undefined : 'got no terraform on the PATH, expected one; install it';

/** Skipped tests stay in the count; who sees it must also see why. */
function describeUnless(lack: string | undefined, name: string, tests: () => void): void {
  if (lack) process.stderr.write(`SKIPPED "${name}": ${lack}\n`);
  const run = lack ? describe.skip : describe;
  run(name, () => {
    // a test runs several commands.
    jest.setTimeout(10 * patience());
    tests();
  });
}

function isOnPath(program: string): boolean {
  const extensions = (process.env.PATHEXT ?? '').split(';');
  return (process.env.PATH ?? '').split(path.delimiter).some((dir) =>
    extensions.some((extension) => {
      try {
        fs.accessSync(path.join(dir, program + extension), fs.constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }),
  );
}
