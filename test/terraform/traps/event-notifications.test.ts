import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { NO_CHANGES, walk } from './trapped';

const CODE_ENGINE = 'ibm_en_destination_ce';
const EMAIL = 'ibm_en_subscription_email';
const EVENT_STREAMS = 'ibm_en_destination_event_streams';
const PAGERDUTY = 'ibm_en_destination_pagerduty';
const SLACK = 'ibm_en_destination_slack';
const SOURCE = 'ibm_en_ibmsource';
const TEAMS = 'ibm_en_destination_msteams';
const TEMPLATE = 'ibm_en_code_engine_template';
const TOPIC = 'ibm_en_topic';
const WEBHOOK = 'ibm_en_destination_webhook';
const WEBHOOKS = 'ibm_en_subscription_webhook';

const instance_guid = '01234567-89ab-cdef-0123-456789abcdef';
const of = (type: string, values: object) => ({
  [type]: specimen(type, { instance_guid, ...values }),
});
const secretUrl = 'https://hooks.example.com/secret-path';

describeOffline('the traps of destinations', () => {
  const it = walk();

  test('event-notifications/custom-header-tokens-are-in-clear: in plan and state', async () => {
    const header = { 'config.params.custom_headers': { authorization: 'header-token' } };
    const text = await it.apply({ ...of(CODE_ENGINE, header), ...of(WEBHOOK, header) });
    expect(text.match(/"header-token"/g)).toHaveLength(2);
    expect(JSON.stringify(it.state(WEBHOOK).config)).toContain('header-token');
  });

  test('event-notifications/pagerduty-routing-key-is-in-clear: in plan and state', async () => {
    const text = await it.apply(of(PAGERDUTY, { 'config.params.routing_key': 'own-key' }));
    expect(text).toMatch(/routing_key\s+= "own-key"/);
    expect(it.state(PAGERDUTY).config[0].params[0].routing_key).toBe('own-key');
  });

  test('event-notifications/slack-url-is-in-clear: and the token', async () => {
    const params = { 'config.params.url': secretUrl, 'config.params.token': 'own-token' };
    const text = await it.apply(of(SLACK, params));
    expect(text).toMatch(/"own-token"[^]*\/secret-path"/);
    expect(it.state(SLACK).config[0].params[0]).toMatchObject({
      url: secretUrl,
      token: 'own-token',
    });
  });

  test('event-notifications/teams-url-is-in-clear: in plan and state', async () => {
    expect(await it.apply(of(TEAMS, { 'config.params.url': secretUrl }))).toContain(secretUrl);
    expect(it.state(TEAMS).config[0].params[0].url).toBe(secretUrl);
  });

  test('event-notifications/event-streams-destination-never-converges: ever', async () => {
    const destination = of(EVENT_STREAMS, { 'config.params.topic': 'events' });
    await it.apply(destination);
    expect(it.stored(EVENT_STREAMS).config[0].params[0].topic).toBe('events');
    expect(await it.apply(destination)).toMatch(/\+ topic\s+= "events"/);
    expect(await it.plan()).toMatch(/\+ topic\s+= "events"/);
  });

  test('event-notifications/removed-destination-description-is-never-sent: ever', async () => {
    await it.apply(of(CODE_ENGINE, { description: 'old' }));
    await it.apply(of(CODE_ENGINE, {}));
    expect(it.stored(CODE_ENGINE).description).toBe('old');
    expect(await it.plan()).toMatch(/- description\s+= "old" -> null/);
  });
});

describeOffline('the traps of subscriptions', () => {
  const it = walk();
  const email = (...invited: string[]) => of(EMAIL, { 'attributes.invited': invited });

  test('event-notifications/changed-invitations-reach-nobody: and no plan tells', async () => {
    await it.apply(email('old@example.com'));
    expect(await it.apply(email('new@example.com'))).toContain('1 changed');
    expect(it.stored(EMAIL).attributes[0].invited).toEqual(['old@example.com']);
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('event-notifications/subscription-attributes-are-never-read: drift is unseen', async () => {
    await it.apply(email('own@example.com'));
    it.meddle(EMAIL, { attributes: [{ invited: ['foreign@example.com'] }] });
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('event-notifications/webhook-subscription-sends-an-empty-template: unasked', async () => {
    await it.apply(of(WEBHOOKS, { 'attributes.signing_enabled': true }));
    expect(it.stored(WEBHOOKS).attributes[0].template_id_notification).toBe('');
    expect(await it.plan()).toContain(NO_CHANGES);
  });
});

describeOffline('the traps of templates, sources and topics', () => {
  const it = walk();
  const template = of(TEMPLATE, { 'params.body': 'body-token' });

  test('event-notifications/code-engine-template-is-in-clear: in plan and state', async () => {
    expect(await it.apply(template)).toMatch(/body\s+= "body-token"/);
    expect(it.state(TEMPLATE).params[0].body).toBe('body-token');
  });

  test('event-notifications/template-body-is-never-read: drift is unseen', async () => {
    await it.apply(template);
    it.meddle(TEMPLATE, { params: [{ body: 'foreign' }] });
    expect(await it.plan()).toContain(NO_CHANGES);
    expect(it.state(TEMPLATE).params[0].body).toBe('body-token');
  });

  test('event-notifications/timer-source-is-off: and stays on, once it was on', async () => {
    await it.apply(of(SOURCE, { enabled: true }));
    await it.destroy();
    expect(it.stored(SOURCE).enabled).toBe(true);
  });

  test('event-notifications/topic-update-replaces-all-rules: the foreign ones too', async () => {
    const [own, foreign] = ['own', 'foreign'].map((id) => ({ id, rules: [{ enabled: true }] }));
    const topic = (description: string) => of(TOPIC, { description, sources: [own] });
    await it.apply(topic('old'));
    it.meddle(TOPIC, { sources: [...it.stored(TOPIC).sources, foreign] });
    await it.apply(topic('new'));
    expect(it.stored(TOPIC).sources.map(({ id }: { id: string }) => id)).toEqual(['own']);
  });
});
