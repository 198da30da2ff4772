import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { ICisZone, onZone } from './zone';
import {
  CisAdvancedCertificatePackOrder,
  CisAdvancedCertificatePackOrderConfig,
} from '../../.gen/providers/ibm/cis-advanced-certificate-pack-order';
import { Problem, given, known, matches, oneOf, replacementTrigger, show } from '../../core';
import { HOST_NAME } from '../../facts/names';
import { EDGE_CERTIFICATE_DAYS, EdgeCertificateAuthority } from '../../facts/tls';

/** By whom a certificate is issued, and for how many days. */
interface Order {
  readonly certificateAuthority: EdgeCertificateAuthority;
  readonly certificateDays: number;
}

/**
 * Certificates that the edge shows: the universal one covers the domain and one label below it, and every host that is
 * deeper gets one of its own. So another host never touches the certificates of those before.
 */
export const edgeCertificates = {
  /** trap internet-services/advanced-certificate-values-are-unchecked */
  problemsInOrder: ({ certificateAuthority, certificateDays }: Order): Problem[] => {
    const wrong = oneOf(
      'certificateAuthority',
      certificateAuthority,
      Object.values(EdgeCertificateAuthority),
    );
    return wrong.length > 0 || !known(certificateAuthority)
      ? wrong
      : oneOf('certificateDays', certificateDays, EDGE_CERTIFICATE_DAYS[certificateAuthority]);
  },

  /** A host that the domain holds; what only Terraform knows is not judged. */
  problemsInHost: (prop: string, { domain }: ICisZone, host: string): Problem[] => [
    ...given(prop, host, HOST_NAME.words),
    ...problemsInName(prop, domain, host),
  ],

  /** Orders a certificate for each host that the universal one leaves out, each once. */
  order: (
    scope: Construct,
    zone: ICisZone,
    hosts: readonly string[],
    order: Order,
  ): ITerraformDependable[] =>
    [...new Set(hosts)]
      .filter((host) => isDeep(zone.domain, host))
      .filter((host) => !scope.node.tryFindChild(`Certificate-${host}`))
      .map(
        (host) =>
          new CisAdvancedCertificatePackOrder(
            scope,
            `Certificate-${host}`,
            terraformOf(scope, zone, host, order),
          ),
      ),
};

function problemsInName(prop: string, domain: string, host: string): Problem[] {
  if (!known(host) || typeof host !== 'string') return matches(prop, host ?? undefined, HOST_NAME);
  const wrong = matches(prop, host, HOST_NAME);
  if (wrong.length > 0) return wrong.map((it) => ({ ...it, remedy: guess(domain, host) }));
  if (!known(domain)) return [];
  if (host !== domain && !host.endsWith(`.${domain}`)) {
    return [{ prop, got: show(host), expected: `${show(domain)} or a host inside it` }];
  }
  const isWide = host.startsWith('*.') && isDeep(domain, host);
  return isWide
    ? [
        {
          prop,
          got: show(host),
          expected: `a wildcard one label below the domain, ${show(`*.${domain}`)}, or none`,
          remedy: 'name each host',
        },
      ]
    : [];
}

/** What was meant, where it can be guessed. */
function guess(domain: string, host: string): string | undefined {
  const candidates = [host.toLowerCase(), `${host.toLowerCase()}.${domain}`];
  const meant = candidates.find(
    (it) => known(domain) && it.endsWith(domain) && HOST_NAME.pattern.test(it),
  );
  return meant === undefined ? undefined : `did you mean ${show(meant)}?`;
}

const isDeep = (domain: string, host: string): boolean =>
  known(domain) &&
  known(host) &&
  host.endsWith(`.${domain}`) &&
  host.slice(0, -domain.length - 1).includes('.');

/**
 * trap internet-services/advanced-certificate-change-makes-no-call: by a trigger, a change is a new order.
 */
function terraformOf(
  scope: Construct,
  zone: ICisZone,
  host: string,
  { certificateAuthority, certificateDays }: Order,
): CisAdvancedCertificatePackOrderConfig {
  const ordered = `${zone.domain} ${host} ${certificateAuthority} ${certificateDays}`;
  const change = replacementTrigger(scope, `Ordered-${host}`, ordered);
  const place = onZone.terraformOf(zone);
  return {
    ...place,
    type: 'advanced',
    // every order names the domain itself, too.
    hosts: [zone.domain, host],
    certificateAuthority,
    validationMethod: 'txt',
    validity: certificateDays,
    cloudflareBranding: false,
    lifecycle: { replaceTriggeredBy: [...place.lifecycle.replaceTriggeredBy, change] },
  };
}
