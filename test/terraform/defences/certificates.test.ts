/** Each trap that hubs, schedules and certificates name, and the constructs walking past it. */
import { TerraformOutput, TerraformStack } from 'cdktf';
import { CertificateSource } from '../../../lib/constructs/certificates/certificate-source';
import { EventHub } from '../../../lib/constructs/certificates/event-hub';
import { EventRecipient } from '../../../lib/constructs/certificates/event-recipient';
import { EventSource } from '../../../lib/constructs/certificates/event-source';
import { EventTopic } from '../../../lib/constructs/certificates/event-topic';
import {
  RotatingCertificate,
  RotatingCertificateProps,
} from '../../../lib/constructs/certificates/rotating-certificate';
import { Schedule } from '../../../lib/constructs/certificates/schedule';
import { CisProtectedDomain } from '../../../lib/constructs/edge/cis-protected-domain';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { KeyAlgorithm } from '../../../lib/facts/certificates';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { CANARY, RESOURCE_GROUP_ID, image, project, withProvider, zone } from '../../kit/samples';
import { HUB_CRN, HUB_ID, certificate, issuer, otherHub } from '../../kit/samples-certificates';
import { STORE_ID, job, value } from '../../kit/samples-secrets';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const CERTIFICATE = 'ibm_sm_public_certificate';
const DESTINATION = 'ibm_en_destination_ce';
const MAIL = 'ibm_en_subscription_email';
const MAPPING = 'ibm_code_engine_domain_mapping';
const REGISTRATION = 'ibm_sm_en_registration';
const SECRET = 'ibm_code_engine_secret';
const TOPIC = 'ibm_en_topic';

