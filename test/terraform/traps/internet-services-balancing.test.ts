import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { NO_CHANGES, walk } from './trapped';

const BALANCER = 'ibm_cis_global_load_balancer';
const CHECK = 'ibm_cis_healthcheck';
const POOL = 'ibm_cis_origin_pool';

const cis_id = 'crn:v1:bluemix:public:internet-svcs:global:a/0:cis::';
const domain_id = '1'.repeat(32);
const ID = `\${${POOL}.it.id}`;
const check = (values: object = {}) => ({ [CHECK]: { cis_id, ...values } });
const balancer = (values: object = {}, pool = ID) => ({
  [POOL]: specimen(POOL, { cis_id }),
  [BALANCER]: {
    cis_id,
    domain_id,
    name: 'www.example.com',
    default_pool_ids: [pool],
    fallback_pool_id: ID,
    ...values,
  },
});

describeOffline('the traps of load balancers', () => {
  const it = walk();

  test('internet-services/disabled-load-balancer-is-never-sent: it keeps serving', async () => {
    await it.apply(balancer());
    await it.apply(balancer({ enabled: false }));
    expect(it.stored(BALANCER).enabled).toBe(true);
    expect(await it.plan()).toMatch(/enabled\s+= true -> false/);
  });

  test('internet-services/load-balancer-ttl-is-sent-although-proxied: the default', async () => {
    await it.apply(balancer({ proxied: true }));
    expect(it.stored(BALANCER)).toMatchObject({ proxied: true, ttl: 60 });
  });

  test('internet-services/load-balancer-unset-steering-policy-is-sent-empty: unseen', async () => {
    await it.apply(balancer());
    expect(it.stored(BALANCER).steering_policy).toBe('');
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('internet-services/plain-pool-ids-drop-the-default-pools: for ever', async () => {
    const plain = balancer({}, `\${${POOL}.it.pool_id}`);
    await it.apply(plain);
    await it.apply(plain);
    expect(it.stored(BALANCER).default_pool_ids).toEqual([]);
    expect(await it.plan()).toMatch(/default_pool_ids\s+= \[\s+\+ "/);
    await it.apply(balancer());
    expect(await it.plan()).toContain(NO_CHANGES);
  });
});

describeOffline('the traps of health checks', () => {
  const it = walk();

  test('internet-services/health-check-description-defaults-to-a-space: one', async () => {
    await it.apply(check());
    expect(it.stored(CHECK).description).toBe(' ');
  });

  test('internet-services/health-check-false-is-never-sent: what was on stays on', async () => {
    await it.apply(check({ allow_insecure: true, follow_redirects: true }));
    await it.apply(check({ allow_insecure: false, follow_redirects: false }));
    expect(it.stored(CHECK)).toMatchObject({ allow_insecure: true, follow_redirects: true });
    expect(await it.plan()).toMatch(/allow_insecure\s+= true -> false/);
  });

  test('internet-services/health-check-unset-port-is-not-sent: the service decides', async () => {
    expect(await it.apply(check())).toMatch(/port\s+= \(known after apply\)/);
    expect(it.stored(CHECK).port).toEqual(expect.any(Number));
  });

  test('internet-services/tcp-health-check-sends-method-and-path: all the same', async () => {
    await it.apply(check({ type: 'tcp', port: 443 }));
    expect(it.stored(CHECK)).toMatchObject({ type: 'tcp', method: 'GET', path: '/' });
  });
});
