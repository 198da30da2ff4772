/** What a change of each kind does to what the constructs have deployed. */
import { TerraformStack } from 'cdktf';
import { Image } from '../../lib/constructs/images/image';
import { AppSecret } from '../../lib/constructs/secrets/app-secret';
import { SecretData } from '../../lib/constructs/secrets/secret-data';
import { SecretValue } from '../../lib/constructs/secrets/secret-value';
import {
  CodeEngineProject,
  CodeEngineProjectProps,
} from '../../lib/constructs/workloads/code-engine-project';
import { EnvValue } from '../../lib/constructs/workloads/env-value';
import { Probe } from '../../lib/constructs/workloads/probe';
import { SecureApp, SecureAppProps } from '../../lib/constructs/workloads/secure-app';
import { Visibility } from '../../lib/facts/visibility';
import {
  CANARY,
  DIGEST,
  RESOURCE_GROUP_ID,
  image,
  project,
  waiver,
  withProvider,
} from '../kit/samples';
import { describeOffline } from '../kit/terraform';
import { Change, updateOffline } from '../kit/update';

type Props = Partial<SecureAppProps>;

const stackOf = (...apps: readonly Props[]) =>
  withProvider((stack) => {
    const home = project(stack);
    apps.forEach((props, index) => {
      new SecureApp(stack, `web${index}`, { project: home, image: image(), ...props });
    });
  });

/** What happens to resources of a type, in the order of their addresses. */
const of = (changes: Readonly<Record<string, Change>>, type: string) =>
  Object.entries(changes)
    .filter(([address]) => address.startsWith(`${type}.`))
    .map(([, change]) => change);

const MODE = EnvValue.literal('prod');
const other = Image.fromRegistry('private.us.icr.io/shop/web').digest(`${DIGEST.slice(0, -4)}0000`);

describeOffline('an app that exists', () => {
  test.each<[string, Props, Props, Change]>([
    ['another image', {}, { image: other }, 'changed in place'],
    ['another name', {}, { appName: 'other' }, 'replaced'],
    ['a variable more', {}, { environment: { MODE } }, 'changed in place'],
    ['a variable less', { environment: { MODE } }, {}, 'changed in place'],
    [
      'one variable less of two',
      { environment: { DEBUG: MODE, MODE } },
      { environment: { MODE } },
      'changed in place',
    ],
    ['a private endpoint', {}, { visibility: Visibility.PRIVATE }, 'changed in place'],
    ['a private endpoint no more', { visibility: Visibility.PRIVATE }, {}, 'changed in place'],
    [
      'liveness by TCP',
      { liveness: Probe.http('/healthz') },
      { liveness: Probe.tcp() },
      'changed in place',
    ],
    ['liveness by HTTP', {}, { liveness: Probe.http('/healthz') }, 'changed in place'],
    [
      'another path of readiness',
      { readiness: Probe.http('/') },
      { readiness: Probe.http('/ready') },
      'changed in place',
    ],
    ['nothing', {}, {}, 'unchanged'],
  ])('given %s', async (_, before, after, change) => {
    const { changes } = await updateOffline(stackOf(before), stackOf(after));
    expect(of(changes, 'ibm_code_engine_app')).toEqual([change]);
    expect(of(changes, 'ibm_code_engine_project')).toEqual(['unchanged']);
  });

  test('is replaced for readiness of the other kind, which a change would lose', async () => {
    const [tcp, http]: Props[] = [{}, { readiness: Probe.http('/ready') }];
    for (const [before, after] of [
      [tcp, http],
      [http, tcp],
    ]) {
      const { changes } = await updateOffline(stackOf(before), stackOf(after));
      expect(of(changes, 'ibm_code_engine_app')).toEqual(['replaced']);
    }
  });

  test('is left alone when another comes beside it and when that goes', async () => {
    const { changes } = await updateOffline(stackOf({}), stackOf({}, {}));
    expect(of(changes, 'ibm_code_engine_app')).toEqual(['unchanged', 'created']);
    expect(of(changes, 'ibm_code_engine_project')).toEqual(['unchanged']);
    const { changes: back } = await updateOffline(stackOf({}, {}), stackOf({}));
    expect(of(back, 'ibm_code_engine_app')).toEqual(['unchanged', 'destroyed']);
  });
});

describeOffline('a secret that exists', () => {
  const secretOf = (...keys: readonly string[]) =>
    withProvider((stack) => {
      const home = project(stack);
      const value = SecretValue.fromVariable(stack, 'token');
      const data = Object.fromEntries(keys.map((key) => [key, value]));
      const secret = new AppSecret(stack, 'secret', {
        project: home,
        data: SecretData.generic(data),
      });
      const environment = { TOKEN: EnvValue.fromSecret(secret, 'TOKEN') };
      new SecureApp(stack, 'web', { project: home, image: image(), environment });
    });

  test('is changed in place by another value, and its app is not', async () => {
    const { changes, plan } = await updateOffline(secretOf('TOKEN'), secretOf('TOKEN'), {
      variablesBefore: { token: CANARY },
      variables: { token: `${CANARY}-renewed` },
    });
    expect(of(changes, 'ibm_code_engine_secret')).toEqual(['changed in place']);
    expect(of(changes, 'ibm_code_engine_app')).toEqual(['unchanged']);
    expect(plan).not.toContain(CANARY);
  });

  test('is changed in place by a key that comes or goes', async () => {
    const [one, two] = [['TOKEN'], ['TOKEN', 'OTHER']];
    for (const [before, after] of [
      [one, two],
      [two, one],
    ]) {
      const { changes } = await updateOffline(secretOf(...before), secretOf(...after), {
        variables: { token: CANARY },
      });
      expect(of(changes, 'ibm_code_engine_secret')).toEqual(['changed in place']);
    }
  });
});

describeOffline('a project that exists', () => {
  const projectOf = (props: Partial<CodeEngineProjectProps> = {}) =>
    withProvider((stack: TerraformStack) => {
      new CodeEngineProject(stack, 'project', { resourceGroupId: RESOURCE_GROUP_ID, ...props });
    });
  const unprotected = { deletionProtection: false, waivers: { deletionProtection: waiver() } };

  test('is not touched when its protection is lifted or put back', async () => {
    const { changes } = await updateOffline(projectOf(), projectOf(unprotected));
    expect(Object.values(changes)).toEqual(['unchanged']);
    const { changes: back } = await updateOffline(projectOf(unprotected), projectOf());
    expect(Object.values(back)).toEqual(['unchanged']);
  });

  test('is not renamed while it is protected, and replaced when it is not', async () => {
    await expect(updateOffline(projectOf(), projectOf({ projectName: 'other' }))).rejects.toThrow(
      /^second plan: got exit code 1[^]*prevent_destroy/,
    );
    const { changes } = await updateOffline(
      projectOf(unprotected),
      projectOf({ ...unprotected, projectName: 'other' }),
    );
    expect(Object.values(changes)).toEqual(['replaced']);
  });
});
