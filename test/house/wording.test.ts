/** The wording that all errors and docstrings share; `refusalOf` of the kit holds every refusal in a test to it. */
import { filesIn, textOf } from '../kit/fresh';

const libFiles = filesIn('lib', '.ts');

test('errors are thrown in one place, all problems at once; what runs by itself has its own', () => {
  const throwing = libFiles.filter((file) => /\bthrow\b/.test(textOf(file)));
  expect(throwing).toEqual([
    'lib/cli/refusal.ts',
    'lib/core/errors.ts',
    // how a matcher says that it was asked for nothing.
    'lib/jest/to-keep-rules.ts',
    // a synthesis that findings stop, and a rule that ends at what it cannot know.
    'lib/policy/code-engine-policy.ts',
    // a fault of a user's own rule, for the engine to tell.
    'lib/policy/own-rules.ts',
    'lib/policy/policy-resource.ts',
    'lib/policy/resource.ts',
    'lib/runtime/certificate-rotation/failure.ts',
  ]);
});

test('expectations are positive', () => {
  for (const file of libFiles) {
    const expectations = [...textOf(file).matchAll(/expected: [`'"]([^`'"]*)/g)];
    for (const [, text] of expectations) {
      expect(text).not.toMatch(
        /^[A-Z](?![A-Z]*\.|\w+Value|\w+\.)|invalid|illegal|please|must|\.$|!$/,
      );
    }
  }
});

test('every refusal in a test is caught by a helper that reads its wording', () => {
  const bare = filesIn('test/constructs', '.test.ts').filter((file) =>
    /\.toThrow\((?!\/\^)[^)]/.test(textOf(file)),
  );
  expect(bare).toEqual([]);
});

test('nothing writes to the console', () => {
  expect(libFiles.filter((file) => /\bconsole\./.test(textOf(file)))).toEqual([]);
});

test('only what runs by itself knows its process, and in one place or two', () => {
  const knowing = libFiles.filter((file) => /\bprocess[.;]/.test(textOf(file)));
  expect(knowing).toEqual([
    'lib/cli/main.ts',
    'lib/cli/world.ts',
    'lib/runtime/certificate-rotation/main.ts',
    'lib/runtime/origin-guard/main.ts',
  ]);
});

test('docstrings of public classes begin with a sentence and point to IBM', () => {
  for (const file of filesIn('lib/constructs', '.ts')) {
    const docs = [...textOf(file).matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport class (\w+)/g)];
    for (const [, doc, name] of docs) {
      expect(`${name}: ${doc.trim()}`).not.toMatch(/: \*?\s*This class/);
      const needsSource =
        !['Waiver', 'ImageRepository'].includes(name) && !doc.includes('@internal');
      if (needsSource) expect(`${name}: ${doc}`).toMatch(/@see https:\/\//);
    }
  }
});
