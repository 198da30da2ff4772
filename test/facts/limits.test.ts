import {
  APP_LIMITS,
  FUNCTION_LIMITS,
  JOB_LIMITS,
  PROBE_LIMITS,
  PROJECT_LIMITS,
  RESERVED_PORTS,
} from '../../lib/facts/limits';
import { readProvider } from '../../tools/provider-data';

const app = readProvider().resources.ibm_code_engine_app.facts.attributes;

test('no limit goes beyond what the provider takes', () => {
  expect(APP_LIMITS.port.most).toBe(app.image_port.max);
  expect(APP_LIMITS.scaleDownDelay).toEqual({
    least: app.scale_down_delay.min,
    most: app.scale_down_delay.max,
  });
  expect(APP_LIMITS.concurrency).toEqual({
    least: app.scale_concurrency_target.min,
    most: app.scale_concurrency_target.max,
  });
});

test('0 is left out wherever the service would put its own default for it', () => {
  for (const [limit, attribute] of [
    ['maxInstances', 'scale_max_instances'],
    ['initialInstances', 'scale_initial_instances'],
    ['concurrency', 'scale_concurrency'],
  ] as const) {
    expect(app[attribute].default).toBeGreaterThan(0);
    expect(APP_LIMITS[limit].least).toBe(1);
  }
  expect(Object.values(PROBE_LIMITS).map(({ least }) => least)).toEqual([1, 1, 1, 1]);
  expect([JOB_LIMITS.maxExecutionTime.least, JOB_LIMITS.retryLimit.least]).toEqual([1, 1]);
});

test('0 is allowed where it is the default of the service too', () => {
  expect(app.scale_min_instances.default).toBe(0);
  expect(APP_LIMITS.minInstances.least).toBe(0);
  expect(app.scale_down_delay.default).toBe(0);
  expect(app.run_as_user.default).toBe(0);
});

test('every limit has room between least and most', () => {
  const all = [APP_LIMITS, FUNCTION_LIMITS, JOB_LIMITS, PROBE_LIMITS].flatMap((limits) =>
    Object.values(limits),
  );
  for (const { least, most } of all) {
    expect(least).toBeLessThan(most);
  }
  expect(Math.min(...Object.values(PROJECT_LIMITS))).toBeGreaterThan(0);
});

test('the port that an app gets by default is not a reserved one', () => {
  expect(RESERVED_PORTS).not.toContain(app.image_port.default);
});

test('a function may ask for what the provider takes, and for no delay of 0', () => {
  const code = readProvider().resources.ibm_code_engine_function.facts.attributes;
  const rangeOf = (attribute: string) => ({
    least: code[attribute].min,
    most: code[attribute].max,
  });
  expect(FUNCTION_LIMITS.concurrency).toEqual(rangeOf('scale_concurrency'));
  expect(FUNCTION_LIMITS.maxExecutionTime).toEqual(rangeOf('scale_max_execution_time'));
  expect(FUNCTION_LIMITS.scaleDownDelay).toEqual({ ...rangeOf('scale_down_delay'), least: 1 });
});
