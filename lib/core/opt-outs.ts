import { TerraformElement } from 'cdktf';
import { Problem, known } from './checks';

/** What a `Waiver` says, without its class: core knows no construct. */
export interface Excuse {
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
}

/** A departure from a secure default as a construct found it in its props. */
export interface OptOut {
  /** The id of the policy rule that the departure breaks: `workloads/app-not-public`. */
  readonly rule: string;
  /** The prop that departs. */
  readonly prop: string;
  /** What it was given. */
  readonly got: string;
  /** What needs no waiver. */
  readonly expected: string;
  /** Whether the prop does depart; undefined where only Terraform knows, so that a waiver is as right as none. */
  readonly taken: boolean | undefined;
  /** The prop that takes the waiver. */
  readonly waiverProp: string;
  /** How to give the waiver, where it is not by setting that prop. */
  readonly remedy?: string;
  readonly waiver?: Excuse;
}

/** Whether a value departs from its secure default, as far as that is known now. */
export const departs = (value: unknown, isDeparture: boolean): boolean | undefined =>
  known(value) ? isDeparture : undefined;

/** Problems of opt-outs without a waiver, and of waivers without an opt-out. */
export function unwaived(optOuts: readonly OptOut[]): Problem[] {
  return optOuts.flatMap(({ prop, got, expected, taken, waiverProp, waiver, remedy }) => {
    if (taken && waiver === undefined) {
      return [{ prop, got, expected, remedy: remedy ?? `or give a Waiver as ${waiverProp}` }];
    }
    return taken === false && waiver !== undefined
      ? [
          {
            prop: waiverProp,
            got: 'a waiver',
            expected: `none, because ${prop} keeps its secure value`,
            remedy: 'take the waiver out',
          },
        ]
      : [];
  });
}

/** What is written beside each resource. */
const written = new WeakMap<TerraformElement, readonly OptOut[]>();

/** Writes waivers beside the resource that they excuse, under the key that Terraform reads as a comment. */
export function recordWaivers(resource: TerraformElement, optOuts: readonly OptOut[]): void {
  const taken = optOuts.filter(({ waiver }) => waiver !== undefined);
  if (taken.length === 0) return;
  written.set(resource, taken);
  const waivers = taken.map(({ rule, waiver }) => ({
    rule,
    reason: waiver!.reason,
    owner: waiver!.owner,
    until: waiver!.until,
  }));
  resource.addOverride('//.waivers', waivers);
}

/** Writes one more beside a resource that another construct made, after those that are there. */
export function addWaiver(resource: TerraformElement, optOut: OptOut): void {
  recordWaivers(resource, [...(written.get(resource) ?? []), optOut]);
}
