/** From `terraform apply` to a renewed certificate that is served, and back to a plan without changes. */
import { EXAMPLE_VARIABLES } from '../kit/example-variables';
import { textOf } from '../kit/fresh';
import { variablesOf } from '../kit/life';
import { Issued, issue } from '../kit/rotation/authority';
import { Cloud, put, startCloud } from '../kit/rotation/cloud';
import { deployed, inState, runDeployed } from '../kit/rotation/deployed';
import { faultsIn, isServed, leaksIn, secretOf } from '../kit/rotation/judge';
import { Ran } from '../kit/rotation/process';
import { removeFolder, temporaryFolder } from '../kit/temporary';
import { Workspace, describeOffline } from '../kit/terraform';

const EXAMPLE = JSON.parse(textOf('examples/06-rotating-certificate/expected.tf.json')) as any;
const HOST = 'shop.example.com';
const TLS = 'ibm_code_engine_secret';
const ORDER = 'ibm_sm_public_certificate';
const EMPTY = ['plan', '-no-color', '-detailed-exitcode'];

describeOffline('a rotator as it is deployed', () => {
  const folder = temporaryFolder();
  let workspace: Workspace;
  let services: Cloud;

  beforeAll(async () => {
    const variables = variablesOf(EXAMPLE, EXAMPLE_VARIABLES);
    [workspace, services] = await Promise.all([
      Workspace.open({ json: EXAMPLE }, { variables }),
      startCloud(),
    ]);
    await workspace.must('init', ['init', '-no-color', '-input=false']);
    await workspace.must('apply', ['apply', '-no-color', '-auto-approve']);
  });
  afterAll(async () => {
    await services?.close();
    await workspace?.close();
    removeFolder(folder);
  });

  /** The rotator of the first project, by the output that names it. */
  const rotator = () => {
    const state = workspace.state();
    return deployed(state, state.outputs.rotator.value as string);
  };

  /** What Secrets Manager holds from now on, for the emulator and for Terraform. */
  function renew(issued: Issued) {
    const [{ id, value }] = workspace.cloud.list(ORDER);
    services.held.set(value.secret_id as string, secretOf(issued));
    const { certificate, intermediate, private_key } = secretOf(issued);
    workspace.cloud.put(ORDER, id, { ...value, certificate, intermediate, private_key });
  }

  /** One run; what it wrote is what Terraform will find. */
  async function run(notice?: string): Promise<Ran> {
    const it = rotator();
    const { projectId } = it;
    const [{ id, value }] = workspace.cloud
      .list(TLS)
      .filter(({ value: secret }) => secret.project_id === projectId && secret.format === 'tls');
    const name = value.name as string;
    Object.assign(services, { projectId, profileId: it.environment.ROTATION_PROFILE_ID });
    if (!services.served.has(name)) put(services, name, value.data as Record<string, string>);
    services.mappings = [
      { name: HOST, tls_secret: name, status: 'ready', status_details: {} } as never,
    ];
    const ran = await runDeployed(it, services, folder, notice);
    workspace.cloud.put(TLS, id, { ...value, data: services.served.get(name)!.data as never });
    return ran;
  }

  const tlsName = () =>
    (JSON.parse(rotator().environment.ROTATION_CERTIFICATES) as { tlsSecret: string }[])[0]
      .tlsSecret;

  test('serves the certificate of Secrets Manager, then the renewed one, and no plan notices', async () => {
    const [first, renewed] = [
      await issue({ hosts: [HOST] }),
      await issue({ hosts: [HOST], to: 90 }),
    ];
    const known = [first, renewed];
    renew(first);
    expect((await run()).end).toBe(0);
    expect(isServed(services, tlsName(), first)).toBe(true);
    await workspace.must('a plan after the first run', EMPTY);

    renew(renewed);
    const ran = await run(JSON.stringify({ secret_type: 'public_cert' }));
    expect(ran.end).toBe(0);
    expect(isServed(services, tlsName(), renewed)).toBe(true);
    expect(faultsIn(services, tlsName(), known)).toEqual([]);
    expect(leaksIn(ran, services, known)).toEqual([]);
    await workspace.must('a plan after the renewal', EMPTY);

    const again = await run();
    expect(again.lines[again.lines.length - 1]).toMatchObject({ rotated: 0, unchanged: 1 });
  });

  test('has all that it reads from Terraform, and its text is what the package ships', () => {
    const { files, environment, command } = rotator();
    expect(command).toEqual(['node', '/opt/rotator/rotate.mjs']);
    expect(Object.values(files)).toEqual([textOf('build/.gen/runtime/certificate-rotation.mjs')]);
    expect(Object.keys(environment).filter((name) => !name.startsWith('ROTATION_'))).toEqual([]);
    expect(inState(workspace.state(), 'ibm_code_engine_job').length).toBeGreaterThan(2);
  });
});
