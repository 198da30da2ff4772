import { FEW, codeOf, makeLog } from '../../../lib/runtime/origin-guard/log';

function log() {
  const lines: string[] = [];
  const clock = { now: 0 };
  const made = makeLog(
    (line) => void lines.push(line),
    () => clock.now,
  );
  return { ...made, lines, clock };
}

test('a line is one JSON object that says when, how grave and what', () => {
  const { write, lines } = log();
  write('info', 'started', { port: 8080 });
  expect(JSON.parse(lines[0])).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    level: 'info',
    event: 'started',
    message: 'the guard listens',
    port: 8080,
  });
});

test('of one kind there are few in a while, and the next one tells how many were left out', () => {
  const { write, lines, clock } = log();
  for (let i = 0; i < 25; i++) write('warning', 'refused');
  write('warning', 'unreachable');
  expect(lines).toHaveLength(FEW.lines + 1);
  clock.now = FEW.window;
  write('warning', 'refused');
  write('warning', 'refused');
  expect(lines.slice(-2).map((it) => JSON.parse(it).leftOut)).toEqual([15, undefined]);
});

test('a text from outside is cut, and begins no line of its own', () => {
  const { write, lines } = log();
  write('warning', 'refused', { from: `a\n{"level":"info"}${'x'.repeat(500)}` });
  expect(lines[0]).not.toContain('\n');
  expect(JSON.parse(lines[0]).from).toHaveLength(200);
});

test.each([
  [Object.assign(new Error('secret'), { code: 'ECONNRESET' }), 'ECONNRESET'],
  [new Error('secret'), 'unknown'],
  [{ code: 'not a code' }, 'unknown'],
  [undefined, 'unknown'],
])('%s is told by its code alone', (error, code) => {
  expect(codeOf(error)).toBe(code);
});
