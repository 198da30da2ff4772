/** Deployments written by hand, and the variables they ask for. */
import * as path from 'path';

const folder = (name: string) => path.join(__dirname, 'fixtures', name);
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const instance = (service: string, guid: string) =>
  `crn:v1:bluemix:public:${service}:us-south:a/${'0'.repeat(32)}:${guid}::`;

/** A secret that no text may show. */
export const TOKEN = 'canary-of-the-api-token';

/** The least: one app that only its own project can reach, with one secret. */
export const PRIVATE_APPLICATION = {
  dir: folder('private-application'),
  variables: {
    resource_group_id: '0123456789abcdef0123456789abcdef',
    image: `us.icr.io/team/web@${digest}`,
    api_token: TOKEN,
  },
};

/** The most: an app behind Internet Services with a certificate that renews itself, 52 resources. */
export const SECURE_WEB_SERVICE = {
  dir: folder('secure-web-service'),
  variables: {
    resource_group_id: PRIVATE_APPLICATION.variables.resource_group_id,
    registry_namespace: 'shop-images',
    image_digest: digest,
    rotator_image: `docker.io/library/node@${digest}`,
    domain: 'example.com',
    cis_crn: instance('internet-svcs', '11111111-1111-1111-1111-111111111111'),
    secrets_manager_crn: instance('secrets-manager', '22222222-2222-2222-2222-222222222222'),
    event_notifications_crn: instance(
      'event-notifications',
      '33333333-3333-3333-3333-333333333333',
    ),
    event_notifications_email_destination_id: '44444444-4444-4444-4444-444444444444',
    event_notifications_timer_source_id: '55555555-5555-5555-5555-555555555555',
    lets_encrypt_account_key: 'canary-of-the-account-key',
    alert_email: 'alarms@example.com',
    registry_key_expires_at: '2027-01-01T00:00:00Z',
  },
};
