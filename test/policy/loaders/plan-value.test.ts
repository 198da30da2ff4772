import { bodyOf } from '../../../lib/policy/loaders/plan-value';
import { Unknown, referredBy } from '../../../lib/policy/value';

const meaningOf = (expression: unknown) => {
  const { references } = (expression ?? {}) as { references?: string[] };
  return expression === undefined ? undefined : { references: references ?? [], paths: [] };
};
const read = (...references: string[]) => ({ references });
const says = (constant_value: unknown) => ({ constant_value });

test('what is known keeps what it is taken from', () => {
  const body = bodyOf(
    { after: { name: 'web' }, expression: { name: read('ibm_app.web') } },
    meaningOf,
  );
  expect(body.name).toBe('web');
  expect(referredBy(body, 'name')?.references).toEqual(['ibm_app.web']);
});

test('what only the account says is not of the code', () => {
  const body = bodyOf(
    { after: { dnssec: 'active' }, unknown: { id: true }, expression: {} },
    meaningOf,
  );
  expect(Object.keys(body)).toEqual([]);
});

test('what is hidden is unknown, and nothing is nothing even where it would be hidden', () => {
  const expression = { a: says('canary'), b: says(null), c: read('var.x') };
  const hidden = { a: true, b: true, c: true };
  const after = { a: 'canary', b: null, c: { k: 'canary' } };
  const body = bodyOf({ after, hidden, expression }, meaningOf);
  expect(body.a).toMatchObject({ isSensitive: true, pattern: '\0' });
  expect(body.b).toBeNull();
  expect(body.c).toMatchObject({ isSensitive: true, pattern: '', references: ['var.x'] });
  expect(JSON.stringify(body)).not.toContain('canary');
});

test('blocks that Terraform sorts find their expressions by what is written in clear', () => {
  const block = (name: string, from: string) => ({ name: says(name), value: read(from) });
  const { run } = bodyOf(
    {
      after: { run: [{ name: 'B' }, { name: 'A' }] },
      unknown: { run: [{ value: true }, { value: true }] },
      expression: { run: [block('A', 'ibm_a.a'), block('B', 'ibm_b.b')] },
    },
    meaningOf,
  );
  const [first, second] = run as unknown as { value: Unknown }[];
  expect(first.value.references).toEqual(['ibm_b.b']);
  expect(second.value.references).toEqual(['ibm_a.a']);
});

test('a block that a dynamic one made is there, though nobody wrote it', () => {
  const body = bodyOf(
    { after: { run: [{ name: 'A' }] }, unknown: { run: [{ value: true }] }, expression: {} },
    meaningOf,
  );
  expect(body.run).toEqual([{ name: 'A', value: new Unknown('\0', []) }]);
});
