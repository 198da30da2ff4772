/**
 * What is rendered is what was seen to work: the deployment in `test/terraform/fixtures/secure-web-service` was applied
 * with the real provider, planned again without changes, and destroyed.
 */
import { textOf } from '../kit/fresh';

type Json = Record<string, any>;

const FIXTURE = JSON.parse(
  textOf('test/terraform/fixtures/secure-web-service/main.tf.json'),
) as Json;
const EXAMPLE = (JSON.parse(textOf('examples/12-secure-web-service/expected.tf.json')) as Json)
  .resource as Json;

/** What the example renders where the deployment has a resource, told by the block where there are several. */
const RENDERED: readonly [type: string, name: string, block?: RegExp][] = [
  ['ibm_cis_alert', 'ddos', /dos_attack/],
  ['ibm_cis_alert', 'pool', /load_balancing/],
  ['ibm_cis_domain', 'zone'],
  ['ibm_cis_domain_settings', 'web'],
  ['ibm_cis_global_load_balancer', 'web'],
  ['ibm_cis_healthcheck', 'web'],
  ['ibm_cis_origin_pool', 'web'],
  ['ibm_cis_ruleset_entrypoint_version', 'custom', /Custom/],
  ['ibm_cis_ruleset_entrypoint_version', 'managed', /Managed/],
  ['ibm_cis_ruleset_entrypoint_version', 'rate', /RateLimits/],
  ['ibm_cis_ruleset_rule', 'rate'],
  ['ibm_cis_tls_settings', 'web'],
  ['ibm_code_engine_app', 'web'],
  ['ibm_code_engine_config_map', 'rotator'],
  ['ibm_code_engine_domain_mapping', 'web'],
  ['ibm_code_engine_job', 'rotator'],
  ['ibm_code_engine_project', 'project'],
  ['ibm_code_engine_secret', 'registry', /Pull/],
  ['ibm_code_engine_secret', 'tls', /Tls/],
  ['ibm_cr_namespace', 'images'],
  ['ibm_cr_retention_policy', 'images'],
  ['ibm_en_destination_ce', 'rotator'],
  ['ibm_en_ibmsource', 'timer'],
  ['ibm_en_subscription_ce', 'rotated', /Rotated/],
  ['ibm_en_subscription_ce', 'timer', /Timer/],
  ['ibm_en_subscription_email', 'alarm'],
  ['ibm_en_topic', 'alarm', /Alarm/],
  ['ibm_en_topic', 'rotated', /Rotated/],
  ['ibm_en_topic', 'timer', /Timer/],
  ['ibm_iam_authorization_policy', 'events_code_engine', /Jobs/],
  ['ibm_iam_authorization_policy', 'secrets_manager_cis', /Dns/],
  ['ibm_iam_authorization_policy', 'secrets_manager_events', /Leave/],
  ['ibm_iam_service_api_key', 'pull'],
  ['ibm_iam_service_id', 'pull'],
  ['ibm_iam_service_policy', 'pull'],
  ['ibm_iam_trusted_profile', 'rotator'],
  ['ibm_iam_trusted_profile_link', 'rotator'],
  ['ibm_iam_trusted_profile_policy', 'read_certificate', /attachTo-Group/],
  ['ibm_iam_trusted_profile_policy', 'write_project', /attachTo-Rotator/],
  ['ibm_sm_en_registration', 'secrets_manager'],
  ['ibm_sm_public_certificate', 'tls'],
  ['ibm_sm_public_certificate_configuration_ca_lets_encrypt', 'ca'],
  ['ibm_sm_public_certificate_configuration_dns_cis', 'dns'],
  ['ibm_sm_secret_group', 'tls'],
];

/** What the deployment has and the example has not. */
const ABSENT: Readonly<Record<string, string>> = {
  'ibm_code_engine_config_map.web': 'settings of the app itself; a ConfigMap takes them',
};

