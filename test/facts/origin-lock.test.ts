import {
  GUARD_PATH,
  GUARD_PREFIX,
  GUARD_VALUE_VARIABLE,
  LOCK_HEADER,
  LOCK_VALUE_PATTERN,
} from '../../lib/facts/origin-lock';
import { readConfiguration } from '../../lib/runtime/origin-guard/configuration';
import {
  GUARD_DEFAULTS,
  GUARD_VARIABLES,
  LOCK_VALUE,
} from '../../lib/runtime/origin-guard/contract';

const problemsWith = (name: string, value: string) =>
  readConfiguration({
    ORIGIN_GUARD_VALUE: 'a'.repeat(32),
    ORIGIN_GUARD_UPSTREAM: 'http://a.svc.cluster.local',
    [name]: value,
  }).problems;

test.each([
  [LOCK_HEADER, GUARD_VARIABLES.headerName, 'X-Origin-Lock', 'X_Lock'],
  [LOCK_HEADER, GUARD_VARIABLES.headerName, 'x', 'Content-Type'],
  [LOCK_HEADER, GUARD_VARIABLES.headerName, 'Hosted', 'Host'],
  [LOCK_HEADER, GUARD_VARIABLES.headerName, 'Origin-Lock2', 'x-forwarded-for'],
  [GUARD_PATH, GUARD_VARIABLES.healthPath, '/ping', 'ping'],
  [GUARD_PATH, GUARD_VARIABLES.healthPath, '/a/b-c.d~e_f', '/a?b'],
])('%o takes what the guard takes', ({ pattern }, variable, right, wrong) => {
  expect([pattern.test(right), problemsWith(variable, right)]).toEqual([true, []]);
  expect([pattern.test(wrong), problemsWith(variable, wrong).length > 0]).toEqual([false, true]);
});

test('a value is as the guard wants it', () => {
  const { least, most } = LOCK_VALUE;
  expect(LOCK_VALUE_PATTERN).toBe(`^[!-~]{${least},${most}}$`);
});

test('the variables are those of the guard', () => {
  expect(GUARD_VALUE_VARIABLE).toBe(GUARD_VARIABLES.value);
  const { port, ...own } = GUARD_VARIABLES;
  expect(port).toBe('PORT');
  for (const name of Object.values(own)) expect(name.startsWith(GUARD_PREFIX)).toBe(true);
  expect(LOCK_HEADER.pattern.test(GUARD_DEFAULTS.headerName)).toBe(true);
});
