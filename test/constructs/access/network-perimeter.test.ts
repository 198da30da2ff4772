import { TerraformStack } from 'cdktf';
import { Inbound } from '../../../lib/constructs/access/inbound';
import {
  NetworkPerimeter,
  NetworkPerimeterProps,
} from '../../../lib/constructs/access/network-perimeter';
import { INetworkZone } from '../../../lib/constructs/access/network-zone';
import { ProjectSelector, SecondFactorLevel } from '../../../lib/facts/context-based-restrictions';
import { Visibility } from '../../../lib/facts/visibility';
import { PROJECT } from '../../kit/judged';
import { refusalOf } from '../../kit/refusal';
import { project, recorded, waiver } from '../../kit/samples';
import { appIn } from '../../kit/samples-auth';
import { OFFICE, PIPELINE, zoneIn } from '../../kit/samples-network';
import { newStack, synthesize } from '../../kit/synth';

const TYPE = 'ibm_cbr_rule';
const of = (stack: TerraformStack, props: Partial<NetworkPerimeterProps> = {}) =>
  new NetworkPerimeter(stack, 'perimeter', {
    project: PROJECT,
    inbound: Inbound.isolated(),
    ...props,
  });
const attribute = (name: string, value: unknown) => ({ name, value, operator: 'stringEquals' });
const zone = (value: string) => ({ name: 'networkZoneId', value });

test('a perimeter begins by reporting, and is of one project, by the name of IBM’s page', () => {
  expect(synthesize((stack) => of(stack)).only(TYPE)).toEqual({
    description: 'Inbound traffic of one Code Engine project',
    enforcement_mode: 'report',
    contexts: [],
    operations: {
      api_types: [{ api_type_id: expect.stringMatching(/:api-type:data-plane$/) }],
    },
    resources: [
      {
        attributes: [
          attribute('accountId', '0123456789abcdef'),
          attribute('serviceName', 'codeengine'),
          attribute('projectId', PROJECT.projectId),
        ],
      },
    ],
  });
});

test('a perimeter renders every prop', () => {
  const { all } = synthesize((stack) => {
    const it = of(stack, {
      inbound: Inbound.privateFrom([OFFICE]),
      management: {
        deployer: PIPELINE,
        services: [OFFICE],
        people: [OFFICE],
        secondFactor: SecondFactorLevel.LEVEL3,
      },
      projectSelector: ProjectSelector.SERVICE_INSTANCE,
      waivers: { reportOnly: waiver() },
    });
    expect(it).toBeDefined();
  });
  const [inbound, management] = all(TYPE);
  expect(management.contexts).toEqual([
    { attributes: [zone('pipeline')] },
    { attributes: [zone('office')] },
    { attributes: [zone('office'), { name: 'mfa', value: 'LEVEL3' }] },
  ]);
  expect(management.operations.api_types[0].api_type_id).toMatch(/control-plane$/);
  expect(inbound.contexts).toEqual([
    { attributes: [zone('office'), { name: 'endpointType', value: 'private' }] },
  ]);
  expect(inbound.resources[0].attributes).toContainEqual(
    attribute('serviceInstance', PROJECT.projectId),
  );
});

test('a waiver for rules that only report stands beside each of them', () => {
  const stack = newStack();
  of(stack, { management: { deployer: PIPELINE }, waivers: { reportOnly: waiver() } });
  const rules = Object.values((stack.toTerraform() as any).resource[TYPE]) as any[];
  expect(rules.map((it) => it['//'].waivers)).toEqual([
    [recorded('access/restriction-enforced')],
    [recorded('access/restriction-enforced')],
  ]);
});

test('to enforce a perimeter is to enforce each of its rules', () => {
  const { all } = synthesize((stack) =>
    of(stack, { management: { deployer: PIPELINE } }).enforce(),
  );
  expect(all(TYPE).map((it) => it.enforcement_mode)).toEqual(['enabled', 'enabled']);
});

test('the account of a project that Terraform has yet to make is found out by Terraform', () => {
  const { only } = synthesize((stack) => of(stack, { project: project(stack) }));
  const [{ attributes }] = only(TYPE).resources;
  expect(attributes.find((it: any) => it.name === 'accountId').value).toMatch(
    /^\$\{trimprefix\(element\(split\(":", ibm_code_engine_project\.project_\w+\.crn\), 6\), "a\/"\)\}$/,
  );
});

test.each<[string, Partial<NetworkPerimeterProps>]>([
  ['project', { project: undefined }],
  ['inbound', { inbound: undefined }],
  ['inbound', { inbound: {} as Inbound }],
  ['management.deployer', { management: {} as { deployer: INetworkZone } }],
  ['management.people.0', { management: { deployer: PIPELINE, people: ['x' as never] } }],
  ['management.services.0', { management: { deployer: PIPELINE, services: ['x' as never] } }],
  [
    'management.secondFactor',
    { management: { deployer: PIPELINE, secondFactor: 'NONE' as SecondFactorLevel } },
  ],
  ['projectSelector', { projectSelector: 'name' as ProjectSelector }],
])('a perimeter is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => of(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('what is open to the internet is not closed by a perimeter at once', () => {
  const stack = newStack();
  const it = of(stack);
  appIn(stack);
  expect(it.node.validate()).toEqual([]);
  const waivers = { publicEndpoint: waiver() };
  appIn(stack, PROJECT, 'open', { visibility: Visibility.PUBLIC, waivers });
  expect(it.node.validate()).toEqual([
    expect.stringMatching(/^test\/open: got a public endpoint, expected neither a public endpoint/),
  ]);
  const managed = new NetworkPerimeter(stack, 'managed', {
    project: PROJECT,
    management: { deployer: zoneIn(stack) },
  });
  expect(managed.node.validate()).toEqual([]);
});
