import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { EntryPoint, PhaseRule } from './entry-point';
import { ICisZone, onZone } from './zone';
import { OptOut, Problem } from '../../core';

/** What one construct adds to the custom rules of a zone. */
type Share = {
  /** What turns requests away whatever else is said: nothing can skip it. */
  readonly first?: readonly PhaseRule[];
  /** Rules in an order of their own. */
  readonly middle?: readonly PhaseRule[];
  /** Challenges: whoever passes one is asked by no rule behind it. */
  readonly last?: readonly PhaseRule[];
  readonly optOuts?: readonly OptOut[];
};

const collections = new WeakMap<object, CustomRules>();

/**
 * The custom rules of one zone, from whatever constructs they come: the phase has one owner, and this is it.
 * @internal
 */
export class CustomRules {
  /** A problem where the custom rules of a zone stand in another stack. */
  public static problemsIn(zone: ICisZone): Problem[] {
    const found = collections.get(onZone.identity(zone));
    return !found || onZone.isInStackOf(zone, found.parent)
      ? []
      : [
          {
            prop: 'zone',
            got: `one with custom rules below '${found.parent.node.path}'`,
            expected: 'one whose custom rules all stand in one stack',
          },
        ];
  }

  /** The collection of a zone, which is made when it is first needed. */
  public static of(zone: ICisZone): CustomRules {
    const identity = onZone.identity(zone);
    const found = collections.get(identity) ?? new CustomRules(zone, onZone.construct(zone));
    collections.set(identity, found);
    return found;
  }

  private readonly entry: EntryPoint;
  private readonly shares = new Map<Construct, Share>();

  private constructor(
    zone: ICisZone,
    private readonly parent: Construct,
  ) {
    const [name, description] = ['custom', 'Custom rules'];
    const scope = new Construct(parent, 'CustomRules');
    this.entry = new EntryPoint(scope, { zone, phase: 'custom', name, description });
  }

  /** For `dependsOn` of what must not be open before these rules are in force. */
  public get resource(): ITerraformDependable {
    return this.entry.resource;
  }

  /** Takes what a construct adds, in the place of what it added before. */
  public put(owner: Construct, share: Share): void {
    this.shares.set(owner, share);
    const all = [...this.shares.values()];
    const part = (place: 'first' | 'middle' | 'last') => all.flatMap((it) => it[place] ?? []);
    const optOuts = all.flatMap((it) => it.optOuts ?? []);
    this.entry.write([...part('first'), ...part('middle'), ...part('last')], optOuts);
  }
}