/** Where the library renders something else, and why that is right. */
const DIFFERENT: Readonly<Record<string, string>> = {
  'ibm_cis_alert.mechanisms.webhooks': 'always rendered, so that removed ones go',
  'ibm_cis_alert.alert_type': 'the kind that IBM documents for health; the other one is older',
  'ibm_cis_alert.lifecycle': 'what an alert watches is part of it: a change makes it anew',
  'ibm_cis_domain_settings.dnssec': 'signed by default; whoever turned it off is told of',
  'ibm_cis_domain_settings.lifecycle':
    'DNSSEC cannot be changed twice, so it is looked at and not set',
  'ibm_cis_healthcheck.path': 'the root by default: every app has one, and a path is a prop',
  'ibm_cis_origin_pool.check_regions.1': 'both sides of the Atlantic by default; a prop',
  'ibm_cis_origin_pool.notification_email': 'the alert on the health of pools tells the same',
  'ibm_cis_global_load_balancer.region_pools': 'always rendered, so that removed regions go',
  'ibm_cis_ruleset_entrypoint_version.rulesets.rules.0.expression': 'the same, with other brackets',
  'ibm_cis_ruleset_entrypoint_version.rulesets.rules.1.expression': 'the same, with other brackets',
  'ibm_cis_ruleset_rule.lifecycle.replace_triggered_by.1': 'with the zone too',
  'ibm_code_engine_app.scale_max_instances': 'ten by default; a prop',
  'ibm_code_engine_app.scale_down_delay': 'none by default; a prop',
  'ibm_code_engine_app.probe_liveness':
    'by TCP, since a path that tells readiness may cost work; a prop',
  'ibm_code_engine_app.probe_readiness': 'on the path of the health check; a prop',
  'ibm_code_engine_app.run_env_variables': 'the example has no settings',
  'ibm_code_engine_app.run_volume_mounts': 'always rendered, so that removed ones go',
  'ibm_code_engine_app.lifecycle': 'a probe of another kind replaces the app',
  'ibm_code_engine_job.scale_max_execution_time': 'a little more than the deadline of the rotator',
  'ibm_code_engine_job.run_env_variables': 'settings for many certificates and several endpoints',
  'ibm_code_engine_secret.lifecycle':
    'its name tells the hosts, so the old one serves until the new one does',
  'ibm_en_subscription_email.attributes.from_name': 'says what the mail is about',
  'ibm_en_subscription_email.attributes.reply_to_name': 'says what the mail is about',
  'ibm_en_topic.depends_on': 'the order by a dependency here and by a reference there',
  'ibm_en_topic.sources.rules.0.notification_filter': 'rendered as the service answers it',
  'ibm_en_topic.sources.rules.1.notification_filter': 'rendered as the service answers it',
  'ibm_en_topic.sources.rules.2.notification_filter': 'rendered as the service answers it',
  'ibm_en_topic.sources.rules.0.event_type_filter': 'rendered as the service answers it',
  'ibm_en_topic.sources.rules.0.event_schedule_filter': 'another day and hour',
  'ibm_iam_service_policy.description': 'a policy is told by what it allows',
  'ibm_iam_service_policy.resources.0.region': 'a text here and a variable there',
  'ibm_iam_service_api_key.depends_on': 'whoever has the key may use it at once',
  'ibm_iam_service_api_key.expires_at': 'in a generation',
  'ibm_iam_service_api_key.lifecycle.replace_triggered_by': 'the key is replaced by its generation',
  'ibm_iam_trusted_profile_link.lifecycle.replace_triggered_by.1': 'one trigger for what links',
  'ibm_iam_trusted_profile_policy.description': 'a policy is told by what it allows',
  'ibm_sm_en_registration.endpoint_type': 'private endpoints only',
  'ibm_sm_en_registration.event_notifications_source': 'texts of the library',
  'ibm_sm_public_certificate.alt_names': 'always rendered, so that removed ones go',
  'ibm_sm_public_certificate.labels': 'always rendered, so that removed ones go',
  'ibm_sm_public_certificate.endpoint_type': 'private endpoints only',
  'ibm_sm_public_certificate.lifecycle':
    'at most 90 days; the old one stays until the new one is there',
  'ibm_sm_public_certificate_configuration_ca_lets_encrypt.endpoint_type': 'private endpoints only',
  'ibm_sm_public_certificate_configuration_dns_cis.depends_on':
    'an authorization takes a while, and a zone has to be active',
  'ibm_sm_public_certificate_configuration_dns_cis.endpoint_type': 'private endpoints only',
  'ibm_sm_secret_group.endpoint_type': 'private endpoints only',
  'ibm_cr_retention_policy.images_per_repo': 'the same number, by way of a trigger there',
};

/** Every leaf by its path; a block that there is once reads like one of a list, a reference like any other. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [[path, 'nothing']];
    return value.flatMap((item, index) => leaves(item, `${path}.${index}`));
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([name]) => name !== '//');
    return members.flatMap(([name, item]) => leaves(wrapped(item), `${path}.${name}`));
  }
  const isWord = typeof value === 'string' && /\$\{|^\w+\.\w|example|acme/.test(value);
  return [[path, isWord ? 'a name or a reference' : value]];
}

/** A block is a list of one in one form and an object in the other. */
const wrapped = (item: unknown): unknown =>
  typeof item === 'object' && item !== null && !Array.isArray(item) ? [item] : item;

/** Names that a deployment chooses for itself. */
const CHOSEN =
  /\.(name|description|namespace|crn|expires_at|lifecycle\.0\.replace_triggered_by\.\d)$/;

function differences(type: string, name: string, block = /./): string[] {
  const seen = new Map(leaves(FIXTURE.resource[type][name], type));
  const [, own] = Object.entries(EXAMPLE[type] as Json).find(([id]) => block.test(id))!;
  const rendered = new Map(leaves(own, type));
  return [...new Set([...seen.keys(), ...rendered.keys()])].filter(
    (path) =>
      seen.get(path) !== rendered.get(path) &&
      !(CHOSEN.test(path) && seen.has(path) && rendered.has(path)),
  );
}

const all = RENDERED.flatMap((each) => differences(...each));
const plain = (path: string) => path.replace(/\.0(?=\.[a-z])/g, '');
const explained = (path: string) =>
  Object.keys(DIFFERENT).find((key) => plain(path).startsWith(plain(key)));

test.each(RENDERED.map(([type, name]) => [type, name]))(
  '%s.%s is rendered as it was seen',
  (type, name) => {
    const row = RENDERED.find((it) => it[0] === type && it[1] === name)!;
    expect(differences(...row).filter((path) => !explained(path))).toEqual([]);
  },
);

test('every difference that is explained is one', () => {
  const needed = new Set(all.map(explained));
  expect(Object.keys(DIFFERENT).filter((key) => !needed.has(key))).toEqual([]);
});

test('every resource of the deployment is accounted for', () => {
  const own = Object.entries(FIXTURE.resource as Record<string, Json>)
    .filter(([type]) => type !== 'terraform_data')
    .flatMap(([type, blocks]) => Object.keys(blocks).map((name) => `${type}.${name}`));
  const rows = RENDERED.map(([type, name]) => `${type}.${name}`);
  expect([...rows, ...Object.keys(ABSENT)].sort()).toEqual(own.sort());
});
