/** Egress of a project, minimal and full, through real Terraform; and what becomes of `allow-all`. */
import { TerraformStack } from 'cdktf';
import { EgressPolicy, EgressPolicyProps } from '../../../lib/constructs/workloads/egress-policy';
import { OutboundDestination } from '../../../lib/constructs/workloads/outbound-destination';
import { Defence } from '../../kit/defence';
import { PROJECT } from '../../kit/judged';
import { takesThroughLife } from '../../kit/life';
import { project, waiver } from '../../kit/samples';
import { describeOffline } from '../../kit/terraform';

const TYPE = 'ibm_code_engine_allowed_outbound_destination';
const CRN = 'crn:v1:bluemix:public:is:us-south:a/0::private-path-service-gateway:r006-1';
const { cidr, privatePath } = OutboundDestination;

takesThroughLife({
  'a minimal EgressPolicy': (stack) =>
    void new EgressPolicy(stack, 'egress', {
      project: PROJECT,
      destinations: { office: cidr('192.0.2.0/24') },
    }),
  'a full EgressPolicy': (stack) =>
    void new EgressPolicy(stack, 'egress', {
      project: PROJECT,
      destinations: {
        half: cidr('128.0.0.0/1'),
        one: cidr('10.0.0.7/32'),
        database: privatePath(CRN),
        vault: privatePath(`${CRN}-2`, { dedicated: true }),
      },
      waivers: { wideRanges: waiver() },
    }),
});

describeOffline('deployed egress', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const policy =
    (props: Partial<EgressPolicyProps> = {}) =>
    (stack: TerraformStack) =>
      void new EgressPolicy(stack, 'egress', {
        project: project(stack),
        destinations: { office: cidr('192.0.2.0/24'), home: cidr('10.0.0.0/8') },
        takesPlaceOfAllowAll: 'home',
        ...props,
      });
  const names = () => it.workspace.cloud.list(TYPE).map(({ value }) => value.name);
  const limited = async () => {
    await it.deploy((stack) => void project(stack));
    return it.change(policy());
  };

  test('says in its plan that allow-all goes, and ends with its own destinations', async () => {
    const plan = await limited();
    expect(plan).toContain('Warning: this will destroy the imported resource');
    expect(plan).toContain('Plan: 1 to import, 2 to add, 0 to change, 1 to destroy.');
    expect(names().sort()).toEqual(['home', 'office']);
    await it.converged();
  });

  test('needs what took the place of allow-all no longer, once that is done', async () => {
    await limited();
    await it.define(policy({ takesPlaceOfAllowAll: undefined }));
    await it.converged();
  });

  test('cannot do that in the apply that makes the project, and makes nothing then', async () => {
    await it.prepare(policy());
    const { code, stderr } = await it.workspace.terraform('apply', '-no-color', '-auto-approve');
    expect(code).toBe(1);
    expect(stderr).toMatch(/import block "id" argument depends on resource attributes/);
    expect(it.workspace.cloud.list('ibm_code_engine_project')).toEqual([]);
  });

  test('is taken up again without the import, where it broke off after allow-all was gone', async () => {
    await it.deploy((stack) => void project(stack));
    const put = it.workspace.cloud.put.bind(it.workspace.cloud);
    it.workspace.cloud.put = (type, id, value) => {
      if (type === TYPE) throw new Error('503');
      return put(type, id, value);
    };
    await it.define(policy());
    expect((await it.workspace.terraform('apply', '-no-color', '-auto-approve')).code).toBe(1);
    it.workspace.cloud.put = put;
    expect(names()).toEqual([]);
    const again = await it.workspace.terraform('plan', '-no-color');
    expect(again.stderr).toContain('Cannot import non-existent remote object');
    await it.change(policy({ takesPlaceOfAllowAll: undefined }));
    expect(names().sort()).toEqual(['home', 'office']);
  });

  test('is changed in place, but for its names, kinds and gateways', async () => {
    await limited();
    const plan = await it.change(
      policy({ destinations: { office: cidr('198.51.100.0/24'), home: cidr('10.0.0.0/8') } }),
    );
    expect(plan).toContain('Plan: 0 to add, 1 to change, 0 to destroy.');
    const kinds = { office: privatePath(CRN), home: cidr('10.0.0.0/8') };
    expect(await it.change(policy({ destinations: kinds }))).toMatch(
      /type .* # forces replacement/,
    );
    const other = { office: privatePath(`${CRN}-2`), home: cidr('10.0.0.0/8') };
    expect(await it.change(policy({ destinations: other }))).toMatch(/crn .* # forces replacement/);
    await it.converged();
  });
});
