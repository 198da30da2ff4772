import { originPools } from '../../../lib/constructs/edge/origin-pools';
import { CheckRegion } from '../../../lib/facts/load-balancing';
import { zone } from '../../kit/samples';
import { synthesize } from '../../kit/synth';

const origin = (target: string, weight: number) => ({ mapping: { target } as never, weight });

test('origins have a pool each, or share one in which their weights count', () => {
  const { json } = synthesize((stack) => {
    const origins = { us: origin('us.target', 90), eu: origin('eu.target', 10) };
    const props = {
      zone: zone(stack),
      host: 'shop.example.com',
      monitor: 'check',
      regions: [CheckRegion.WESTERN_EUROPE, CheckRegion.EASTERN_NORTH_AMERICA],
    };
    originPools.each(stack, origins, props);
    originPools.shared(stack, origins, props);
  });
  const pools = Object.values(json.resource.ibm_cis_origin_pool as Record<string, any>);
  expect(pools.map(({ name, origins }) => [name, origins.length])).toEqual([
    ['shop-example-com-all', 2],
    ['shop-example-com-eu', 1],
    ['shop-example-com-us', 1],
  ]);
  for (const { check_regions: regions } of pools) expect(regions).toEqual(['ENAM', 'WEU']);
  expect(pools[0].origins).toEqual([
    { name: 'us', address: 'us.target', enabled: true, weight: 0.9 },
    { name: 'eu', address: 'eu.target', enabled: true, weight: 0.1 },
  ]);
});
