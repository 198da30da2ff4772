import { main } from '../../../lib/cli/main';
import { recorder } from '../recorder';

async function explain(...args: string[]) {
  const world = recorder();
  const code = await main(['explain', ...args], world);
  return { code, ...world.said };
}

test('a rule is explained in full', async () => {
  const { code, out } = await explain('workloads/app-not-public');
  expect(code).toBe(0);
  expect(out).toContain('an app is closed to the internet');
  expect(out).toContain('managed_domain_mappings = "local"');
});

test('another word is refused, with what was meant', async () => {
  expect(await explain('workloads/app-not-publik')).toMatchObject({
    code: 2,
    told: expect.stringContaining("did you mean 'workloads/app-not-public'?"),
  });
  expect(await explain()).toMatchObject({ code: 2, out: '' });
});
