import { loadBalancer } from '../../../lib/constructs/edge/load-balancer';
import { Steering } from '../../../lib/constructs/edge/steering';
import { zone } from '../../kit/samples';
import { synthesize } from '../../kit/synth';

test('a load balancer is proxied, whatever it balances, and has no time to live', () => {
  const { only } = synthesize((stack) => {
    loadBalancer.make(stack, {
      zone: zone(stack),
      host: 'shop.example.com',
      hostName: 'shop.example.com',
      pools: { us: { id: 'pool-us' }, eu: { id: 'pool-eu' } },
      steering: Steering.failover('eu', 'us'),
      sessionAffinity: false,
      protections: [],
    });
  });
  const balancer = only('ibm_cis_global_load_balancer');
  expect(balancer).toMatchObject({
    proxied: true,
    default_pool_ids: ['pool-eu'],
    fallback_pool_id: 'pool-us',
  });
  expect(balancer.ttl).toBeUndefined();
});
