import { Probe, ProbeOptions } from '../../../lib/constructs/workloads/probe';
import { refusalOf } from '../../kit/refusal';

test('a TCP probe renders all that the provider would send as 0', () => {
  expect(Probe.tcp()._toTerraform(8080)).toEqual({
    type: 'tcp',
    path: undefined,
    port: 8080,
    initialDelay: 1,
    interval: 10,
    timeout: 2,
    failureThreshold: 3,
  });
});

test('an HTTP probe has its path, and what it is given', () => {
  const options = { port: 81, initialDelay: 5, interval: 6, timeout: 7, failureThreshold: 8 };
  expect(Probe.http('/ready', options)._toTerraform(8080)).toEqual({
    type: 'http',
    path: '/ready',
    ...options,
  });
});

test.each<[keyof ProbeOptions, number]>([
  ['port', 0],
  ['port', 65536],
  ['initialDelay', 0],
  ['initialDelay', 11],
  ['interval', 0],
  ['interval', 61],
  ['timeout', 0],
  ['timeout', 3601],
  ['failureThreshold', 0],
  ['failureThreshold', 11],
])('%s cannot be %p', (prop, value) => {
  for (const probe of [Probe.tcp, (options: ProbeOptions) => Probe.http('/', options)]) {
    expect(refusalOf(() => probe({ [prop]: value }))).toEqual([
      expect.stringMatching(new RegExp(`^${prop}: got ${value}, expected a whole number`)),
    ]);
  }
});

test.each([['ready'], [''], ['/a b']])('a path cannot be %p', (path) => {
  expect(refusalOf(() => Probe.http(path))).toEqual([
    `path: got "${path}", expected a path that begins with a slash, at most 2048 characters`,
  ]);
});
