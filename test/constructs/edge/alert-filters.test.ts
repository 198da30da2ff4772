import { TerraformVariable } from 'cdktf';
import { alertFilters } from '../../../lib/constructs/edge/alert-filters';
import { EdgeAlertKind } from '../../../lib/facts/edge-alerts';
import { CIS_CRN, ZONE_ID, zone } from '../../kit/samples';
import { newStack, renderedValues } from '../../kit/synth';

const POOL = '0123456789abcdef0123456789abcdef';

test('a pool is known by its id alone, however it is given', () => {
  const { late } = renderedValues((stack) => ({
    late: alertFilters.poolId(new TerraformVariable(stack, 'pool', {}).stringValue),
  }));
  expect(late).toBe('${element(split(":", var.pool), 0)}');
  expect([POOL, `${POOL}:${CIS_CRN}`].map(alertFilters.poolId)).toEqual([POOL, POOL]);
});

test('pools that come later are watched too', () => {
  const { health } = renderedValues((stack) => {
    const pools: string[] = [];
    const filters = alertFilters.of(EdgeAlertKind.POOL_HEALTH, zone(stack), pools);
    pools.push(POOL);
    return { health: filters };
  });
  expect(health).toContain(`"pool_id" = ["${POOL}"]`);
});

test('spikes are those of the zone', () => {
  const { spikes } = renderedValues((stack) => ({
    spikes: alertFilters.of(EdgeAlertKind.SECURITY_EVENTS, zone(stack), []),
  }));
  expect(spikes).toBe(`\${jsonencode({"zones" = ["${ZONE_ID}"]})}`);
});

test('attacks and certificates are told for the whole instance', () => {
  const { HTTP_DDOS, UNIVERSAL_CERTIFICATE, ADVANCED_CERTIFICATE } = EdgeAlertKind;
  for (const kind of [HTTP_DDOS, UNIVERSAL_CERTIFICATE, ADVANCED_CERTIFICATE]) {
    expect(alertFilters.of(kind, zone(newStack()), [])).toBeUndefined();
  }
});
