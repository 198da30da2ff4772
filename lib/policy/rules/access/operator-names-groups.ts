import { bare } from '../../address';
import { Rule, breaks, holds } from '../../rule';
import { Value, isUnknown } from '../../value';

export const operatorNamesGroups: Rule = {
  id: 'access/operator-names-groups',
  title: 'the operator of a project works in the resource groups that it names',
  severity: 'medium',
  types: ['ibm_code_engine_secret'],
  reads: ['service_operator.resource_group_ids'],
  remedy: 'list the resource groups',
  fix: {
    typescript: 'SecretData.serviceOperator({ resourceGroupIds: [group.id], … })',
    hcl: 'resource_group_ids = [data.ibm_resource_group.shop.id]',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-service-binding',
  row: 'access',
  controls: ['NIST AC-6', 'OWASP A01'],
  packs: ['baseline'],
  catalogue: ['IAM-014'],

  judge(secret) {
    for (const operator of secret.blocks('service_operator')) {
      const groups = operator.blocks('resource_group_ids').length;
      const isAny = operator
        .leaves()
        .some(([path, it]) => path === 'resource_group_ids' && it === '*');
      if (groups === 0 || isAny)
        return breaks(`\`service_operator.resource_group_ids\` is ${isAny ? "'*'" : 'empty'}`);
      // what is made or read has an id, and that is no star.
      if (operator.leaves().some(([path, it]) => path === 'resource_group_ids' && mayBeAny(it))) {
        secret.undecided('service_operator.resource_group_ids');
      }
    }
    return holds;
  },
};

const mayBeAny = (value: Value): boolean =>
  isUnknown(value) && !value.references.some((it) => /^(data\.)?ibm_/.test(bare(it)));
