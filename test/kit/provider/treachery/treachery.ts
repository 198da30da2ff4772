/**
 * What the provider makes of a plan, as `behaviours.json` tells: what is planned → what is sent → what the
 * cloud keeps → what is read back into the state.
 */
import { Cloud } from '../cloud';
import { ObjectValue, UNKNOWN, Value } from '../msgpack';
import { same } from '../schema';
import { Behaviour, Mechanisms } from './behaviours';
import { holds, Situation } from './conditions';
import { edit, isEmpty } from './paths';
import { Happening, QUIRKS } from './quirks';
import { Change, kept, received, respelled } from './requests';

/** What does not pass, and the trap that this is. */
export class Trapped extends Error {
  constructor(
    message: string,
    public readonly trap: string,
  ) {
    super(message);
  }
}

type Moment = Mechanisms['refuses']['on'] | 'plan';

export class Treachery {
  private readonly types = new Map<string, Behaviour[]>();

  constructor(behaviours: readonly Behaviour[]) {
    for (const behaviour of behaviours) {
      for (const type of behaviour.types) {
        this.types.set(type, [...this.of(type), behaviour]);
      }
    }
  }

  /** The paths that keep their value when the configuration is silent about them. */
  public silent(type: string): readonly string[] {
    return this.of(type).flatMap(({ keeps }) => keeps?.paths ?? []);
  }

  /** Throws where the provider fails or dies; `made` asks for the failures after the fact. */
  public fail(type: string, moment: Moment, situation: Situation, made = false): void {
    const at = moment === 'create' || moment === 'update' ? 'apply' : moment;
    for (const { refuses, crashes, trap, when } of this.of(type)) {
      const fails = refuses?.on === moment && (refuses.made ?? false) === made;
      const dies = crashes?.at === at && !made;
      if (!(fails || dies) || !holds(when, situation)) continue;
      throw new Trapped(refuses?.text ?? 'Plugin did not respond: the provider crashes here', trap);
    }
  }

  /** What the cloud keeps of a change; the service may throw. */
  public answer(change: Change, cloud: Cloud): ObjectValue {
    const { type, before } = change;
    const behaviours = this.of(type);
    const value = kept(behaviours, change, received(behaviours, change));
    return this.quirks(type).reduce(
      (result, { keeps }) => keeps?.({ type, cloud, before, value: result }) ?? result,
      value,
    );
  }

  /** What the state takes over of what the cloud has; `state` is what it holds or is planned to. */
  public readBack(
    type: string,
    stored: ObjectValue,
    state: ObjectValue,
    isFresh = false,
  ): ObjectValue {
    return this.of(type).reduce((value, { unread, respells, when }) => {
      if (!holds(when, { value: stored })) return value;
      const unseen = (own: Value) => unread?.becomes ?? (own === UNKNOWN ? null : own);
      const paths = unread?.once && !isFresh ? [] : unread?.paths;
      const untouched = (paths ?? []).reduce(
        (whole, path) => edit(whole, path, (_, own) => unseen(own), state),
        value,
      );
      const ours = (leaf: Value, own: Value) =>
        !isEmpty(own) && same(respelled(own, respells), leaf, true) ? own : leaf;
      const shown = respells?.hidden ? respells.paths : [];
      return shown.reduce((whole, path) => edit(whole, path, ours, state), untouched);
    }, stored);
  }

  /** Whether read makes no call at all, so that not even a thing that is gone is missed. */
  public neverReads(type: string, value: ObjectValue): boolean {
    return this.of(type).some(
      ({ unread, when }) => unread && !unread.paths && holds(when, { value }),
    );
  }

  /** Whether it was there before it was made and will be after it is destroyed, as a setting is. */
  public outlives(type: string, value: ObjectValue): boolean {
    return this.of(type).some(
      ({ survivesDestroy, when }) => survivesDestroy && holds(when, { value }),
    );
  }

  /** Lets go of a thing; the service may throw, and the provider may not care. */
  public release(happening: Happening, remove: () => void): void {
    const { type, cloud, value } = happening;
    const entries = this.of(type).filter(({ when }) => holds(when, { value }));
    const survival = entries.flatMap(({ survivesDestroy }) => survivesDestroy ?? []);
    if (survival.length > 0) {
      const resets = survival.flatMap((each) => Object.entries(each.resets ?? {}));
      const left = resets.reduce((whole, [path, to]) => edit(whole, path, () => to), value);
      cloud.put(type, String(value.id), left);
      return;
    }
    this.swallowing(type, 'destroy', () => {
      for (const { deletes } of this.quirks(type)) deletes?.(happening);
      remove();
    });
  }

  /** Does what the service may refuse, and may count that as done. */
  public swallowing(type: string, moment: Mechanisms['swallows']['on'], work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!this.of(type).some(({ swallows }) => swallows?.on === moment)) throw error;
    }
  }

  /** What a data source shows of its answer. */
  public finds(happening: Happening): ObjectValue {
    return this.quirks(happening.type).reduce(
      (value, { finds }) => finds?.({ ...happening, value }) ?? value,
      happening.value,
    );
  }

  private of(type: string): Behaviour[] {
    return this.types.get(type) ?? [];
  }

  private quirks(type: string) {
    const names = new Set(this.of(type).flatMap(({ quirk }) => quirk ?? []));
    return [...names].map((name) => QUIRKS[name]);
  }
}
