import { rotationReachesTheProject } from '../../../../lib/policy/rules/certificates/rotation-reaches-the-project';
import { testRule, world } from '../../../kit/rules';

const beside = (...types: string[]) =>
  world({
    ibm_sm_public_certificate: { it: {} },
    ...Object.fromEntries(types.map((type) => [type, { x: {} }])),
  });
const CHAIN = ['ibm_sm_en_registration', 'ibm_en_topic', 'ibm_en_destination_ce'];

testRule(rotationReachesTheProject, {
  holds: [beside(...CHAIN, 'ibm_en_subscription_ce')],
  breaks: [beside(...CHAIN)],
  unknown: [],
  saysNothing: 'breaks',
});
