import { FunctionSize } from '../../../lib/constructs/workloads/function-size';
import { FUNCTION_SIZES } from '../../../lib/facts/sizes';

test('there are the three sizes that functions have', () => {
  const sizes = [FunctionSize.SMALL, FunctionSize.MEDIUM, FunctionSize.LARGE];
  expect(sizes.map(({ cpu, memory }) => ({ cpu, memory: [memory] }))).toEqual(FUNCTION_SIZES);
  expect(sizes.map((size) => size._toTerraform())).toEqual([
    { scaleCpuLimit: '0.25', scaleMemoryLimit: '1G' },
    { scaleCpuLimit: '0.5', scaleMemoryLimit: '2G' },
    { scaleCpuLimit: '1', scaleMemoryLimit: '4G' },
  ]);
});
