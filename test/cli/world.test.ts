import { hasColour, makeVeil, processWorld } from '../../lib/cli/world';

test('what is hidden is written nowhere', () => {
  const veil = makeVeil();
  veil.hide('canary');
  veil.hide('');
  expect(veil.over('a canary, two canarys')).toBe('a ***, two ***s');
});

test('words have a colour only where a person sees it and did not decline', () => {
  const on = (env: Record<string, string>, isTerminal = true) => hasColour({ env, isTerminal });
  expect(on({})).toBe(true);
  expect(on({ NO_COLOR: '' })).toBe(true);
  expect([on({ NO_COLOR: '1' }), on({ TERM: 'dumb' }), on({}, false)]).toEqual([
    false,
    false,
    false,
  ]);
});

test('the process hides, sleeps and knows the time', async () => {
  const world = processWorld();
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  try {
    world.hide('canary');
    world.out('a canary');
  } finally {
    spy.mockRestore();
  }
  expect(written).toEqual(['a ***']);
  const before = world.now();
  await world.sleep(1);
  expect(world.now()).toBeGreaterThanOrEqual(before);
});
