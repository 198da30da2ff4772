import { originGuards } from '../../../lib/constructs/edge/origin-guards';
import { IWorkload } from '../../../lib/constructs/workloads/workload';

const inForce = { fqn: 'trigger' };
const guard = {} as IWorkload;
originGuards.add(guard, { host: 'a.example.com', healthPath: '/ping', inForce });
const app = {} as IWorkload;

const problems = (host: string, path?: string) =>
  originGuards
    .problemsIn({ host, origins: { main: { workload: guard } }, healthCheck: { path } })
    .map(({ prop }) => prop);

test('a guard is known as one', () => {
  expect([originGuards.has(guard), originGuards.has(app)]).toEqual([true, false]);
});

test('before a guard is reached the edge sends the header; before another workload nothing', () => {
  expect(originGuards.inForce(guard)).toEqual([inForce]);
  expect(originGuards.inForce(app)).toBeUndefined();
});

test('the health check asks for what the first guard answers', () => {
  expect(originGuards.healthPath([{ workload: app }, { workload: guard }])).toBe('/ping');
  expect(originGuards.healthPath([{ workload: app }, undefined as never])).toBeUndefined();
});

test('a guard is that of its host, and answers one path', () => {
  expect(problems('a.example.com')).toEqual([]);
  expect(problems('a.example.com', '/ping')).toEqual([]);
  expect(problems('b.example.com', '/')).toEqual(['origins.main.workload', 'healthCheck.path']);
});

test('what is no origin has no problem here', () => {
  const origins = { main: undefined as never, other: { workload: app } };
  expect(originGuards.problemsIn({ host: 'a', origins, healthCheck: {} })).toEqual([]);
});
