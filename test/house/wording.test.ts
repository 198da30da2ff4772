/** The wording that all errors and docstrings share; `refusalOf` of the kit holds every refusal in a test to it. */
import { filesIn, textOf } from '../kit/fresh';

const libFiles = filesIn('lib', '.ts');

test('errors are thrown in one place, all problems at once', () => {
  const throwing = libFiles.filter((file) => /\bthrow\b/.test(textOf(file)));
  expect(throwing).toEqual(['lib/core/errors.ts']);
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
