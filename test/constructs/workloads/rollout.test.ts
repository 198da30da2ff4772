import { rollout } from '../../../lib/constructs/workloads/rollout';
import { appIn } from '../../kit/samples-auth';
import { synthesize } from '../../kit/synth';

test('after each change of an app, and of nothing else, some time passes and the app has to be ready', () => {
  const { only, all } = synthesize((stack) => {
    const app = appIn(stack);
    rollout(app, app);
  });
  const app = expect.stringMatching(/^ibm_code_engine_app\.shop_\w+$/);
  const wait = all('terraform_data').find(({ provisioner }) => provisioner)!;
  expect(wait).toEqual({
    depends_on: [app],
    lifecycle: { replace_triggered_by: [app] },
    provisioner: [{ 'local-exec': { command: 'sleep 60' } }],
  });
  const [, read] = all('data.ibm_code_engine_app');
  expect(read).toMatchObject({
    depends_on: [expect.stringMatching(/^terraform_data\.shop_Wait_/)],
    lifecycle: {
      postcondition: [{ condition: '${contains(["ready", "warning"], self.status)}' }],
    },
  });
  expect(only('ibm_code_engine_app').name).toBe('shop');
});
