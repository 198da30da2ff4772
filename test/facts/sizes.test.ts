import { CONTAINER_SIZES, DEFAULT_EPHEMERAL_STORAGE, FUNCTION_SIZES } from '../../lib/facts/sizes';

test('CPUs rise and each has rising choices of memory', () => {
  const cpus = CONTAINER_SIZES.map(({ cpu }) => cpu);
  expect(cpus).toEqual([...cpus].sort((a, b) => a - b));
  for (const { cpu, memory } of CONTAINER_SIZES) {
    expect(memory).toEqual([...memory].sort((a, b) => a - b));
    expect(memory.every((gigabytes) => gigabytes >= 2 * cpu && gigabytes <= 8 * cpu)).toBe(true);
  }
});

test('functions have one memory for each CPU, four times as many gigabytes', () => {
  expect(FUNCTION_SIZES.map(({ cpu, memory }) => memory[0] / cpu)).toEqual([4, 4, 4]);
});

test('ephemeral storage is what the service gives', () => {
  expect(DEFAULT_EPHEMERAL_STORAGE).toBe(0.4);
});
