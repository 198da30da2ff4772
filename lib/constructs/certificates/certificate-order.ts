import { Construct } from 'constructs';
import { ICertificateIssuer } from './lets-encrypt';
import {
  CertificateMaker,
  Wanted,
  digestOf,
  endsWithin,
  placeIn,
  servedPair,
} from './stored-certificate';
import { SmPublicCertificate } from '../../.gen/providers/ibm/sm-public-certificate';
import { Problem, known, replacementTrigger, show } from '../../core';
import { CERTIFICATE_LIFETIME_DAYS, KeyAlgorithm } from '../../facts/certificates';
import { ISecretGroup, SecretGroup } from '../secrets/secret-group';

/**
 * What an order says beside the hosts.
 * @internal
 */
export interface Order {
  readonly keyAlgorithm: KeyAlgorithm;
  readonly generation: number;
}

/** A certificate that Secrets Manager orders, and renews with a new key each time. */
export const certificateOrder = (issuer: ICertificateIssuer, order: Order): CertificateMaker => ({
  store: issuer.store,

  problemsIn: ({ hosts, maximumDays }) => [
    ...hosts.flatMap((host, at) => problemsInHost(`hosts.${at}`, issuer, host)),
    ...problemsInDays(maximumDays),
  ],

  make: (scope, wanted) => {
    const group = groupOf(scope, issuer);
    const parts = [...wanted.hosts, order.keyAlgorithm, `${order.generation}`];
    const digest = digestOf(parts);
    const ordered = replacementTrigger(scope, 'Order', parts.join(' '));
    const config = terraformOf(issuer, order, wanted, group);
    const element = new SmPublicCertificate(scope, 'Resource', {
      ...config,
      // trap secrets-manager/public-certificate-change-orders-a-new-one: its name follows the order, so that the old
      // one lives until the new one is issued.
      name: `${wanted.secretName}-${digest}`,
      lifecycle: {
        createBeforeDestroy: true,
        replaceTriggeredBy: [ordered],
        postcondition: [endsWithin(wanted.maximumDays)],
      },
    });
    const { secretId } = element;
    return { secretId, group, digest, element, firstContent: () => servedPair(element) };
  },
});

function problemsInHost(prop: string, { domain }: ICertificateIssuer, host: string): Problem[] {
  if (!known(domain) || !known(host) || domain === undefined || typeof host !== 'string') return [];
  return host === domain || host.endsWith(`.${domain}`)
    ? []
    : [{ prop, got: show(host), expected: `${show(domain)} or a host inside it` }];
}

const problemsInDays = (maximumDays: number): Problem[] =>
  maximumDays < CERTIFICATE_LIFETIME_DAYS
    ? [
        {
          prop: 'maximumDays',
          got: show(maximumDays),
          expected: `${CERTIFICATE_LIFETIME_DAYS}, for which Let's Encrypt issues`,
        },
      ]
    : [];

/** Whoever may read the certificate may read its group, so there is nothing else in it. */
const groupOf = (scope: Construct, { store }: ICertificateIssuer): SecretGroup =>
  new SecretGroup(scope, 'Group', { store, description: 'One certificate, for its rotators' });

/** Hosts and algorithm are judged before. */
const terraformOf = (
  issuer: ICertificateIssuer,
  { keyAlgorithm }: Order,
  { hosts: [commonName, ...altNames] }: Wanted,
  group: ISecretGroup,
) => ({
  ...placeIn(issuer.store),
  secretGroupId: group.secretGroupId,
  description: 'A certificate that is renewed by itself',
  // trap secrets-manager/certificate-configurations-are-not-ordered-by-literal-names: as their resources name them.
  ca: issuer.authorityName,
  // trap secrets-manager/manual-dns-certificate-is-not-issued-after-create: proved by the store alone.
  dns: issuer.dnsName,
  commonName,
  altNames,
  keyAlgorithm,
  bundleCerts: true,
  labels: [],
  rotation: { autoRotate: true, rotateKeys: true },
});
