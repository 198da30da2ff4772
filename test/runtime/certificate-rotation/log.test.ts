import { makeLog } from '../../../lib/runtime/certificate-rotation/log';

const KEY = `-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqG\nSM49AgEGCCqGSM49\n-----END PRIVATE KEY-----\n`;

function log() {
  const lines: string[] = [];
  const made = makeLog(
    (line) => void lines.push(line),
    () => 0,
    'run-1',
  );
  return { lines, ...made };
}

test('a line is one JSON object that says when, how grave, what and in which run', () => {
  const { write, lines } = log();
  write('info', 'unchanged', { days: 60 });
  expect(JSON.parse(lines[0])).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    level: 'info',
    event: 'unchanged',
    message: 'the TLS secret holds what Secrets Manager holds',
    run: 'run-1',
    days: 60,
  });
});

test('a text from outside begins no line of its own', () => {
  const { write, lines } = log();
  write('error', 'failed', { problems: ['x\n{"level":"info"}\u001b[2J'] });
  expect(lines).toHaveLength(1);
  // eslint-disable-next-line no-control-regex
  expect(lines[0]).not.toMatch(/[\u0000-\u001f]/);
});

test('a secret is taken out wherever it stands, whole or line by line', () => {
  const { write, hide, lines } = log();
  hide(KEY);
  hide('token.of.somebody');
  write('error', 'failed', { a: KEY, b: ['x token.of.somebody y'], c: { d: 'MIGHAgEAMBMGByqG' } });
  expect(lines[0]).not.toMatch(/MIGH|SM49|somebody/);
  expect(lines[0]).toContain('x *** y');
});

test('short texts hide nothing, or every line would be stars', () => {
  const { write, hide, lines } = log();
  hide('');
  hide('a b rotated');
  write('info', 'rotated', { days: 1 });
  expect(JSON.parse(lines[0]).event).toBe('rotated');
});

test('a long text is cut, after its secrets are out', () => {
  const { write, hide, lines } = log();
  hide('s'.repeat(20));
  write('error', 'failed', { text: 'x'.repeat(290) + 's'.repeat(20) + 'y'.repeat(400) });
  const { text } = JSON.parse(lines[0]);
  expect(text).toHaveLength(300);
  expect(text).not.toContain('s');
});
