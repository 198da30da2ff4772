/** What a command is, and what its exit code says. */
import { World } from './world';

export const EXIT = { fine: 0, findings: 1, unusable: 2, crashed: 3, undecided: 4 } as const;

/** A command: its help, and its work. */
export interface Command {
  readonly help: string;
  /** Carries it out; answers the exit code. */
  run(args: readonly string[], world: World): Promise<number>;
}
