import { SERVICES_WITHOUT_INSTANCES } from '../../../facts/roles';
import { SCOPES, names } from '../../iam-scope';
import { Rule, breaks, holds } from '../../rule';

export const authorizationNamesInstances: Rule = {
  id: 'access/authorization-names-instances',
  title: 'an authorization is from one instance to another',
  severity: 'high',
  types: ['ibm_iam_authorization_policy'],
  reads: [
    'source_resource_instance_id',
    'target_resource_instance_id',
    'subject_attributes',
    'resource_attributes',
    'target_service_name',
  ],
  remedy: 'name both instances',
  fix: {
    typescript: 'new ServiceAuthorization(this, "leave", { source, target, roles })',
    hcl: 'target_resource_instance_id = ibm_code_engine_project.shop.project_id',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-serviceauth',
  row: 'access',
  controls: ['NIST AC-6', 'IBM-FS AC-6', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-010'],

  judge(policy) {
    const ends: [string, string, string][] = [
      ['source', 'source_service_name', 'subject_attributes'],
      ['target', 'target_service_name', 'resource_attributes'],
    ];
    for (const [end, service, attributes] of ends) {
      const list = policy.blocks(attributes);
      const named = list.find((it) => it.text('name') === SCOPES.service)?.text('value');
      // what an account has once has no instances.
      if (SERVICES_WITHOUT_INSTANCES.includes(named ?? policy.text(service) ?? '')) continue;
      const isNamed =
        ['instance_id', 'group_id'].some((it) => policy.given(`${end}_resource_${it}`)) ||
        list.some((it) => names(it, ['resource_instance_id', 'resource_group_id']));
      if (!isNamed)
        return breaks(`\`${end}_resource_instance_id\` is not there: it is for all of the account`);
    }
    return holds;
  },
};
