import { main } from '../../../lib/cli/main';
import { RULES } from '../../../lib/policy/rules';
import { recorder } from '../recorder';

async function rules(...args: string[]) {
  const world = recorder();
  const code = await main(['rules', ...args], world);
  return { code, ...world.said };
}

test('the rules are listed for people and for programs', async () => {
  const { code, out } = await rules();
  expect([code, out.trim().split('\n').length]).toEqual([0, RULES.length]);
  const { out: json } = await rules('--format', 'json');
  expect(JSON.parse(json)).toHaveLength(RULES.length);
  expect(JSON.parse(json)[0]).toMatchObject({ id: RULES[0].id, severity: RULES[0].severity });
});

test('a pack has a part of them, and another word is refused', async () => {
  const { out } = await rules('--pack', 'layer7', '--format', 'json');
  expect(JSON.parse(out).length).toBeLessThanOrEqual(RULES.length);
  expect(await rules('--pack', 'laser')).toMatchObject({ code: 2, out: '' });
});
