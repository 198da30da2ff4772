import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { EdgeAlerts, EdgeAlertsProps } from '../../../lib/constructs/edge/edge-alerts';
import { EdgeWebhook } from '../../../lib/constructs/edge/edge-webhook';
import { ICisZone } from '../../../lib/constructs/edge/zone';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { EdgeAlertKind } from '../../../lib/facts/edge-alerts';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CIS_CRN, ZONE_ID, zone } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const POOL = '0123456789abcdef0123456789abcdef';
const TO = { emails: ['ops@example.com'] };

const alerts = (stack: TerraformStack, props: Partial<EdgeAlertsProps> = TO) =>
  new EdgeAlerts(stack, 'alerts', { zone: props.zone ?? zone(stack), ...props });
const rendered = (props: Partial<EdgeAlertsProps> = TO) =>
  synthesize((stack) => void alerts(stack, props));
const policies = (json: Record<string, any>) =>
  Object.values(json.resource.ibm_cis_alert as Record<string, any>);
const policy = (json: Record<string, any>, kind: EdgeAlertKind) =>
  policies(json).find(({ alert_type }) => alert_type === kind);

describe('EdgeAlerts render their defaults', () => {
  test('as an alert of each usual kind, and none of pools before there is one', () => {
    expect(policies(rendered().json).map(({ alert_type }) => alert_type)).toEqual([
      'clickhouse_alert_fw_anomaly',
      'dedicated_ssl_certificate_event_type',
      'dos_attack_l7',
      'universal_ssl_event_type',
    ]);
  });

  test('as alerts that are on, described, and left alone in what the service makes of them', () => {
    expect(policy(rendered().json, EdgeAlertKind.HTTP_DDOS)).toEqual({
      cis_id: CIS_CRN,
      name: 'test-alerts-http-ddos',
      description: 'Layer-7 attack on the zones of the instance',
      enabled: true,
      alert_type: 'dos_attack_l7',
      mechanisms: [{ email: ['ops@example.com'], webhooks: [] }],
      lifecycle: {
        ignore_changes: ['filters', 'conditions'],
        replace_triggered_by: [expect.stringMatching(/^terraform_data\.zone_Zone_\w+$/)],
      },
    });
  });

  test('as spikes of this zone, made anew when that changes', () => {
    const { filters, lifecycle } = policy(rendered().json, EdgeAlertKind.SECURITY_EVENTS);
    expect(filters).toBe(`\${jsonencode({"zones" = ["${ZONE_ID}"]})}`);
    expect(lifecycle.replace_triggered_by).toEqual([
      expect.stringMatching(/^terraform_data\.zone_Zone_/),
      expect.stringMatching(/^terraform_data\.alerts_Filters-clickhouse_alert_fw_anomaly_/),
    ]);
  });
});

describe('EdgeAlerts render every prop', () => {
  test('with webhooks', () => {
    const { json, only } = synthesize(
      (stack) =>
        void alerts(stack, {
          webhooks: {
            desk: EdgeWebhook.fromUrl(
              'https://alerts.example.com/cis',
              SecretValue.fromVariable(stack, 'desk'),
            ),
          },
        }),
    );
    expect(only('ibm_cis_webhook')).toEqual({
      cis_id: CIS_CRN,
      name: 'desk',
      url: 'https://alerts.example.com/cis',
      secret: '${sensitive(var.desk)}',
      lifecycle: { replace_triggered_by: [expect.stringMatching(/^terraform_data\.zone_Zone_/)] },
    });
    expect(policies(json)[0].mechanisms).toEqual([
      { email: [], webhooks: [expect.stringMatching(/^\$\{ibm_cis_webhook\..*\.webhook_id\}$/)] },
    ]);
  });

  test('with each kind, and a name', () => {
    const kinds = Object.values(EdgeAlertKind);
    const { json } = rendered({ ...TO, kinds, pools: [POOL], alertName: 'Shop' });
    expect(policies(json).map(({ name }) => name)).toEqual([
      'Shop-security-events',
      'Shop-advanced-security-events',
      'Shop-advanced-certificate',
      'Shop-http-ddos',
      'Shop-pool-health',
      'Shop-pool-toggle',
      'Shop-universal-certificate',
    ]);
    expect(policy(json, EdgeAlertKind.ADVANCED_SECURITY_EVENTS).filters).toContain(
      `"services" = ["firewallManaged", "firewallCustom", "ratelimit", "securitylevel", "bic"], "zones"`,
    );
    expect(policy(json, EdgeAlertKind.POOL_HEALTH).filters).toBe(
      `\${jsonencode({"event_source" = ["pool", "origin"], "new_health" = ["Unhealthy", "Healthy"], "pool_id" = ["${POOL}"]})}`,
    );
    expect(policy(json, EdgeAlertKind.POOL_TOGGLE).filters).toBe(
      `\${jsonencode({"enabled" = ["false", "true"], "pool_id" = ["${POOL}"]})}`,
    );
  });

  test('with pools that are added, each once, in one alert, by the id alone', () => {
    const { json } = synthesize((stack) => {
      const own = alerts(stack, { ...TO, kinds: [EdgeAlertKind.POOL_HEALTH] });
      own.addPool(POOL);
      own.addPool(`${POOL}:${CIS_CRN}`);
      own.addPool(new TerraformVariable(stack, 'pool', {}).stringValue);
    });
    expect(policies(json)).toHaveLength(1);
    expect(policies(json)[0].filters).toContain(
      `"pool_id" = ["${POOL}", element(split(":", var.pool), 0)]`,
    );
  });
});

const text = (value: string) => value as unknown as EdgeWebhook;

test.each<[string, Partial<EdgeAlertsProps>]>([
  ['zone', { ...TO, zone: 'example.com' as unknown as ICisZone }],
  ['emails', {}],
  ['emails.1', { emails: ['ops@example.com', 'Ops <ops@example.com>'] }],
  ['webhooks.desk', { webhooks: { desk: text('https://hooks.slack.com/services/T/B/x') } }],
  ['webhooks\\["-"\\]|webhooks.-', { webhooks: { '-': { _url: '' } as unknown as EdgeWebhook } }],
  ['kinds', { ...TO, kinds: [] }],
  ['kinds.0', { ...TO, kinds: ['ddos' as EdgeAlertKind] }],
  ['pools.0', { ...TO, pools: ['shop'] }],
  ['alertName', { ...TO, alertName: '<shop>' }],
])('EdgeAlerts are refused for their %s when they are %p', (prop, props) => {
  expect(refusalOf(() => alerts(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^(${prop}): got `)),
  ]);
});

test.each([CisPlan.TRIAL, CisPlan.STANDARD_NEXT])('EdgeAlerts are refused on %s', (plan) => {
  const stack = newStack();
  expect(refusalOf(() => alerts(stack, { ...TO, zone: zone(stack, plan) }))).toEqual([
    expect.stringMatching(/^zone: got a zone of plan .*, which has alerts$/),
  ]);
});

test('EdgeAlerts that were asked for pools and got none fail the synthesis', () => {
  const stack = newStack();
  alerts(stack, { ...TO, kinds: [EdgeAlertKind.POOL_HEALTH] });
  expect(messageOf(() => Testing.synth(stack, true))).toContain(
    'pools: got nothing, expected at least one; use addPool',
  );
});

test('EdgeAlerts refuse a pool that is added and is none', () => {
  const own = alerts(newStack());
  expect(refusalOf(() => own.addPool('shop'))).toEqual([
    expect.stringMatching(/^poolId: got "shop", expected 32 hexadecimal digits/),
  ]);
});
