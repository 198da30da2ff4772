import { TAG } from '../../lib/facts/tags';
import { readProvider } from '../../tools/provider-data';

const { element } = readProvider().resources.ibm_resource_tag.facts.attributes.tags;

test.each([['env:prod'], ['a'], ['team shop'], ['cost-center_4.2'], ['x'.repeat(128)]])(
  'a tag can be %p, and the provider takes it',
  (tag) => {
    expect(TAG.pattern.test(tag) && tag.length <= TAG.most).toBe(true);
    expect(new RegExp(element!.pattern!).test(tag)).toBe(true);
  },
);

test.each([['Env:prod'], ['a/b'], ['übung'], [''], [' a'], ['a '], ['a,b']])(
  'a tag cannot be %p',
  (tag) => {
    expect(TAG.pattern.test(tag)).toBe(false);
  },
);

test('a tag is no longer than the provider takes', () => {
  expect(TAG.most).toBe(element!.maxLength);
});
