/** The defaults that the policy knows are those of the provider: made of `provider/`. */
import { expectFresh } from '../kit/fresh';
import { readProvider } from '../../tools/provider-data';

test('the defaults of the provider are those of its data', () => {
  const { resources } = readProvider();
  const lines = Object.entries(resources)
    .map(([type, { facts }]) => {
      const defaults = Object.entries(facts.attributes)
        .filter(([, fact]) => fact.default !== undefined)
        .map(([path, fact]) => [path, fact.default]);
      return [type, Object.fromEntries(defaults)] as const;
    })
    .filter(([, defaults]) => Object.keys(defaults as object).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, defaults]) => `  ${type}: ${JSON.stringify(defaults)},`);
  const text = [
    "import type { Defaults } from './value';",
    '',
    '/** What the provider takes for what a configuration does not say; generated from `provider/`. */',
    '// prettier-ignore',
    'export const PROVIDER_DEFAULTS: Defaults = {',
    ...lines,
    '};',
    '',
  ];
  expectFresh('lib/policy/provider-defaults.ts', text.join('\n'));
});
