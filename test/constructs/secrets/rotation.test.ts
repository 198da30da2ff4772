import { RotatingSecretConfig, rotation } from '../../../lib/constructs/secrets/rotation';
import { unwaived } from '../../../lib/core';
import { waiver } from '../../kit/samples';

const config = (props: Partial<RotatingSecretConfig> = {}) =>
  ({ ...rotation.defaults, ...props }) as RotatingSecretConfig;

test('a secret is renewed each month, in so many words', () => {
  expect(rotation.terraformOf(config())).toEqual({ autoRotate: true, interval: 30, unit: 'day' });
});

test('interval and unit are there even where nothing is renewed', () => {
  expect(rotation.terraformOf(config({ automaticRotation: false }))).toEqual({
    autoRotate: false,
    interval: 30,
    unit: 'day',
  });
});

test.each([
  [1, 0],
  [365, 0],
  [0, 1],
  [366, 1],
  [1.5, 1],
])('%p days from one renewal to the next: %p problems', (rotationDays, count) => {
  expect(rotation.problemsIn(config({ rotationDays }))).toHaveLength(count);
});

test('no renewal takes a waiver, and a waiver something to excuse', () => {
  const waivers = { manualRotation: waiver() };
  const problems = (props: Partial<RotatingSecretConfig>) =>
    unwaived(rotation.optOutsIn(config(props))).map(({ prop }) => prop);
  expect(problems({})).toEqual([]);
  expect(problems({ automaticRotation: false })).toEqual(['automaticRotation']);
  expect(problems({ automaticRotation: false, waivers })).toEqual([]);
  expect(problems({ waivers })).toEqual(['waivers.manualRotation']);
});
