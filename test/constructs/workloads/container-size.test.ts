import * as fc from 'fast-check';
import { ContainerSize } from '../../../lib/constructs/workloads/container-size';
import { CONTAINER_SIZES } from '../../../lib/facts/sizes';
import { refusalOf } from '../../kit/refusal';

test('every legal pair is a size, in the spelling that the service gives back', () => {
  const spelt = CONTAINER_SIZES.flatMap(({ cpu, memory }) =>
    memory.map((gigabytes) => ContainerSize.of(cpu, gigabytes)._toTerraform()),
  );
  expect(spelt).toHaveLength(27);
  for (const size of spelt) {
    expect(size.scaleCpuLimit).toMatch(/^(0\.125|0\.25|0\.5|[1-9]\d?)$/);
    expect(size.scaleMemoryLimit).toMatch(/^(250M|500M|[1-9]\d?G)$/);
    expect(size.scaleEphemeralStorageLimit).toMatch(/^(250M|400M)$/);
  }
});

test('no other pair is', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (cpu, memory) => {
      const legal = CONTAINER_SIZES.some((it) => it.cpu === cpu && it.memory.includes(memory));
      fc.pre(!legal);
      expect(() => ContainerSize.of(cpu, memory)).toThrow(/^ContainerSize cannot be defined:/);
    }),
  );
});

test('a wrong memory is told what goes with its CPU, a wrong CPU which there are', () => {
  expect(refusalOf(() => ContainerSize.of(0.5, 8))).toEqual([
    'memory: got 8, expected one of 1, 2, 4 beside 0.5 CPUs',
  ]);
  expect(refusalOf(() => ContainerSize.of(3, 8))).toEqual([
    'cpu: got 3, expected one of 0.125, 0.25, 0.5, 1, 2, 4, 6, 8, 10, 12',
  ]);
});

test('ephemeral storage may be as large as the memory and no larger', () => {
  const size = ContainerSize.of(1, 4, { ephemeralStorage: 4 });
  expect(size._toTerraform().scaleEphemeralStorageLimit).toBe('4G');
  expect(refusalOf(() => ContainerSize.of(1, 4, { ephemeralStorage: 4.1 }))).toHaveLength(1);
  expect(refusalOf(() => ContainerSize.of(1, 4, { ephemeralStorage: 0 }))).toHaveLength(1);
});
