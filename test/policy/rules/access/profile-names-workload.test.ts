import { profileNamesWorkload } from '../../../../lib/policy/rules/access/profile-names-workload';
import { UNKNOWN, testRule } from '../../../kit/rules';

const link = (body: object) => ({ cr_type: 'CE', link: body });
const crn = '${ibm_code_engine_project.shop.crn}';

testRule(profileNamesWorkload, {
  holds: [
    link({ crn, component_type: 'job', component_name: '${ibm_code_engine_job.a.name}' }),
    { cr_type: 'VSI', link: { crn } },
  ],
  breaks: [link({ crn }), link({ crn, component_name: '*' }), link({ component_name: 'a' })],
  unknown: [link({ crn, component_name: UNKNOWN }), { cr_type: UNKNOWN }],
  saysNothing: 'holds',
});
