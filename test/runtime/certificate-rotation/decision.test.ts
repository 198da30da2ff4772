import { X509Certificate } from 'crypto';
import { decide } from '../../../lib/runtime/certificate-rotation/decision';
import { SourceSecret, TargetSecret } from '../../../lib/runtime/certificate-rotation/ports';
import { Issued, authorities, issue } from '../../kit/rotation/authority';
import { sourceOf, targetOf } from '../../kit/rotation/ports';

let [old, fresh]: Issued[] = [];
let roots: X509Certificate[];
beforeAll(async () => {
  [old, fresh] = [await issue({ to: 20 }), await issue()];
  roots = [new X509Certificate((await authorities()).root.certificate)];
});

const judged = (source: SourceSecret, target: TargetSecret, hosts = ['www.example.com']) =>
  decide(source, target, { hosts, now: Date.now(), skew: 0, roots });

test('the same is kept', () => {
  expect(judged(sourceOf(fresh), targetOf(fresh)).action).toBe('keep');
});

test('what ends later is written, and what it replaces is known', () => {
  const decision = judged(sourceOf(fresh), targetOf(old));
  expect(decision).toMatchObject({ action: 'write' });
  expect((decision as any).served.chain[0].toString()).toBe(old.certificate);
});

test('what ends earlier is never written', () => {
  expect(judged(sourceOf(old), targetOf(fresh))).toMatchObject({
    action: 'refuse',
    kind: 'sourceOlder',
  });
});

test('with the same end, the later beginning is newer', async () => {
  const again = await issue({ end: old.end, from: -0.5 });
  expect(judged(sourceOf(again), targetOf(old)).action).toBe('write');
  expect(judged(sourceOf(old), targetOf(again)).action).toBe('refuse');
});

test('the same certificate is written again when its chain is completed', () => {
  const bare = { ...targetOf(fresh), certificate: fresh.certificate };
  expect(judged(sourceOf(fresh), bare).action).toBe('write');
});

test.each([
  ['nothing', { certificate: '', privateKey: '' }],
  ['a placeholder', { certificate: 'x', privateKey: 'x' }],
])('in place of %s, whatever is sound is written', (_, served) => {
  expect(judged(sourceOf(old), { ...targetOf(fresh), ...served })).toMatchObject({
    action: 'write',
    served: undefined,
  });
});

test('what nobody can be served with is replaced, however new it is', () => {
  const mixed = { ...targetOf(fresh), privateKey: old.privateKey };
  expect(judged(sourceOf(old), mixed).action).toBe('write');
});

test('a newer one that covers none of the hosts is replaced, one that covers some is not', async () => {
  const served = targetOf(await issue({ hosts: ['a.org'] }));
  const held = sourceOf(await issue({ hosts: ['a.org', 'b.org'], to: 10 }));
  expect(judged(held, served, ['b.org']).action).toBe('write');
  expect(judged(held, served, ['a.org', 'b.org']).action).toBe('refuse');
});

test('what fails a check is not written, not even where it is served', () => {
  const bare = { ...sourceOf(fresh), intermediate: '' };
  for (const served of [fresh, old]) {
    expect(judged(bare, targetOf(served))).toMatchObject({ action: 'refuse', kind: 'sourceUnfit' });
  }
});

test('all that is wrong with a secret is told at once', () => {
  const source = {
    type: 'arbitrary',
    state: '',
    certificate: '',
    intermediate: '',
    privateKey: '',
  };
  const decision = judged(source, targetOf(old)) as any;
  expect(decision.problems.map(({ at }: any) => at)).toEqual([
    'secret',
    'secret',
    'certificate',
    'private key',
  ]);
});

test('only a TLS secret is touched', () => {
  expect(judged(sourceOf(fresh), { ...targetOf(old), format: 'generic' })).toMatchObject({
    action: 'refuse',
    kind: 'targetRefused',
  });
});