describeOffline('a hub walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const made = (stack: TerraformStack) =>
    new EventHub(stack, 'hub', { resourceGroupId: RESOURCE_GROUP_ID, region: 'eu-de' });
  const topicOf = (stack: TerraformStack, description = 'what was deployed') => {
    const events = made(stack);
    const { sourceId } = new EventSource(stack, 'deploys', { hub: events });
    return new EventTopic(stack, 'topic', {
      hub: events,
      sourceId,
      eventTypes: ['a'],
      description,
    });
  };
  const invited = (address: string) => (stack: TerraformStack) =>
    topicOf(stack).notify('ops', EventRecipient.email(address));

  test('of invitations that reach nobody', async () => {
    expectTrap('event-notifications/changed-invitations-reach-nobody');
    await it.deploy(invited('old@example.com'));
    expect(await it.change(invited('new@example.com'))).toContain(
      'will be replaced due to changes in replace_triggered_by',
    );
    expect(it.inCloud(MAIL).attributes).toMatchObject([{ invited: ['new@example.com'] }]);
    await it.converged();
  });

  test('of an invitation that is taken back for the sake of another', async () => {
    await it.deploy(invited('old@example.com'));
    const { id } = it.inCloud(MAIL);
    await it.change((stack) => {
      const topic = topicOf(stack);
      topic.notify('ops', EventRecipient.email('old@example.com'));
      topic.notify('second', EventRecipient.email('new@example.com'));
    });
    const subscriptions = it.workspace.cloud.list(MAIL).map((entry) => entry.value);
    expect(subscriptions).toHaveLength(2);
    expect(subscriptions.map((entry) => entry.id)).toContain(id);
  });

  test('of a mail destination that nobody can create', async () => {
    expectTrap('event-notifications/ibm-mail-destination-cannot-be-created');
    await it.deploy(invited('ops@example.com'));
    expect(it.inCloud(MAIL).destination_id).toMatch(/^[0-9a-f-]{36}$/);
    await it.converged();
  });

  test('of a timer that is off', async () => {
    expectTrap('event-notifications/timer-source-is-off');
    const cron = '0 3 * * *';
    await it.deploy((stack) => {
      const events = made(stack);
      for (const id of ['one', 'two'])
        new Schedule(stack, id, { hub: events, job: job(stack, `${id}-job`), cron });
    });
    expect(it.workspace.cloud.list('ibm_en_ibmsource')).toHaveLength(1);
    const source = it.inCloud('ibm_en_ibmsource');
    expect(source).toMatchObject({ enabled: true, store_notifications: false });
    for (const { value: topic } of it.workspace.cloud.list(TOPIC)) {
      expect(topic.sources).toMatchObject([{ id: source.source_id }]);
    }
    await it.converged();
  });

  test('of a destination without its type', async () => {
    expectTrap('event-notifications/code-engine-destination-type-is-unchecked');
    await it.deploy((stack) => topicOf(stack).startJob(job(stack)));
    expect(it.inCloud(DESTINATION)).toMatchObject({
      type: 'ibmce',
      config: [{ params: [{ type: 'job' }] }],
    });
  });

  test('of a source without a description, and a destination that loses it', async () => {
    expectTrap('event-notifications/source-description-is-required-at-apply');
    expectTrap('event-notifications/removed-destination-description-is-never-sent');
    await it.deploy((stack) => topicOf(stack).startJob(job(stack)));
    for (const type of ['ibm_en_source', DESTINATION]) {
      expect(it.inCloud(type).description).toMatch(/./);
    }
    await it.converged();
  });

  test('of rules that come from elsewhere: they are taken back, and its own stay', async () => {
    expectTrap('event-notifications/topic-update-replaces-all-rules');
    const define = (description: string) => (stack: TerraformStack) =>
      void topicOf(stack, description);
    await it.deploy(define('old'));
    const { id, value: topic } = it.workspace.cloud.list(TOPIC)[0];
    const foreign = { id: 'foreign', rules: [{ enabled: true }] };
    const sources = [...(topic.sources as object[]), foreign] as typeof topic.sources;
    it.workspace.cloud.put(TOPIC, id, { ...topic, sources });
    await it.change(define('new'));
    expect(it.inCloud(TOPIC).sources).toMatchObject([
      { rules: [{ event_type_filter: "$.type == 'a'" }] },
    ]);
    await it.converged();
  });

  test('of addresses, keys and headers in clear', async () => {
    expectTrap('event-notifications/custom-header-tokens-are-in-clear');
    expectTrap('event-notifications/pagerduty-routing-key-is-in-clear');
    expectTrap('event-notifications/slack-url-is-in-clear');
    expectTrap('event-notifications/teams-url-is-in-clear');
    const told = (description: string) => (stack: TerraformStack) => {
      const topic = topicOf(stack, description);
      const options = { headers: { 'X-Token': value(stack) } };
      topic.notify('hook', EventRecipient.webhook(value(stack), options));
      topic.notify('slack', EventRecipient.slack(value(stack)));
      topic.notify('teams', EventRecipient.teams(value(stack)));
      topic.notify('pager', EventRecipient.pagerDuty(value(stack)));
    };
    await it.prepare(told('old'));
    expect(await it.plan()).not.toContain(CANARY);
    await it.apply();
    expect(it.inCloud('ibm_en_destination_slack').config).toMatchObject([
      { params: [{ url: CANARY }] },
    ]);
    expect(await it.change(told('new'))).not.toContain(CANARY);
    it.workspace.liftProtection();
    const { stdout } = await it.workspace.must('destroy', ['plan', '-no-color', '-destroy']);
    expect(stdout).not.toContain(CANARY);
  });
});

