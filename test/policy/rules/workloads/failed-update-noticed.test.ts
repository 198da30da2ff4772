import { failedUpdateNoticed } from '../../../../lib/policy/rules/workloads/failed-update-noticed';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const gate = (name: string, lifecycle?: object) =>
  world(
    { ibm_code_engine_app: { it: { name: 'web' } } },
    { data: { ibm_code_engine_app: { gate: { name, lifecycle } } } },
  );
const postcondition = [{ condition: '${self.status != "failed"}', error_message: 'failed' }];

testRule(failedUpdateNoticed, {
  holds: [
    gate('${ibm_code_engine_app.it.name}', { postcondition }),
    { lifecycle: { postcondition } },
  ],
  breaks: [gate('${ibm_code_engine_app.it.name}'), gate('other', { postcondition })],
  unknown: [{ lifecycle: UNKNOWN }],
  saysNothing: 'breaks',
});
