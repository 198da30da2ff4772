import * as fc from 'fast-check';
import * as names from '../../lib/facts/names';
import { NameRule } from '../../lib/facts/names';
import { readProvider } from '../../tools/provider-data';

const { resources } = readProvider();

test.each<[keyof typeof names, string]>([
  ['WORKLOAD_NAME', 'ibm_code_engine_app.name'],
  ['WORKLOAD_NAME', 'ibm_code_engine_function.name'],
  ['SECRET_NAME', 'ibm_code_engine_secret.name'],
  ['SECRET_NAME', 'ibm_code_engine_config_map.name'],
  ['PROJECT_NAME', 'ibm_code_engine_project.name'],
])('%s is the pattern of the provider for %s', (rule, place) => {
  const [type, attribute] = place.split('.');
  const facts = resources[type].facts.attributes[attribute];
  const { pattern, most } = names[rule] as NameRule;
  expect(most).toBe(facts.maxLength);
  expect(pattern.source).toBe(facts.pattern);
});

test('an image of a registry, pinned, is one that the provider takes', () => {
  const facts = resources.ibm_code_engine_app.facts.attributes.image_reference;
  const { IMAGE_REPOSITORY, IMAGE_DIGEST } = names;
  fc.assert(
    fc.property(
      fc.stringMatching(IMAGE_REPOSITORY.pattern, { size: 'xsmall' }),
      fc.stringMatching(IMAGE_DIGEST.pattern),
      (repository, digest) => {
        fc.pre(repository.length <= IMAGE_REPOSITORY.most);
        expect(`${repository}@${digest}`).toMatch(new RegExp(facts.pattern!));
      },
    ),
  );
  expect(IMAGE_REPOSITORY.most + 1 + IMAGE_DIGEST.most).toBe(facts.maxLength);
});

test('every rule says in words what its pattern says', () => {
  const { instanceCrn, ...rules } = names;
  for (const rule of [...Object.values(rules), instanceCrn('codeengine')]) {
    expect(rule.words).toMatch(/^[a-z0-9]/);
    expect(rule.pattern.source).toMatch(/^\^.*\$$/);
  }
});

test('a group id is what the provider takes', () => {
  const facts = resources.ibm_code_engine_project.facts.attributes.resource_group_id;
  expect(names.RESOURCE_GROUP_ID.most).toBe(facts.maxLength);
});
