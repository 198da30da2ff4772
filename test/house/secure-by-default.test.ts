/** What the library renders breaks none of its own rules: the one place where constructs and policy meet. */
import { judge } from '../../lib/policy/engine';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { RULES } from '../../lib/policy/rules';
import { filesIn, textOf } from '../kit/fresh';

const goldens = filesIn('examples', '.tf.json');

/** What an example breaks on purpose, or cannot hold by itself, and why. */
const BROKEN: Readonly<Record<string, string>> = {
  'certificates/from-secrets-manager':
    'examples of the edge alone are given a certificate; RotatingCertificate is its own example',
  'edge/attacks-are-told': 'there is no address to tell by default; EdgeAlerts takes one',
  'edge/mapped-app-is-closed': 'the first phase of a cutover leaves a public app as it is',
  'edge/rate-limited':
    'how many requests are too many depends on the app; SecureWebService has 100',
  'edge/visitors-restricted': 'a shop is for everybody; AccessRules says who else may not come',
  'edge/zone-signed': 'of a zone that exists, DNSSEC is its owner’s',
};

const brokenIn = (file: string): string[] => {
  const blocks = blocksOfConfiguration(JSON.parse(textOf(file)) as unknown);
  const { findings } = judge(new Graph(blocks), RULES);
  return findings
    .filter(({ outcome }) => outcome === 'breaks' || outcome === 'crashed')
    .map(({ rule, block, fact }) => `${rule.id} ${block.address}: ${fact}`);
};

const isExplained = (line: string) => BROKEN[line.split(' ')[0]] !== undefined;

test.each(goldens.map((file) => [file]))('%s breaks no rule of strict', (file) => {
  expect(brokenIn(file).filter((line) => !isExplained(line))).toEqual([]);
});

test('what is explained is still broken somewhere', () => {
  const all = goldens.flatMap(brokenIn).map((line) => line.split(' ')[0]);
  expect(Object.keys(BROKEN).filter((rule) => !all.includes(rule))).toEqual([]);
});

test('every opt-out of a construct names a rule that there is', () => {
  const text = filesIn('lib/constructs', '.ts').map(textOf).join('\n');
  const named = [...text.matchAll(/(?:rule: |optOutsIn\(\s*)'([a-z]+\/[a-z-]+)'/g)].map(
    ([, id]) => id,
  );
  const ids = RULES.map(({ id }) => id);
  expect([...new Set(named)].filter((id) => !ids.includes(id))).toEqual([]);
});
