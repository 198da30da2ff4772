import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { IN_PLACE, walk } from './trapped';

const ADDRESSES = 'ibm_cis_ip_addresses';
const ALERT = 'ibm_cis_alert';
const BOTS = 'ibm_cis_bot_management';
const FIREWALL = 'ibm_cis_firewall';
const ITEMS = 'ibm_cis_custom_list_items';
const JOB = 'ibm_cis_logpush_job';
const LIST = 'ibm_cis_custom_list';

const cis_id = 'crn:v1:bluemix:public:internet-svcs:global:a/0:cis::';
const domain_id = '1'.repeat(32);

describeOffline('the traps of alerts', () => {
  const it = walk();
  const mechanisms = [{ email: ['ops@example.com'] }];
  const said = { conditions: '{"a":1}', filters: '{"b":2}' };
  const alert = (values: object = said) => ({
    [ALERT]: { cis_id, name: 'own', alert_type: 'x', enabled: true, mechanisms, ...values },
  });

  test('internet-services/alert-conditions-are-not-sent-on-create: only later', async () => {
    await it.apply(alert());
    expect(it.stored(ALERT)).toMatchObject({ ...said, conditions: '{}' });
    await it.apply(alert());
    expect(it.stored(ALERT)).toMatchObject(said);
  });

  test('internet-services/alert-without-conditions-never-converges: nor filters', async () => {
    await it.apply(alert({}));
    expect(await it.apply(alert({}))).toMatch(/- conditions\s+= jsonencode\({}\)/);
    expect(await it.plan()).toMatch(/- filters\s+= jsonencode\({}\)/);
  });

  test('internet-services/disabled-alert-is-never-sent: it stays enabled', async () => {
    await it.apply(alert({ enabled: false }));
    expect(it.stored(ALERT).enabled).toBe(true);
    await it.apply(alert({ enabled: false }));
    expect(await it.plan()).toMatch(/enabled\s+= true -> false/);
  });

  test('internet-services/removed-alert-description-is-never-sent: it stays', async () => {
    await it.apply(alert({ description: 'old' }));
    await it.apply(alert());
    expect(it.stored(ALERT).description).toBe('old');
    expect(await it.plan()).toMatch(/description\s+= "old" -> null/);
  });
});

describeOffline('the traps of log jobs', () => {
  const it = walk();
  const options = { frequency: 'low', logpull_options: 'timestamps=rfc3339' };
  const job = (values: object = {}) => ({
    [JOB]: specimen(JOB, { cis_id, domain_id, name: 'own', dataset: 'http', ...values }),
  });

  test('internet-services/disabled-logpush-job-is-never-sent: it keeps running', async () => {
    await it.apply(job({ ...options, enabled: true }));
    await it.apply(job({ ...options, enabled: false }));
    expect(it.stored(JOB).enabled).toBe(true);
    expect(await it.plan()).toMatch(/enabled\s+= true -> false/);
  });

  test('internet-services/logpush-name-and-dataset-changes-are-not-sent: ever', async () => {
    await it.apply(job(options));
    expect(await it.apply(job({ ...options, name: 'new', dataset: 'dns' }))).toContain(IN_PLACE);
    expect(it.stored(JOB)).toMatchObject({ name: 'own', dataset: 'http' });
    expect(await it.plan()).toContain(IN_PLACE);
  });

  test('internet-services/logpush-unset-options-never-converge: the service has some', async () => {
    await it.apply(job());
    expect(await it.apply(job())).toMatch(/frequency\s+= "high" -> null/);
    expect(await it.plan()).toMatch(/frequency\s+= "high" -> null/);
  });
});

describeOffline('the traps of lists and rules of access', () => {
  const it = walk();
  const list = (name: string) => ({ [LIST]: { cis_id, name, kind: 'ip' } });
  const items = (...ips: string[]) => ({
    [ITEMS]: { cis_id, list_id: 'own', items: ips.map((ip) => ({ ip })) },
  });
  const stored = () => it.stored(ITEMS).items.map(({ ip }: { ip: string }) => ip);

  test('internet-services/custom-list-items-replace-the-whole-list: all of it', async () => {
    await it.apply(items('192.0.2.1'));
    it.meddle(ITEMS, { items: [...it.stored(ITEMS).items, { ip: '192.0.2.9' }] });
    await it.apply(items('192.0.2.1', '192.0.2.2'));
    expect(stored()).toEqual(['192.0.2.1', '192.0.2.2']);
  });

  test('internet-services/destroyed-list-items-stay: in the list', async () => {
    await it.apply(items('192.0.2.1'));
    await it.destroy();
    expect(stored()).toEqual(['192.0.2.1']);
  });

  test('internet-services/custom-list-name-change-fails: at apply', async () => {
    await it.apply(list('old'));
    expect(await it.failure(list('new'))).toContain("List's name can not be changed");
  });

  test('internet-services/firewall-value-change-leaves-a-gap: deleted, then created', async () => {
    const allow = (value: string) => ({
      [FIREWALL]: {
        cis_id,
        domain_id,
        firewall_type: 'access_rules',
        access_rule: [{ mode: 'block', configuration: [{ target: 'country', value }] }],
      },
    });
    await it.apply(allow('AA'));
    const text = await it.apply(allow('BB'));
    expect(text).toMatch(/"AA" -> "BB" # forces replacement/);
    expect(text).toMatch(/Destruction complete[^]*Creating\.\.\./);
  });

  test('internet-services/bot-management-always-fails: at apply', async () => {
    const bots = { [BOTS]: { cis_id, domain_id } };
    expect(await it.failure(bots)).toContain('Root object was present, but now absent');
  });
});

describeOffline('the traps of the address ranges', () => {
  const it = walk();
  const ranges = (of: string) => ({
    data: { [ADDRESSES]: { it: {} } },
    output: { seen: { value: `\${join(" ", flatten([data.${ADDRESSES}.it.${of}]))}` } },
  });
  const list = { [LIST]: { cis_id, name: 'own', kind: 'ip' } };

  test('internet-services/ip-addresses-data-source-id-is-the-time: at every plan', async () => {
    await it.apply(list, ranges('id'));
    expect(await it.plan()).toContain('Changes to Outputs');
  });

  test('internet-services/ip-addresses-data-source-repeats-ipv4: for both', async () => {
    const seen = async (of: string) =>
      /seen = "(.*)"/.exec(await it.apply(list, ranges(of)))?.[1] ?? '';
    const four = await seen('ipv4_cidrs');
    expect(four).toMatch(/\d/);
    expect(await seen('ipv6_cidrs')).toBe(four);
  });
});
