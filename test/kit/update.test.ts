import { TERRAFORM } from '../terraform/specimen';
import { DIGEST } from './samples';
import { describeOffline } from './terraform';
import { updateOffline } from './update';

const PROJECT = 'ibm_code_engine_project.p';
const APP = 'ibm_code_engine_app.a';
const SECRET = 'ibm_code_engine_secret.s';
const CONFIG_MAP = 'ibm_code_engine_config_map';

type Block = Record<string, unknown>;

const RESOURCE_GROUP = '0123456789abcdef0123456789abcdef';
const project_id = `\${${PROJECT}.project_id}`;
const project = { name: 'p', resource_group_id: RESOURCE_GROUP };
const app = { project_id, name: 'a', image_reference: `us.icr.io/team/web@${DIGEST}` };
const variable = (name: string) => ({ name, value: 'x', type: 'literal' });

/** A configuration of one project and what lies in it, by addresses. */
const of = (resources: Readonly<Record<string, Block>> = {}, others: Block = {}) => {
  const resource: Record<string, Block> = {};
  for (const [address, block] of Object.entries({ [PROJECT]: project, ...resources })) {
    const [type, name] = address.split('.');
    resource[type] = { ...resource[type], [name]: block };
  }
  return { json: { terraform: TERRAFORM, resource, ...others } };
};

describeOffline('a change of the code', () => {
  test.each<[string, Block, Block, string]>([
    ['of an image', {}, { image_reference: 'us.icr.io/team/web:2' }, 'changed in place'],
    ['of a name', {}, { name: 'b' }, 'replaced'],
    ['of nothing', {}, {}, 'unchanged'],
    ['that adds a block', {}, { run_env_variables: [variable('A')] }, 'changed in place'],
    [
      'that takes a block away',
      { run_env_variables: [variable('A'), variable('B')] },
      { run_env_variables: [variable('B')] },
      'changed in place',
    ],
  ])('%s', async (_, before, after, change) => {
    const { changes } = await updateOffline(
      of({ [APP]: { ...app, ...before } }),
      of({ [APP]: { ...app, ...after } }),
    );
    expect(changes).toEqual({ [PROJECT]: 'unchanged', [APP]: change });
  });

  test('is told by address, also in a loop, and without data sources', async () => {
    const maps = (...names: string[]) => ({
      [`${CONFIG_MAP}.m`]: {
        for_each: `\${toset(${JSON.stringify(names)})}`,
        project_id,
        name: '${each.key}',
        data: { KEY: 'value' },
      },
    });
    const data = { ibm_code_engine_project: { there: { project_id } } };
    const { changes, plan } = await updateOffline(
      of(maps('one', 'two'), { data }),
      of(maps('two', 'three'), { data }),
    );
    expect(changes).toEqual({
      [PROJECT]: 'unchanged',
      [`${CONFIG_MAP}.m["one"]`]: 'destroyed',
      [`${CONFIG_MAP}.m["two"]`]: 'unchanged',
      [`${CONFIG_MAP}.m["three"]`]: 'created',
    });
    expect(plan).toContain('Plan: 1 to add, 0 to change, 1 to destroy.');
  });
});

describeOffline('the harness of changes', () => {
  const secret = { project_id, name: 's', format: 'generic' };
  const values = { before: 'canary-before', after: 'canary-afterwards' };

  test('takes other variables for the second apply', async () => {
    const source = of(
      { [SECRET]: { ...secret, data: '${sensitive({ TOKEN = var.token })}' } },
      { variable: { token: { type: 'string', sensitive: true } } },
    );
    const { changes, plan } = await updateOffline(source, source, {
      variablesBefore: { token: values.before },
      variables: { token: values.after },
    });
    expect(changes[SECRET]).toBe('changed in place');
    expect(plan).not.toMatch(/canary/);
  });

  test('lists what the cloud does not hold, of what may be secret only the kind', async () => {
    const both = (limit: number, token: string, ...ignored: string[]) =>
      of({
        [APP]: {
          ...app,
          scale_max_instances: limit,
          lifecycle: { ignore_changes: ignored.slice(0, 1) },
        },
        [SECRET]: {
          ...secret,
          data: { token },
          lifecycle: { ignore_changes: ignored.slice(1) },
        },
      });
    const ignored = ['scale_max_instances', 'data'];
    const before = both(5, values.before);
    const after = both(6, values.after, ...ignored);
    const failure = await updateOffline(before, after).catch((error: Error) => error.message);
    expect(failure).toBe(
      [
        'cloud: got something else than the code says',
        `${APP} scale_max_instances: got 5, expected 6`,
        `${SECRET} data: got a secret, expected a secret`,
      ].join('\n'),
    );
    const { changes } = await updateOffline(before, after, { ignored });
    expect(Object.values(changes)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('says at which step it failed', async () => {
    const broken = of({ [APP]: { ...app, name: 'Not A Name' } });
    await expect(updateOffline(broken, of())).rejects.toThrow(/^first plan: got exit code 1/);
    await expect(updateOffline(of(), broken)).rejects.toThrow(/^second plan: got exit code 1/);
  });

  test('expects nothing to be left over, or the contrary', async () => {
    const moving = of({}, { output: { now: { value: '${timestamp()}' } } });
    await expect(updateOffline(of(), moving)).rejects.toThrow(
      /^third plan, in which nothing may change: got exit code 2, expected 0/,
    );
    const { rest } = await updateOffline(of(), moving, { settles: false });
    expect(rest).toContain('Changes to Outputs');
    await expect(updateOffline(of(), of(), { settles: false })).rejects.toThrow(
      /^third plan, in which something must change: got exit code 0, expected 2/,
    );
  });
});
