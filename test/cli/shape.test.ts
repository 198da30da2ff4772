import { Shape } from '../../lib/cli/shape';
import { refusal } from './recorder';

test('reads what is there, and takes null and nothing for empty', () => {
  const shape = new Shape('file');
  const fields = shape.object({ name: 'web', blank: ' ', none: null, list: [1], yes: true }, '')!;
  expect(shape.text(fields, 'name', '')).toBe('web');
  expect(shape.text(fields, 'blank', '')).toBeNull();
  expect(shape.text(fields, 'absent', '')).toBeNull();
  expect(shape.list(fields, 'list', '')).toEqual([1]);
  expect(shape.list(fields, 'none', '')).toEqual([]);
  expect(shape.flag(fields, 'yes', '')).toBe(true);
  expect(shape.flag(fields, 'absent', '')).toBe(false);
  expect(shape.required(fields, 'name', '')).toBe('web');
  shape.finish();
});

test('tells all that is wrong at once', async () => {
  const shape = new Shape('file', 'mend it');
  const fields = shape.object({ a: 1, b: 'x' }, '[0]')!;
  shape.text(fields, 'a', '[0]');
  shape.required(fields, 'a', '[0]');
  shape.required(fields, 'absent', '[0]');
  shape.list(fields, 'b', '[0]');
  shape.list(fields, 'absent', '[0]');
  shape.flag(fields, 'b', '[0]');
  expect(shape.object([], '[1]')).toBeUndefined();
  shape.object(null, '[2]');
  expect(await refusal(() => shape.finish())).toEqual(
    [
      'file[0].a: got 1, expected a text',
      'file[0].a: got 1, expected a text',
      'file[0].absent: got nothing, expected a text',
      'file[0].b: got "x", expected a list',
      'file[0].absent: got nothing, expected a list',
      'file[0].b: got "x", expected true or false',
      'file[1]: got a list, expected an object',
      'file[2]: got null, expected an object',
    ].map((line) => `${line}; mend it`),
  );
});

test('a document without end to its problems is refused at the twentieth', async () => {
  const shape = new Shape('file');
  const lines = await refusal(() => {
    for (;;) shape.object(0, '');
  });
  expect(lines).toHaveLength(20);
});

test('keys that reach for the prototype are refused, and inherited ones are not there', async () => {
  const shape = new Shape('file');
  shape.object(JSON.parse('{"__proto__": {"status": "OK"}}'), '');
  expect(await refusal(() => shape.finish())).toEqual([
    'file: got a key __proto__, expected an object without it',
  ]);
  expect(new Shape('file').text({}, 'toString', '')).toBeNull();
});
