import { oldOnesRemoved } from '../../../../lib/policy/rules/images/old-ones-removed';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const kept = (namespace: string) =>
  world({
    ibm_cr_namespace: { it: { name: 'shop' } },
    ibm_cr_retention_policy: { kept: { namespace, images_per_repo: 10 } },
  });

testRule(oldOnesRemoved, {
  holds: [kept('shop'), kept('${ibm_cr_namespace.it.name}'), kept('${ibm_cr_namespace.it.id}')],
  breaks: [kept('other'), { name: 'shop' }],
  unknown: [kept(UNKNOWN)],
  saysNothing: 'breaks',
});
