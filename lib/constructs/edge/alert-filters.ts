import { Fn, Lazy, Token } from 'cdktf';
import { ICisZone } from './zone';
import { known } from '../../core';
import { EdgeAlertKind, WATCHED_SERVICES } from '../../facts/edge-alerts';

/** What alerts look at. */
export const alertFilters = {
  /** The id that Internet Services knows a pool by: the provider's own id has the instance behind it. */
  poolId: (poolId: string): string =>
    known(poolId) ? poolId.split(':')[0] : Token.asString(Fn.element(Fn.split(':', poolId), 0)),

  /** The filters of an alert, asked for when the stack is written; nothing where Internet Services takes none. */
  of: (kind: EdgeAlertKind, { zoneId }: ICisZone, pools: readonly string[]): string | undefined => {
    const zones = [zoneId];
    const watched = () => ({ pool_id: [...new Set(pools)] });
    const filters: Partial<Record<EdgeAlertKind, () => object>> = {
      [EdgeAlertKind.SECURITY_EVENTS]: () => ({ zones }),
      [EdgeAlertKind.ADVANCED_SECURITY_EVENTS]: () => ({ services: [...WATCHED_SERVICES], zones }),
      [EdgeAlertKind.POOL_HEALTH]: () => ({ ...HEALTH, ...watched() }),
      [EdgeAlertKind.POOL_TOGGLE]: () => ({ enabled: ['false', 'true'], ...watched() }),
    };
    const own = filters[kind];
    return own && Lazy.stringValue({ produce: () => Token.asString(Fn.jsonencode(own())) });
  },
};

const HEALTH = { event_source: ['pool', 'origin'], new_health: ['Unhealthy', 'Healthy'] };
