/** A hub, an issuer and a certificate, for tests of what belongs to them. */
import { TerraformStack } from 'cdktf';
import { CertificateSource } from '../../lib/constructs/certificates/certificate-source';
import { EventHub, IEventHub } from '../../lib/constructs/certificates/event-hub';
import { EventRecipient } from '../../lib/constructs/certificates/event-recipient';
import { LetsEncrypt, LetsEncryptProps } from '../../lib/constructs/certificates/lets-encrypt';
import {
  RotatingCertificate,
  RotatingCertificateProps,
} from '../../lib/constructs/certificates/rotating-certificate';
import { Image } from '../../lib/constructs/images/image';
import { SecretValue } from '../../lib/constructs/secrets/secret-value';
import { DIGEST, zone } from './samples';
import { store } from './samples-secrets';

export const HUB_ID = '33333333-89ab-cdef-0123-456789abcdef';
export const HUB_CRN = `crn:v1:bluemix:public:event-notifications:us-south:a/0123:${HUB_ID}::`;
const NODE = 'registry.access.redhat.com/ubi9/nodejs-22-minimal';

/** A hub that exists and of which all is told, so that nothing is looked up. */
export const hub = (stack: TerraformStack): IEventHub =>
  EventHub.fromCrn(stack, 'hub', {
    crn: HUB_CRN,
    mailDestinationId: 'mail-id',
    timerSourceId: 'timer-id',
  });

/** Another instance. */
export const otherHub = (stack: TerraformStack): IEventHub =>
  EventHub.fromCrn(stack, 'other', { crn: HUB_CRN.replace(HUB_ID, HUB_ID.replace(/3/g, '4')) });

export const recipient = () => EventRecipient.email('ops@example.com');

export const rotatorImage = () => Image.fromRegistry(NODE).digest(DIGEST);

export const issuer = (stack: TerraformStack, props: Partial<LetsEncryptProps> = {}) =>
  new LetsEncrypt(stack, 'issuer', {
    store: props.store ?? store(stack),
    zone: props.zone ?? zone(stack),
    accountKey: SecretValue.fromVariable(stack, 'account_key'),
    ...props,
  });

/** A certificate that is ordered in a store that exists. */
export const certificate = (
  stack: TerraformStack,
  props: Partial<RotatingCertificateProps> = {},
  id = 'certificate',
): RotatingCertificate =>
  new RotatingCertificate(stack, id, {
    source: 'source' in props ? props.source! : CertificateSource.ordered(issuer(stack)),
    hosts: ['www.example.com'],
    hub: 'hub' in props ? props.hub! : hub(stack),
    rotatorImage: rotatorImage(),
    alarms: { ops: recipient() },
    ...props,
  });
