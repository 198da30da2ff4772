/** Props of zones and their TLS as the types allow them, right and wrong. */
import * as fc from 'fast-check';
import { CisZoneProps } from '../../lib/constructs/edge/cis-zone';
import { EdgeTlsProps } from '../../lib/constructs/edge/edge-tls';
import { CisPlan } from '../../lib/facts/cis-plans';
import { SecurityLevel } from '../../lib/facts/security-level';
import { EdgeCertificateAuthority, TlsVersion } from '../../lib/facts/tls';
import { isWaived, name, number, some, text } from './arbitraries';
import { RESOURCE_GROUP_ID } from './samples';

/** The domain of the zones that these hosts are for. */
export const DOMAIN = 'example.com';

export const instanceCrn = (guid: string) =>
  `crn:v1:bluemix:public:internet-svcs:global:a/0123:${guid}::`;

/** Mostly right, now and then any text. */
const mostly = (right: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: text });
/** Mostly as it is by default. */
const seldom = <T>(usual: T, other: T) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constant(other) },
  );

const instance = fc.oneof(
  some<Pick<CisZoneProps, 'resourceGroupId' | 'instanceName'>>({ instanceName: name }).map(
    (props) => ({ resourceGroupId: RESOURCE_GROUP_ID, ...props }),
  ),
  mostly(fc.uuid().map(instanceCrn)).map((crn) => ({ instanceCrn: crn })),
);

export const zoneProps: fc.Arbitrary<CisZoneProps> = fc
  .tuple(
    mostly(fc.stringMatching(/^[a-z]{1,8}(\.[a-z0-9]{1,8})?\.[a-z]{2,5}$/)),
    fc.constantFrom(...Object.values(CisPlan)),
    instance,
    some<Pick<CisZoneProps, 'dnssec' | 'deletionProtection' | 'waivers'>>({
      dnssec: seldom(true, false),
      deletionProtection: seldom(true, false),
      waivers: some({ dnssec: isWaived, deletionProtection: isWaived }),
    }),
  )
  .map(([domain, plan, where, props]) => ({ domain, plan, ...where, ...props }));

const host = fc
  .stringMatching(/^(\*|[a-z]{1,8})(\.[a-z0-9]{1,8}){0,2}$/)
  .map((labels) => `${labels}.${DOMAIN}`);

export const tlsProps = some<Omit<EdgeTlsProps, 'zone'>>({
  hosts: fc.array(mostly(host), { maxLength: 3 }),
  minimumVersion: fc.constantFrom(...Object.values(TlsVersion)),
  legacyClients: seldom(false, true),
  hstsMaxAge: number(300, 31536000),
  hstsSubdomains: seldom(true, false),
  securityLevel: fc.constantFrom(...Object.values(SecurityLevel)),
  certificateAuthority: fc.constantFrom(...Object.values(EdgeCertificateAuthority)),
  certificateDays: fc.constantFrom(14, 30, 90, 90, 90, 90),
  waivers: some({ legacyClients: isWaived, hsts: isWaived, hstsSubdomains: isWaived }),
});
