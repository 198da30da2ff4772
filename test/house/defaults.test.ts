/** What a docstring promises is what the code does. */
import { filesIn, textOf } from '../kit/fresh';

interface Documented {
  readonly file: string;
  readonly prop: string;
  readonly documented: string | undefined;
}

const OPTIONAL = /((?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?)readonly (\w+)\?:/g;

/** The optional members of the interfaces of a file whose name ends so. */
function optionalProps(file: string, kinds = 'Props|Options'): Documented[] {
  const named = new RegExp(`^export interface \\w+(?:${kinds}) [^{]*\\{([\\s\\S]*?)^\\}`, 'gm');
  const interfaces = [...textOf(file).matchAll(named)];
  return interfaces.flatMap(([, body]) =>
    [...body.matchAll(OPTIONAL)].map(([, doc, prop]) => ({
      file,
      prop,
      documented: /@default (.+)/.exec(doc)?.[1].trim(),
    })),
  );
}

/** The entries of the file's `DEFAULTS`, as written. */
function defaultsOf(file: string): Map<string, string> {
  const [, body = ''] = /^const DEFAULTS = \{([\s\S]*?)\};/m.exec(textOf(file)) ?? [];
  return new Map(
    [...body.matchAll(/(\w+): ((?:[^,({]|\([^)]*\)|\{[^}]*\})+)/g)].map(([, prop, value]) => [
      prop,
      value.trim(),
    ]),
  );
}

const isLiteral = (value: string) => /^(-?[\d.]+|true|false|'.*'|[A-Z]\w*\.[A-Z_]+)$/.test(value);
const files = filesIn('lib/constructs', '.ts');
const props = files.flatMap((file) => optionalProps(file));

test('every optional prop says what happens without it', () => {
  const all = files.flatMap((file) => optionalProps(file, 'Props|Options|Waivers'));
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(({ documented }) => documented === undefined)).toEqual([]);
});

test('a default that is a literal is documented as that literal', () => {
  const wrong = props.filter(({ file, prop, documented }) => {
    const value = defaultsOf(file).get(prop);
    return value !== undefined && isLiteral(value) && value !== documented;
  });
  expect(wrong).toEqual([]);
});

test('a literal in a docstring is a default in the code', () => {
  const wrong = props.filter(
    ({ file, prop, documented }) =>
      isLiteral(documented!) && defaultsOf(file).get(prop) !== documented,
  );
  expect(wrong).toEqual([]);
});

test('every entry of DEFAULTS belongs to a prop', () => {
  for (const file of files) {
    const names = optionalProps(file).map(({ prop }) => prop);
    expect(names).toEqual(expect.arrayContaining([...defaultsOf(file).keys()]));
  }
});

test('a constructor decides nothing: defaults and problems have their own place', () => {
  for (const file of files) {
    const [, body = ''] =
      /\n {2}constructor\([^)]*\) \{([\s\S]*?)\n {2}\}/.exec(textOf(file)) ?? [];
    expect(body).not.toMatch(/\?\?|\bif\b|\?[^:.]*:/);
  }
});
