/** What only code can tell of a service, by the names that `behaviours.json` calls it. */
import { Cloud } from '../cloud';
import { ObjectValue } from '../msgpack';
import { allowAll, reachability, rollout } from './code-engine';
import {
  addressRanges,
  caaRecord,
  entryPointLookup,
  entryPointVersions,
  listInUse,
  oldEntryPoint,
  oneAnchor,
  plainPools,
  rulesetsLookup,
  wholePhase,
} from './internet-services';
import { accountWideTags } from './resources';

/** A thing that is about to be kept, or about to go. */
export interface Happening {
  readonly type: string;
  readonly cloud: Cloud;
  readonly value: ObjectValue;
  /** As the cloud has it so far; nothing when it is made. */
  readonly before: ObjectValue | null;
}

export interface Quirk {
  /** What the service keeps of what it was sent; it may refuse by throwing. */
  readonly keeps?: (happening: Happening) => ObjectValue;
  /** What else goes when a thing goes; it may refuse by throwing. */
  readonly deletes?: (happening: Happening) => void;
  /** What a data source shows of what was found. */
  readonly finds?: (happening: Happening) => ObjectValue;
}

export const QUIRKS: Readonly<Record<string, Quirk>> = {
  'account-wide-tags': accountWideTags,
  'address-ranges': addressRanges,
  'allow-all': allowAll,
  'caa-record': caaRecord,
  'entry-point-lookup': entryPointLookup,
  'entry-point-versions': entryPointVersions,
  'list-in-use': listInUse,
  'old-entry-point': oldEntryPoint,
  'one-anchor': oneAnchor,
  'plain-pools': plainPools,
  reachability,
  rollout,
  'rulesets-lookup': rulesetsLookup,
  'whole-phase': wholePhase,
};
