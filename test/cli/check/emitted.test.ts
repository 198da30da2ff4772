import { emitted } from '../../../lib/cli/check/emitted';
import { blocksOfConfiguration } from '../../../lib/policy/loaders/configuration';

test('every block comes with what is known, what is not, and what it refers to', () => {
  const blocks = blocksOfConfiguration({
    variable: { token: { sensitive: true } },
    resource: {
      ibm_code_engine_app: {
        web: {
          project_id: '${ibm_code_engine_project.shop.project_id}',
          run_env_variables: [{ name: 'A', value: '${var.token}' }],
        },
      },
    },
  });
  const { version, input, stacks } = JSON.parse(emitted('here', new Map([['shop', blocks]])));
  expect([version, input, stacks[0].name]).toEqual([1, 'here', 'shop']);
  expect(stacks[0].blocks[0]).toEqual({
    address: 'ibm_code_engine_app.web',
    kind: 'resource',
    type: 'ibm_code_engine_app',
    path: null,
    file: null,
    line: null,
    values: { project_id: null, run_env_variables: [{ name: 'A', value: null }] },
    unknown: ['project_id', 'run_env_variables.0.value'],
    references: ['ibm_code_engine_project.shop', 'var.token'],
    waivers: [],
  });
});
