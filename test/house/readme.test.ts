/** The README's table of constructs is made of their docstrings. */
import { expectFresh, filesIn, textOf } from '../kit/fresh';
import { section } from '../kit/section';

const CLASS = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport class (\w+)( extends Construct)?/g;

test('the README lists every public class under the word of its folder', () => {
  const files = [...filesIn('lib/constructs', '.ts'), ...filesIn('lib/patterns', '.ts')];
  const rows = files.flatMap((file) => {
    const [, layer, word] = file.split('/');
    const place = layer === 'patterns' ? layer : word.endsWith('.ts') ? 'all' : word;
    const classes = [...textOf(file).matchAll(CLASS)].filter(
      ([, doc]) => !doc.includes('@internal'),
    );
    return classes.map(([, doc, name, construct]) => {
      const kind = construct ? 'construct' : 'value';
      return `| ${place} | \`${name}\` | ${kind} | ${firstSentence(doc)} |`;
    });
  });
  const table = ['| folder | class | kind | what it is |', '|---|---|---|---|', ...rows];
  expectFresh('README.md', section(textOf('README.md'), 'constructs', table.join('\n')));
});

function firstSentence(doc: string): string {
  const text = doc
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join(' ')
    .trim();
  return text.split(/\.(?: |$)|: (?=only)| {2}@| @/)[0];
}
