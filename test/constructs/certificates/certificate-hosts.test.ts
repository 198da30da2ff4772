import { Token } from 'cdktf';
import { certificateHosts } from '../../../lib/constructs/certificates/certificate-hosts';

const problems = (hosts: unknown) => certificateHosts.problemsIn('hosts', hosts as string[]);
const hosts = (count: number) => Array.from({ length: count }, (_, at) => `a${at}.example.com`);

test.each([
  [['example.com']],
  [['www.example.com', '*.example.com', 'a.b.example.com']],
  [['${var.host}']],
  [['example.com', `${'a'.repeat(60)}.example.com`]],
  [hosts(100)],
])('%j are hosts of a certificate', (list) => {
  expect(problems(list)).toEqual([]);
});

test.each([
  ['hosts', undefined],
  ['hosts', 'www.example.com'],
  ['hosts', Token.asList('${var.hosts}')],
  ['hosts', []],
  ['hosts', hosts(101)],
  ['hosts.0', [undefined]],
  ['hosts.0', ['WWW.example.com']],
  // the common name is shorter than a host may be.
  ['hosts.0', [`${'a'.repeat(60)}.example.com`]],
  ['hosts.1', ['example.com', 'a b']],
  ['hosts.2', ['example.com', 'a.example.com', 'example.com']],
])('%s is told for %j', (prop, list) => {
  expect(problems(list)).toMatchObject([{ prop }]);
});