describeOffline('a certificate walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const served =
    (hosts: string[], order: object = {}, props: Partial<RotatingCertificateProps> = {}) =>
    (stack: TerraformStack) => {
      const domain = zone(stack);
      const source = CertificateSource.ordered(issuer(stack, { zone: domain }), order);
      const shop = project(stack);
      const tlsSecret = certificate(stack, { source, hosts, ...props }).attachTo(shop);
      const workload = new SecureApp(stack, 'web', { project: shop, image: image() });
      const origins = { main: { workload, tlsSecret } };
      new CisProtectedDomain(stack, 'edge', { zone: domain, host: hosts[0], origins });
    };
  const rendered = (define: (stack: TerraformStack) => void) =>
    JSON.stringify(withProvider(define).toTerraform());

  test('of an old certificate that is put back after a renewal', async () => {
    expectTrap('code-engine/ignored-data-keeps-the-old-certificate');
    await it.deploy(served(['www.example.com']));
    const { id, value: secret } = it.workspace.cloud.list(SECRET)[0];
    const renewed = { tls_cert: 'renewed', tls_key: `renewed ${CANARY}` };
    it.workspace.cloud.put(SECRET, id, { ...secret, data: renewed });
    const { stdout } = await it.converged();
    expect(stdout).not.toContain(CANARY);
    // another cron expression changes the topic, and nothing of the secret.
    await it.change(served(['www.example.com'], {}, { cron: '0 4 * * *' }));
    expect(it.inCloud(SECRET).data).toEqual(renewed);

    // another host is another certificate and another secret, with its own first content.
    const before = it.inCloud(CERTIFICATE).secret_id;
    await it.change(served(['shop.example.com']));
    expect(it.inCloud(CERTIFICATE).secret_id).not.toBe(before);
    expect(it.inCloud(SECRET).name).not.toBe(secret.name);
    expect(it.inCloud(SECRET).data).not.toEqual(renewed);
    expect(it.inCloud(MAPPING)).toMatchObject({
      name: 'shop.example.com',
      tls_secret: it.inCloud(SECRET).name,
    });
    await it.converged();
  });

  test.each([
    ['one more host', ['www.example.com', 'api.example.com'], {}],
    ['another key', ['www.example.com'], { keyAlgorithm: KeyAlgorithm.EC256 }],
    ['an order by hand', ['www.example.com'], { generation: 2 }],
  ])('of a moment without a certificate: %s', async (_, hosts, order) => {
    expectTrap('secrets-manager/public-certificate-change-orders-a-new-one');
    expectTrap('code-engine/create-before-destroy-spreads');
    await it.deploy(served(['www.example.com']));
    const [ordered, secret] = [CERTIFICATE, SECRET].map((type) => it.inCloud(type).name);
    await it.define(served(hosts, order));
    const { stdout } = await it.apply();
    const at = (text: RegExp) => {
      expect(stdout).toMatch(text);
      return stdout.search(text);
    };
    const steps = [
      at(new RegExp(`${CERTIFICATE}\\.\\S+: Creation complete`)),
      at(new RegExp(`${SECRET}\\.\\S+: Creation complete`)),
      at(new RegExp(`${MAPPING}\\.\\S+: Modifications complete`)),
      at(new RegExp(`${SECRET}\\.\\S+ \\(deposed object \\w+\\): Destroying`)),
      at(new RegExp(`${CERTIFICATE}\\.\\S+ \\(deposed object \\w+\\): Destroying`)),
    ];
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    // neither is made under the name of the one that it follows.
    expect(it.inCloud(CERTIFICATE).name).not.toBe(ordered);
    expect(it.inCloud(SECRET).name).not.toBe(secret);
    await it.converged();
  });

  test('of hosts, keys and names that the service does not take', () => {
    expectTrap('secrets-manager/public-certificate-values-are-unchecked');
    expectTrap('secrets-manager/secret-name-is-unchecked');
    const wrong = [
      () => withProvider(served(['https://www.example.com'])),
      () => withProvider(served(['www.example.com'], { keyAlgorithm: 'DSA' })),
      () => withProvider(served(['www.example.com'], {}, { secretName: 'a/b' })),
    ];
    for (const define of wrong) expect(refusalOf(define)).toHaveLength(1);
  });

  test('of an order before its configurations, and of one that nobody proves', async () => {
    expectTrap('secrets-manager/certificate-configurations-are-not-ordered-by-literal-names');
    expectTrap('secrets-manager/manual-dns-certificate-is-not-issued-after-create');
    await it.deploy(served(['www.example.com']));
    const [ca, dns] = ['ca_lets_encrypt', 'dns_cis'].map(
      (word) => it.inCloud(`${CERTIFICATE}_configuration_${word}`).name,
    );
    expect(it.inCloud(CERTIFICATE)).toMatchObject({ ca, dns });
    expect(rendered(served(['www.example.com']))).not.toMatch(/"(ca|dns)":"(?!\$\{)/);
  });

  test('of a region that is the one of the provider', async () => {
    expectTrap('secrets-manager/unset-region-is-the-providers');
    await it.deploy(served(['www.example.com']));
    for (const type of [CERTIFICATE, REGISTRATION, `${CERTIFICATE}_configuration_dns_cis`]) {
      expect(it.inCloud(type)).toMatchObject({
        instance_id: STORE_ID,
        region: 'eu-de',
        endpoint_type: 'private',
      });
    }
  });

  test('of a registration that is made anew, and of a second one', async () => {
    expectTrap('secrets-manager/event-registration-change-replaces');
    expectTrap('secrets-manager/one-event-registration-per-instance');
    await it.deploy(served(['www.example.com']));
    const planned = await it.change(served(['www.example.com', 'api.example.com']));
    expect(planned).not.toMatch(new RegExp(`${REGISTRATION}\\.\\S+ (must|will) be replaced`));
    expect(it.workspace.cloud.list(REGISTRATION)).toHaveLength(1);
    const twice = (stack: TerraformStack) => {
      const source = CertificateSource.ordered(issuer(stack));
      certificate(stack, { source });
      certificate(stack, { source, hub: otherHub(stack) }, 'second');
    };
    expect(refusalOf(() => withProvider(twice))).toHaveLength(1);
  });
});

