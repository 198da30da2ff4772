import { isRestricted } from '../../restrictions';
import { Rule, holds, manual } from '../../rule';

const SUPPORTING = ['secrets-manager', 'event-notifications'];

export const supportingServicesRestricted: Rule = {
  id: 'access/supporting-services-restricted',
  title: 'the services around a project answer only to known networks',
  severity: 'medium',
  types: ['ibm_resource_instance'],
  reads: ['service', 'parameters.allowed_network', 'service_endpoints', 'ibm_cbr_rule.resources'],
  remedy: 'close the public endpoint, or add a context-based restriction',
  fix: {
    typescript: 'new SecretsStore(this, "store", { publicEndpoint: false, … })',
    hcl: 'service_endpoints = "private"',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-context-restrictions-whatis',
  row: 'access',
  controls: ['NIST SC-7(4)', 'NIST SC-7(5)', 'IBM-FS SC-7(4)'],
  packs: ['financial-services'],
  catalogue: ['CBR-005'],

  judge(instance) {
    const service = instance.text('service') ?? '';
    if (!SUPPORTING.includes(service)) return holds;
    if (instance.text('parameters.allowed_network') === 'private-only') return holds;
    if (instance.text('service_endpoints') === 'private') return holds;
    // restrictions are of the account: another configuration may hold them.
    return isRestricted(instance, service)
      ? holds
      : manual(
          'it has a public endpoint, and no enforced `ibm_cbr_rule` for it stands in the code',
        );
  },
};
