import {
  ALERT_NAME,
  ALERT_WORDS,
  EMAIL_ADDRESS,
  EdgeAlertKind,
  PLAIN_URL,
  POOL_ALERTS,
  POOL_ID,
  SECRET_URL_HOSTS,
  USUAL_ALERTS,
  WATCHED_SERVICES,
} from '../../lib/facts/edge-alerts';

test('what is usual is an attack, a spike, pools that are ill and certificates', () => {
  expect(USUAL_ALERTS).toHaveLength(5);
  expect(USUAL_ALERTS).not.toContain(EdgeAlertKind.POOL_TOGGLE);
  expect(POOL_ALERTS.every((it) => it.startsWith('load_balancing_'))).toBe(true);
});

test('every kind has words of its own, which make a name', () => {
  const words = Object.values(EdgeAlertKind).map((kind) => ALERT_WORDS[kind]);
  expect(new Set(words.flat()).size).toBe(2 * words.length);
  for (const [end] of words) expect(end).toMatch(ALERT_NAME.pattern);
});

test('services that are watched are named as the log of the firewall names them', () => {
  for (const service of WATCHED_SERVICES) expect(service).toMatch(/^[a-zA-Z]+$/);
});

test('rules know right from wrong', () => {
  expect('security+edge@mail.example.com').toMatch(EMAIL_ADDRESS.pattern);
  for (const wrong of ['security', 'a@b', 'a@b@example.com', 'a@example.com, b@example.com']) {
    expect(wrong).not.toMatch(EMAIL_ADDRESS.pattern);
  }
  const pool = '0'.repeat(32);
  for (const right of [pool, `${pool}:crn:v1:x`]) expect(right).toMatch(POOL_ID.pattern);
  for (const wrong of ['pool', `${pool}:`, `${pool}0`]) expect(wrong).not.toMatch(POOL_ID.pattern);
});

test('an address is plain, or a secret', () => {
  expect('https://alerts.example.com:8443/cis/a').toMatch(PLAIN_URL.pattern);
  for (const wrong of ['http://example.com', 'https://a:b@example.com', 'https://example.com?a']) {
    expect(wrong).not.toMatch(PLAIN_URL.pattern);
  }
  for (const secret of ['hooks.slack.com/a', 'acme.webhook.office.com', 'discord.com/api']) {
    expect(`https://${secret}`).toMatch(SECRET_URL_HOSTS);
  }
  expect('https://alerts.example.com/hooks.slack.com').not.toMatch(SECRET_URL_HOSTS);
});
