import { X509Certificate } from 'crypto';
import { rotate } from '../../../lib/runtime/certificate-rotation/rotate';
import { Issued, authorities, issue } from '../../kit/rotation/authority';
import { FakePorts, failureOf, fakePorts, sourceOf, targetOf } from '../../kit/rotation/ports';

let [old, fresh]: Issued[] = [];
let roots: X509Certificate[];
beforeAll(async () => {
  [old, fresh] = [await issue({ to: 20 }), await issue()];
  roots = [new X509Certificate((await authorities()).root.certificate)];
});

const TASK = { id: 'id', tlsSecret: 'www-tls', hosts: ['www.example.com'] };
const run = (ports: FakePorts) =>
  rotate(TASK, ports, { roots, clockSkew: 0, attempts: 3, backoff: 100 }, 60_000);
const renewed = () => fakePorts(sourceOf(fresh), targetOf(old));
const eventsOf = ({ log }: FakePorts) => log.lines.map(({ event }) => event);

test('a renewed certificate is written once and read back', async () => {
  const ports = renewed();
  expect(await run(ports)).toBe('rotated');
  expect(ports.written).toEqual([
    { certificate: fresh.certificate + fresh.intermediate, privateKey: fresh.privateKey },
  ]);
  expect(eventsOf(ports)).toEqual(['writing', 'rotated']);
  expect(await run(ports)).toBe('unchanged');
  expect(ports.written).toHaveLength(1);
});

test('what ends soon without a newer one is told, and is no failure', async () => {
  const ports = fakePorts(sourceOf(old), targetOf(old));
  expect(await run(ports)).toBe('unchanged');
  expect(eventsOf(ports)).toEqual(['unchanged', 'expires-soon']);
  expect(ports.log.lines[1]).toMatchObject({ level: 'warning', days: 19 });
});

test('a stale etag is read again after a pause that grows', async () => {
  const ports = renewed();
  ports.answers.push('stale', 'busy');
  expect(await run(ports)).toBe('rotated');
  expect(eventsOf(ports)).toEqual(['writing', 'stale', 'writing', 'busy', 'writing', 'rotated']);
  expect(ports.clock.slept).toEqual([50, 100]);
});

test('who is always late gives up', async () => {
  const ports = renewed();
  ports.answers.push('stale', 'stale', 'stale');
  expect(await failureOf(() => run(ports))).toMatchObject({ kind: 'targetConflict' });
});

test('a write that does not last is no success', async () => {
  const ports = renewed();
  ports.target.write = async () => 'written';
  expect(await failureOf(() => run(ports))).toMatchObject({ kind: 'targetConflict' });
});

test('hosts that are mapped have to be covered, too', async () => {
  const ports = renewed();
  ports.mappings = [{ host: 'other.example.com', status: 'ready' }];
  expect(await failureOf(() => run(ports))).toMatchObject({ kind: 'sourceUnfit' });
  expect(ports.written).toEqual([]);
});

test('a refusal as older is looked at once more, for another may have been quicker', async () => {
  const ports = fakePorts(sourceOf(old), targetOf(fresh));
  let reads = 0;
  ports.source.read = async () => sourceOf(++reads === 1 ? old : fresh);
  expect(await run(ports)).toBe('unchanged');
  const again = fakePorts(sourceOf(old), targetOf(fresh));
  expect(await failureOf(() => run(again))).toMatchObject({ kind: 'sourceOlder' });
});

test('a mapping that failed is a failure, after the certificate is carried over', async () => {
  const ports = renewed();
  ports.mappings = [{ host: 'www.example.com', status: 'failed' }];
  expect(await failureOf(() => run(ports))).toMatchObject({ kind: 'mappingFailed' });
  expect(ports.written).toHaveLength(1);
});

test('a mapping that still takes it up is waited for, a while', async () => {
  const ports = renewed();
  ports.mappings = [{ host: 'www.example.com', status: 'deploying' }];
  expect(await run(ports)).toBe('rotated');
  expect(ports.clock.slept).toEqual([50, 100]);
  expect(eventsOf(ports).pop()).toBe('deploying');
});
