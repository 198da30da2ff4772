/** Zones that tests of firewalls stand on. */
import { ITerraformDependable, TerraformResource, TerraformStack } from 'cdktf';
import { CisZone } from '../../lib/constructs/edge/cis-zone';
import { CisZoneAttributes } from '../../lib/constructs/edge/existing-zone';
import { ICisZone } from '../../lib/constructs/edge/zone';
import { CisPlan } from '../../lib/facts/cis-plans';

export const ZONE: CisZoneAttributes = {
  crn: 'crn:v1:bluemix:public:internet-svcs:global:a/0123456789abcdef:01234567-89ab-cdef-0123-456789abcdef::',
  zoneId: '0123456789abcdef0123456789abcdef',
  domain: 'example.com',
  plan: CisPlan.ENTERPRISE_ADVANCED,
};

/** A zone that exists, in a stack; with all that a firewall can ask of it unless told otherwise. */
export const zone = (
  stack: TerraformStack,
  attributes: Partial<CisZoneAttributes> = {},
  id = 'zone',
): ICisZone => CisZone.fromAttributes(stack, id, { ...ZONE, ...attributes });

/** Where in the tree stands what others have to wait for. */
export const pathsOf = (dependables: readonly ITerraformDependable[]): string[] =>
  dependables.map((it) => (it as TerraformResource).node.path);
