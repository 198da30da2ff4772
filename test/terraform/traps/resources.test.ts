import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { IN_PLACE, NO_CHANGES, walk } from './trapped';

const INSTANCE = 'ibm_resource_instance';
const RETENTION = 'ibm_cr_retention_policy';
const TAG = 'ibm_resource_tag';

const crn = (name: string) => `crn:v1:bluemix:public:kms:us-south:a/0:${name}::`;
const instance = (values: object = {}) => ({ [INSTANCE]: specimen(INSTANCE, { ...values }) });
const tag = (values: object) => ({ [TAG]: { resource_id: crn('one'), tags: ['own'], ...values } });

describeOffline('the traps of the resource controller', () => {
  const it = walk();

  test('resources/instance-parameters-are-never-read: no plan shows the drift', async () => {
    await it.apply(instance({ parameters: { allowed_network: 'private-only' } }));
    it.meddle(INSTANCE, { parameters: { allowed_network: 'public-and-private' } });
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('resources/removed-instance-parameters-stay-set: in the service', async () => {
    await it.apply(instance({ parameters: { allowed_network: 'public-and-private' } }));
    await it.apply(instance());
    expect(it.stored(INSTANCE).parameters).toEqual({ allowed_network: 'public-and-private' });
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('resources/removing-an-instance-tag-deletes-it-account-wide: from others too', async () => {
    await it.apply({ ...instance({ tags: ['a', 'b'] }), ...tag({ tags: ['a', 'c'] }) });
    await it.apply({ ...instance({ tags: ['b'] }), ...tag({ tags: ['a', 'c'] }) });
    expect(it.stored(TAG).tags).toEqual(['c']);
    expect(await it.plan()).toMatch(/\+ "a"/);
  });
});

describeOffline('the traps of tags', () => {
  const it = walk();

  test('tags/removed-tag-type-stays: without a diff', async () => {
    await it.apply(tag({ tag_type: 'access' }));
    expect(await it.apply(tag({}))).toContain(NO_CHANGES);
    expect(it.stored(TAG).tag_type).toBe('access');
  });

  test('tags/tags-stay-on-the-replaced-resource: and the diff for ever', async () => {
    await it.apply(tag({}));
    expect(await it.apply(tag({ resource_id: crn('two') }))).toContain(IN_PLACE);
    expect(it.stored(TAG).resource_id).toBe(crn('one'));
    expect(await it.plan()).toContain(IN_PLACE);
  });

  test('tags/upper-case-tags-are-stored-in-lower-case: unseen', async () => {
    await it.apply(tag({ tags: ['Team:Sec'] }));
    expect(it.stored(TAG).tags).toEqual(['team:sec']);
    expect(await it.plan()).toContain(NO_CHANGES);
  });
});

describeOffline('the traps of the registry', () => {
  const it = walk();

  test('registry/retention-count-change-resets-untagged: until the next apply', async () => {
    const keep = (images_per_repo: number) => ({
      [RETENTION]: { namespace: 'own', images_per_repo, retain_untagged: true },
    });
    await it.apply(keep(10));
    await it.apply(keep(5));
    expect(it.stored(RETENTION).retain_untagged).toBe(false);
    expect(await it.plan()).toMatch(/retain_untagged\s+= false -> true/);
    await it.apply(keep(5));
    expect(await it.plan()).toContain(NO_CHANGES);
  });
});
