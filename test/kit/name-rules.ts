/** How rules for names are tested: by a text that fits each, and one that does not; nothing at all fits none. */
import { NameRule } from '../../lib/facts/names';

export const testNameRules = <Name extends string>(
  rules: Readonly<Record<Name, NameRule>>,
  cases: readonly (readonly [name: Name, right: string, wrong: string])[],
): void =>
  test.each(cases)('%s is such as %j, and not %j', (name, right, wrong) => {
    const { pattern } = rules[name];
    const fits = [right, wrong, ''].map((it) => pattern.test(it));
    expect(fits).toEqual([true, false, false]);
  });
