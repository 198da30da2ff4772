import { Rule, breaks, holds } from '../../rule';

export const privateEndpointGuarded: Rule = {
  id: 'access/private-endpoint-guarded',
  title: 'security groups say who in a VPC reaches a private endpoint',
  severity: 'medium',
  types: ['ibm_is_virtual_endpoint_gateway'],
  reads: ['security_groups'],
  remedy: 'name the security groups of those who call',
  fix: {
    typescript: 'new PrivateIngress(this, "ingress", { securityGroupIds: [callers.id], … })',
    hcl: 'security_groups = [ibm_is_security_group.callers.id]',
  },
  reference: 'https://cloud.ibm.com/docs/vpc?topic=vpc-configuring-security-groups-vpe-gateway',
  row: 'endpoints',
  controls: ['NIST SC-7', 'NIST AC-4', 'IBM-FS SC-7'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(gateway) {
    return gateway.given('security_groups') && gateway.has('security_groups')
      ? holds
      : breaks('`security_groups` is not there: the default group of a VPC is everybody’s');
  },
};
