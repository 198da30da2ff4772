import { TerraformStack } from 'cdktf';
import { CertificateSource } from '../../../lib/constructs/certificates/certificate-source';
import { EventHub } from '../../../lib/constructs/certificates/event-hub';
import { EventRecipient } from '../../../lib/constructs/certificates/event-recipient';
import { EventSource } from '../../../lib/constructs/certificates/event-source';
import { EventTopic } from '../../../lib/constructs/certificates/event-topic';
import { LetsEncrypt } from '../../../lib/constructs/certificates/lets-encrypt';
import { RotatingCertificate } from '../../../lib/constructs/certificates/rotating-certificate';
import { Schedule } from '../../../lib/constructs/certificates/schedule';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { SecretsStore } from '../../../lib/constructs/secrets/secrets-store';
import { CisPlan } from '../../../lib/facts/cis-plans';
import * as arbitraries from '../../kit/arbitraries-certificates';
import { judges } from '../../kit/judged';
import { CIS_CRN, ZONE_ID } from '../../kit/samples';
import { HUB_CRN, recipient, rotatorImage } from '../../kit/samples-certificates';
import { STORE_CRN, job } from '../../kit/samples-secrets';

const hub = (stack: TerraformStack, id: string) =>
  EventHub.fromCrn(stack, `${id}-hub`, { crn: HUB_CRN });
const valueIn = (stack: TerraformStack, isLiteral: boolean) =>
  isLiteral ? ('plain' as unknown as SecretValue) : SecretValue.fromVariable(stack, 'secret');
const issuer = (stack: TerraformStack, id: string, isLiteral = false, props: object = {}) =>
  new LetsEncrypt(stack, id, {
    store: SecretsStore.fromCrn(stack, `${id}-store`, { crn: STORE_CRN }),
    zone: CisZone.fromAttributes(stack, `${id}-zone`, {
      crn: CIS_CRN,
      zoneId: ZONE_ID,
      domain: 'example.com',
      plan: CisPlan.TRIAL,
    }),
    accountKey: valueIn(stack, isLiteral),
    ...props,
  });

/** What there is once in a stack, whatever hangs on it. */
const shared = <T>(stack: TerraformStack, id: string, make: () => T): T =>
  (stack.node.tryFindChild(id) as T | undefined) ?? make();

judges([
  ['EventHub', () => arbitraries.hubProps, (stack, id, props) => new EventHub(stack, id, props)],
  [
    'EventSource',
    () => arbitraries.sourceProps,
    (stack, id, props) => new EventSource(stack, id, { hub: hub(stack, id), ...props }),
  ],
  [
    'EventTopic',
    () => arbitraries.topicProps,
    (stack, id, props) =>
      new EventTopic(stack, id, { hub: hub(stack, id), sourceId: STORE_CRN, ...props }),
  ],
  [
    'EventRecipient',
    () => arbitraries.recipientSpecs,
    (stack, id, { channel, address, isLiteral, name }) => {
      const secret = valueIn(stack, isLiteral);
      const channels: Record<string, () => EventRecipient> = {
        email: () => EventRecipient.email(address),
        webhook: () => EventRecipient.webhook(secret, { headers: { [name]: secret } }),
        slack: () => EventRecipient.slack(secret),
        teams: () => EventRecipient.teams(secret),
        pagerDuty: () => EventRecipient.pagerDuty(secret),
      };
      const topic = new EventTopic(stack, id, { hub: hub(stack, id), sourceId: STORE_CRN });
      topic.notify(name, channels[channel]());
    },
  ],
  [
    'Schedule',
    () => arbitraries.scheduleProps,
    (stack, id, props) =>
      new Schedule(stack, id, { hub: hub(stack, id), job: job(stack, `${id}-job`), ...props }),
  ],
  [
    'LetsEncrypt',
    () => arbitraries.issuerSpecs,
    (stack, id, { isLiteral, props }) => issuer(stack, id, isLiteral, props),
  ],
  [
    'RotatingCertificate',
    () => arbitraries.certificateSpecs,
    (stack, id, { order, hosts, isWatched, props }) => {
      // nothing of what these props are comes into a project as it is: the certificate alone is judged.
      const ca = shared(stack, 'ca', () => issuer(stack, 'ca'));
      return new RotatingCertificate(stack, id, {
        source: CertificateSource.ordered(ca, order),
        hosts,
        hub: shared(stack, 'all-hub', () => hub(stack, 'all')),
        rotatorImage: rotatorImage(),
        alarms: isWatched ? { ops: recipient() } : {},
        ...props,
      });
    },
  ],
]);
