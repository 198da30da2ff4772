import { Postcondition, dependable } from 'cdktf';
import { Hub, parent } from './on-hub';
import { DataIbmEnDestinations } from '../../.gen/providers/ibm/data-ibm-en-destinations';
import { DataIbmEnSources } from '../../.gen/providers/ibm/data-ibm-en-sources';
import { EnIbmsource } from '../../.gen/providers/ibm/en-ibmsource';
import { BUILT_IN } from '../../facts/event-notifications';

/** Ids that need no look-up. */
interface Ids {
  readonly mail?: string;
  readonly timer?: string;
}

const known = new WeakMap<object, Ids>();

/** What an instance brings along and nobody can create: each is found once, when it is first needed. */
export const builtIn = {
  /** Notes ids that were told. */
  note: (hub: Hub, ids: Ids): void => {
    known.set(hub, ids);
  },

  /** trap event-notifications/ibm-mail-destination-cannot-be-created: it is looked up by its type. */
  mailDestination: (hub: Hub): string => known.get(hub)?.mail ?? foundMail(hub),

  /** The source of all timers of the instance, which is switched on by this. */
  timerSource: (hub: Hub): string => {
    const made = hub.node.tryFindChild('Timer') as EnIbmsource | undefined;
    return (made ?? switchedOn(hub)).sourceId;
  },
};

/** trap event-notifications/timer-source-is-off: in a new instance. It stays on when this goes, which harms nobody. */
const switchedOn = (hub: Hub): EnIbmsource =>
  new EnIbmsource(parent(hub), 'Timer', {
    instanceGuid: hub.instanceId,
    sourceId: known.get(hub)?.timer ?? foundTimer(hub),
    enabled: true,
    storeNotifications: false,
  });

function foundMail(hub: Hub): string {
  const made = hub.node.tryFindChild('Destinations') as DataIbmEnDestinations | undefined;
  const found =
    made ??
    new DataIbmEnDestinations(parent(hub), 'Destinations', {
      instanceGuid: hub.instanceId,
      lifecycle: { postcondition: [thereIs('destinations', BUILT_IN.mail)] },
    });
  return idIn(`${dependable(found)}.destinations`, BUILT_IN.mail);
}

function foundTimer(hub: Hub): string {
  const found = new DataIbmEnSources(parent(hub), 'Sources', {
    instanceGuid: hub.instanceId,
    lifecycle: { postcondition: [thereIs('sources', BUILT_IN.timer)] },
  });
  return idIn(`${dependable(found)}.sources`, BUILT_IN.timer);
}

const matching = (list: string, type: string) =>
  `[for it in ${list} : it.id if it.type == "${type}"]`;

const idIn = (list: string, type: string): string => `\${${matching(list, type)}[0]}`;

const thereIs = (list: string, type: string): Postcondition => ({
  condition: `\${length(${matching(`self.${list}`, type)}) > 0}`,
  errorMessage: `The instance of Event Notifications has no ${list.slice(0, -1)} of type ${type}. Look at it where IBM Cloud lists its instances.`,
});
