/** One Terraform type has one owner: whoever wants to know what is rendered reads one file. */
import { filesIn, textOf } from '../kit/fresh';
import { readTypeList } from '../../tools/provider-data';

const BINDING = /from '[./]+\/\.gen\/providers\/ibm\/([\w-]+)'/g;

const owners = filesIn('lib', '.ts').flatMap((file) =>
  [...textOf(file).matchAll(BINDING)].map(([, binding]) => ({ binding, file })),
);

test('every binding that is imported has one importer', () => {
  const files = new Map<string, string[]>();
  for (const { binding, file } of owners) {
    files.set(binding, [...(files.get(binding) ?? []), file]);
  }
  const shared = [...files].filter(([, importers]) => importers.length > 1);
  expect(shared).toEqual([]);
});

test('every binding that is imported is listed under the folder word of its owner', () => {
  const { resources, dataSources } = readTypeList();
  const wordOf = (lists: Record<string, readonly string[]>, type: string) =>
    Object.keys(lists).find((word) => lists[word].includes(type));
  for (const { binding, file } of owners) {
    const type = `ibm_${binding.replace(/^data-ibm-/, '').replace(/-/g, '_')}`;
    const lists = binding.startsWith('data-') ? dataSources : resources;
    expect([type, wordOf(lists, type)]).toEqual([type, file.split('/')[2]]);
  }
});

test('no signature of a construct speaks of bindings', () => {
  expect(textOf('API.md')).not.toMatch(/\bibm\.(?!com)|\.gen\b/);
});
