/** The commands of `ce-guard`, each loaded only when it is asked for. */
import { Command } from './command';

interface Entry {
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, Entry>> = {
  check: {
    summary: "judges Terraform by the rules of IBM's security page",
    load: async () => (await import('./commands/check')).check,
  },
  explain: {
    summary: 'tells all that is to know of one rule',
    load: async () => (await import('./commands/explain')).explain,
  },
  rules: {
    summary: 'lists the rules',
    load: async () => (await import('./commands/rules')).rules,
  },
  'scan-gate': {
    summary: 'fails on what Vulnerability Advisor found in an image',
    load: async () => (await import('./commands/scan-gate')).scanGate,
  },
};