describeOffline('what a certificate gives', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const attached = (stack: TerraformStack): RotatingCertificate => {
    const shop = certificate(stack);
    shop.attachTo(project(stack));
    return shop;
  };

  test('a renewal by the service leaves the plan empty', async () => {
    await it.deploy((stack) => {
      const { secretId } = attached(stack);
      new TerraformOutput(stack, 'secret_id', { value: secretId });
    });
    const { id, value: ordered } = it.workspace.cloud.list(CERTIFICATE)[0];
    it.workspace.cloud.put(CERTIFICATE, id, {
      ...ordered,
      certificate: 'renewed',
      private_key: `renewed ${CANARY}`,
      expiration_date: '2031-01-01T00:00:00Z',
      serial_number: 'renewed',
    });
    const { stdout } = await it.converged();
    expect(stdout).not.toContain(CANARY);
  });

  test('one that lives for more than ninety days stops the apply', async () => {
    await it.deploy(attached);
    const { id, value: ordered } = it.workspace.cloud.list(CERTIFICATE)[0];
    const validity = [{ not_before: '2026-01-01T00:00:00Z', not_after: '2026-06-01T00:00:00Z' }];
    it.workspace.cloud.put(CERTIFICATE, id, { ...ordered, validity });
    await expect(it.plan()).rejects.toThrow(/valid for more than 90 days/);
  });

  test('the job finds its text, its profile and its task where the contract says', async () => {
    await it.deploy(attached);
    const { data } = it.inCloud('ibm_code_engine_config_map') as any;
    expect(data['rotate.mjs']).toContain('${');
    expect(data['rotate.mjs']).not.toContain('$${');
    const variables = it.inCloud('ibm_code_engine_job').run_env_variables as any[];
    const of = (name: string) => variables.find((entry) => entry.name === name).value;
    expect(JSON.parse(of('ROTATION_CERTIFICATES'))).toEqual([
      {
        id: it.inCloud(CERTIFICATE).secret_id,
        tlsSecret: it.inCloud(SECRET).name,
        hosts: ['www.example.com'],
      },
    ]);
    expect(of('ROTATION_PROFILE_ID')).toBe(it.inCloud('ibm_iam_trusted_profile').profile_id);
    expect(it.inCloud(REGISTRATION).event_notifications_instance_crn).toBe(HUB_CRN);
    expect(it.inCloud(DESTINATION).instance_guid).toBe(HUB_ID);
  });
});
