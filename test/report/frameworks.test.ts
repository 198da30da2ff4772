import { controlOf } from '../../lib/report/frameworks';

test.each([
  ['NIST SC-7(5)', 'SC-7(5)', 'NIST SP 800-53', '5'],
  ['IBM-FS SC-7', 'SC-7', 'IBM Cloud Framework for Financial Services', undefined],
  ['CIS 6.1.1', '6.1.1', 'CIS IBM Cloud Foundations Benchmark', '1.0.0'],
  ['OWASP A10', 'A10', 'OWASP Top 10', '2021'],
  ['ACME rule 7', 'rule 7', 'ACME', undefined],
  ['7', '7', 'controls', undefined],
  ['ACME ', 'ACME ', 'controls', undefined],
])('%p is %p of %s', (text, id, name, version) => {
  const { id: found, framework } = controlOf(text);
  expect([found, framework.name, framework.version]).toEqual([id, name, version]);
});
