/** How the provider's traps work, as data: reading `provider/behaviours.json` and checking it. */
import * as fs from 'fs';
import * as path from 'path';
import { PROVIDER_DIR } from '../../../../tools/provider-data';
import { Value } from '../msgpack';
import { When } from './conditions';
import { FORMS, problemOf } from './forms';

/** The requests a behaviour belongs to; both where it says nothing. */
export type Request = 'create' | 'update';

/** The vocabulary; `provider/README.md` tells it with examples. */
export interface Mechanisms {
  /** The request leaves such values out or sends null; the service takes its default. */
  readonly drops: {
    readonly paths: readonly string[];
    readonly values: readonly Value[];
    readonly on?: Request;
    /** @default - the default that the facts of the attribute record, or nothing */
    readonly becomes?: Value;
  };
  /** No request carries a change of these, or only not to these values; the service keeps what it has. */
  readonly unsent: {
    readonly paths: readonly string[];
    readonly values?: readonly Value[];
    readonly on?: Request;
  };
  /** What the configuration leaves out is there all the same, sent by the provider or set by the service. */
  readonly adds: { readonly values: Readonly<Record<string, Value>>; readonly on?: Request };
  /** The service keeps another value or spelling than it was sent. */
  readonly respells: {
    readonly paths: readonly string[];
    /** Only this value. @default - any that is given */
    readonly from?: Value;
    readonly to?: Value;
    readonly by?: keyof typeof SPELLINGS;
    /** The provider shows the spelling of the configuration. */
    readonly hidden?: boolean;
  };
  /** A request takes along what it does not speak of. */
  readonly wipes: {
    readonly paths: readonly string[];
    readonly becomes: Value;
    readonly on?: Request;
  };
  /** Read never looks at these, or at nothing at all. */
  readonly unread: {
    readonly paths?: readonly string[];
    /** What the state then shows. @default - what it has already */
    readonly becomes?: Value;
    /** Only right after a change: the next refresh looks. */
    readonly once?: boolean;
  };
  /** What the configuration no longer says stays as it is, without a diff. */
  readonly keeps: { readonly paths: readonly string[] };
  /** It passes the plan and fails then. */
  readonly refuses: {
    readonly on: Request | 'destroy' | 'read';
    /** In the provider's words. */
    readonly text: string;
    /** The service has done it all the same; Terraform taints what was created so. */
    readonly made?: boolean;
  };
  /** The provider dies; here it says so. */
  readonly crashes: { readonly at: 'plan' | 'apply' };
  /** Destroy makes no call, or one that resets some values. */
  readonly survivesDestroy: { readonly resets?: Readonly<Record<string, Value>> };
  /** What the service refuses counts as done. */
  readonly swallows: { readonly on: Request | 'destroy' };
  /** What only code can tell, by its name in `quirks.ts`. */
  readonly quirk: string;
  /** Schema, facts or Terraform itself bring it about: how. */
  readonly inherent: string;
  /** The double does not show it: why. */
  readonly documented: string;
}

export type Mechanism = keyof Mechanisms;

/** One entry: a trap, the types that have it, and one mechanism. */
export type Behaviour = Partial<Mechanisms> & {
  readonly trap: string;
  readonly types: readonly string[];
  readonly when?: When;
};

/** Ways of a service to write a text. */
export const SPELLINGS = {
  'lower case': (text: string) => text.toLowerCase(),
  quoted: (text: string) => JSON.stringify(text),
  utc: (text: string) => new Date(text).toISOString().replace('.000Z', 'Z'),
} as const;

/** One trap of `traps.json`. */
export interface Trap {
  readonly id: string;
  readonly types: readonly string[];
  readonly kind: string;
}

export function readTraps(dir: string = PROVIDER_DIR): readonly Trap[] {
  return JSON.parse(fs.readFileSync(path.join(dir, 'traps.json'), 'utf8')) as Trap[];
}

const cache = new Map<string, readonly Behaviour[]>();

/** Reads the table; throws one clear line for an entry that is none. */
export function readBehaviours(dir: string = PROVIDER_DIR): readonly Behaviour[] {
  const known = cache.get(dir);
  if (known) return known;
  const file = path.join(dir, 'behaviours.json');
  const entries = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Behaviour>[];
  const traps = new Map(readTraps(dir).map((trap) => [trap.id, trap]));
  const behaviours = entries.map((entry, index) => {
    const trap = traps.get(String(entry.trap));
    const problem = trap ? problemOf(entry) : `got trap ${entry.trap}, expected one of traps.json`;
    if (!trap || problem) throw new Error(`behaviours.json: entry ${index}: ${problem}`);
    return { ...entry, trap: trap.id, types: entry.types ?? trap.types };
  });
  cache.set(dir, behaviours);
  return behaviours;
}

/** The one mechanism of an entry. */
export function mechanismOf(entry: Partial<Behaviour>): Mechanism {
  return Object.keys(FORMS).find((name) => name in entry) as Mechanism;
}
