import type { Resource } from './resource';

/** How much a broken rule weighs. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** What becomes of a rule on one resource; `manual` is for what only an account can tell. */
export type Outcome = 'holds' | 'breaks' | 'unknown' | 'manual';

/** What a rule says of one resource. */
export interface Verdict {
  readonly outcome: Outcome;
  /** What was seen, with attribute and value, and never the value of a secret. */
  readonly fact?: string;
}

/** The rule is kept. */
export const holds: Verdict = { outcome: 'holds' };

/** The rule is broken, by what was seen: "`managed_domain_mappings` is 'local_public'". */
export const breaks = (fact: string): Verdict => ({ outcome: 'breaks', fact });

/** Only a person with access to the account can tell. */
export const manual = (fact: string): Verdict => ({ outcome: 'manual', fact });

/** The rows of IBM's security page, and its steps against Layer-7 attacks. */
export type Row =
  | 'access'
  | 'endpoints'
  | 'registries'
  | 'builds'
  | 'secrets'
  | 'authentication'
  | 'certificates'
  | 'tls'
  | `step ${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | 'isolation'
  | 'egress';

/** Named sets of rules. */
export type Pack = 'baseline' | 'strict' | 'layer7' | 'financial-services';

export const PACKS: readonly Pack[] = ['baseline', 'strict', 'layer7', 'financial-services'];

/** One rule: all that is to know of it stands beside how it judges. */
export interface Rule {
  /** The path of its file below `rules/`: `workloads/app-not-public`; of a user's own, a word and a name. */
  readonly id: string;
  /** What holds where the rule is kept, in the present tense. */
  readonly title: string;
  readonly severity: Severity;
  /** The types that it judges; `data.…`, `provider.…` and `output.` count too. */
  readonly types: readonly string[];
  /** The attributes that it looks at, as `managed_domain_mappings` or `probe_liveness.type`. */
  readonly reads: readonly string[];
  /** What to do, in one imperative clause. */
  readonly remedy: string;
  /** The remedy in code, for both worlds; every rule of this library has it. */
  readonly fix?: { readonly typescript: string; readonly hcl: string };
  /** The page of IBM's that it rests on; every rule of this library has one. */
  readonly reference?: string;
  /** Every rule of this library serves one; a user's own rule serves what its user wants. */
  readonly row?: Row;
  /** Controls that it serves: `NIST SC-7`, `IBM-FS SC-7`, `CIS 6.1.1`. */
  readonly controls: readonly string[];
  /** The packs beside `strict`, which has every rule. */
  readonly packs: readonly Exclude<Pack, 'strict'>[];
  /** Codes of the catalogue that it answers for. */
  readonly catalogue: readonly string[];
  /** Judges one resource; reading what is unknown ends it as `unknown`. */
  judge(resource: Resource): Verdict;
}
