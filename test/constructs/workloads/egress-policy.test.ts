import { TerraformStack } from 'cdktf';
import { EgressPolicy, EgressPolicyProps } from '../../../lib/constructs/workloads/egress-policy';
import { OutboundDestination } from '../../../lib/constructs/workloads/outbound-destination';
import { PROJECT } from '../../kit/judged';
import { refusalOf } from '../../kit/refusal';
import { project, recorded, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_code_engine_allowed_outbound_destination';
const { cidr } = OutboundDestination;
const CRN = 'crn:v1:bluemix:public:is:us-south:a/0::private-path-service-gateway:r006-1';

const policy = (stack: TerraformStack, props: Partial<EgressPolicyProps> = {}) =>
  new EgressPolicy(stack, 'egress', {
    project: PROJECT,
    destinations: { office: cidr('192.0.2.0/24') },
    ...props,
  });
const rendered = (props: Partial<EgressPolicyProps> = {}) =>
  synthesize((stack) => policy(stack, props));
const refused = (props: Partial<EgressPolicyProps>) => refusalOf(() => policy(newStack(), props));
const everywhere = { all: cidr('0.0.0.0/0') };

describe('an EgressPolicy renders its defaults', () => {
  test('as two blocks for a destination', () => {
    expect(rendered().types).toEqual([
      `data.${TYPE}`, // the gate that a destination that failed does not pass
      TYPE, // the destination
    ]);
  });

  test('and imports nothing', () => {
    const synthesized = rendered();
    expect(synthesized.json.import).toBeUndefined();
    expect(synthesized.only(TYPE)).toEqual({
      project_id: PROJECT.projectId,
      name: 'office',
      type: 'cidr_block',
      cidr_block: '192.0.2.0/24',
      isolation_policy: 'shared',
    });
  });

  test('and a gate that reads the destination after each change', () => {
    const gate = rendered().only(`data.${TYPE}`);
    expect(gate.depends_on).toEqual([
      expect.stringMatching(/^ibm_code_engine_allowed_\w+\.egress_/),
    ]);
    expect(gate.lifecycle.postcondition).toHaveLength(1);
  });
});

describe('an EgressPolicy renders every prop', () => {
  test('destinations of both kinds', () => {
    const destinations = {
      office: cidr('192.0.2.0/24'),
      database: OutboundDestination.privatePath(CRN, { dedicated: true }),
    };
    const blocks = Object.values<any>(rendered({ destinations }).json.resource[TYPE]);
    expect(blocks).toMatchObject([
      {
        name: 'database',
        type: 'private_path_service_gateway',
        private_path_service_gateway_crn: CRN,
        isolation_policy: 'dedicated',
      },
      { name: 'office', cidr_block: '192.0.2.0/24' },
    ]);
  });

  test('the one that takes the place of allow-all first, and the others after it', () => {
    const destinations = { a: cidr('10.0.0.0/8'), b: cidr('192.0.2.0/24') };
    const { json } = rendered({ destinations, takesPlaceOfAllowAll: 'b' });
    const address = expect.stringMatching(new RegExp(`^${TYPE}\\.egress_b_`));
    expect(json.import).toEqual([{ to: address, id: `${PROJECT.projectId}/allow-all` }]);
    const [a, b] = Object.values<any>(json.resource[TYPE]);
    expect([b.name, b.depends_on]).toEqual(['b', undefined]);
    expect([a.name, a.depends_on]).toEqual(['a', [address]]);
  });

  test('a destination keeps its address whether or not it took that place', () => {
    const address = (takesPlaceOfAllowAll?: string) =>
      Object.keys(rendered({ takesPlaceOfAllowAll }).json.resource[TYPE] as object);
    expect(address('office')).toEqual(address());
  });

  test('a waiver for a wide range', () => {
    const synthesized = rendered({ destinations: everywhere, waivers: { wideRanges: waiver() } });
    expect(synthesized.only(TYPE).waivers).toEqual([recorded('workloads/egress-limited')]);
  });

  test('a range that only Terraform knows, with a waiver or without', () => {
    const destinations = { late: cidr('${var.range}') };
    expect(rendered({ destinations }).only(TYPE).waivers).toBeUndefined();
    const waived = rendered({ destinations, waivers: { wideRanges: waiver() } });
    expect(waived.only(TYPE).waivers).toHaveLength(1);
  });
});

test.each<[string, Partial<EgressPolicyProps>]>([
  ['project', { project: undefined }],
  ['destinations', { destinations: {} }],
  ['destinations.Office', { destinations: { Office: cidr('10.0.0.0/8') } }],
  ['destinations.a', { destinations: { a: '10.0.0.0/8' as unknown as OutboundDestination } }],
  ['destinations.allow-all', { destinations: { 'allow-all': cidr('10.0.0.0/8') } }],
  ['destinations.b', { destinations: { a: cidr('10.0.0.0/8'), b: cidr('10.1.0.0/16') } }],
  ['destinations.a', { destinations: { a: cidr('10.1.0.0/16'), b: cidr('10.0.0.0/8') } }],
  ['destinations.b', { destinations: { a: cidr('10.0.0.0/8'), b: cidr('10.0.0.0/8') } }],
  ['takesPlaceOfAllowAll', { takesPlaceOfAllowAll: 'nobody' }],
  ['destinations.all', { destinations: everywhere }],
  ['destinations.half', { destinations: { half: cidr('128.0.0.0/1') } }],
  ['waivers.wideRanges', { waivers: { wideRanges: waiver() } }],
])('an EgressPolicy is refused for its %s when it is %p', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('an EgressPolicy hands out the names of its destinations as the resources know them', () => {
  const { names } = renderedValues((stack) => ({
    names: policy(stack, { project: project(stack) }).destinationNames,
  }));
  expect(names).toEqual([expect.stringMatching(/^\$\{ibm_code_engine_\w+\.egress_\w+\.name\}$/)]);
});
