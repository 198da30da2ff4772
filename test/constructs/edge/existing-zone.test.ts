import { TerraformStack } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { CisZoneAttributes } from '../../../lib/constructs/edge/existing-zone';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { refusalOf } from '../../kit/refusal';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const crn = `crn:v1:bluemix:public:internet-svcs:global:a/0123:${GUID}::`;
const zoneId = '0123456789abcdef0123456789abcdef';
const attributes = { crn, zoneId, domain: 'example.com', plan: CisPlan.STANDARD_NEXT };

const byAttributes = (stack: TerraformStack, props: Partial<CisZoneAttributes> = {}) =>
  CisZone.fromAttributes(stack, 'zone', { ...attributes, ...props });

test('a zone by its attributes renders what replaces all on it, and nothing else', () => {
  const { json } = synthesize((stack) => byAttributes(stack));
  expect(json).toEqual({
    resource: {
      terraform_data: {
        [Object.keys(json.resource.terraform_data)[0]]: {
          input: `${crn} ${zoneId}`,
        },
      },
    },
  });
});

test('a zone by its instance and domain is looked up, and stops what is not delegated', () => {
  const { types, only } = synthesize((stack) => CisZone.fromCrn(stack, 'zone', attributes));
  expect(types).toEqual(['data.ibm_cis_domain', 'terraform_data']);
  expect(only('data.ibm_cis_domain')).toEqual({
    cis_id: crn,
    domain: 'example.com',
    lifecycle: {
      postcondition: [expect.objectContaining({ condition: '${self.status == "active"}' })],
    },
  });
});

test.each<[string, Partial<CisZoneAttributes>]>([
  ['crn', { crn: 'crn' }],
  ['crn', { crn: crn.replace('internet-svcs', 'kms') }],
  ['crn', { crn: undefined }],
  ['zoneId', { zoneId: 'zone' }],
  ['zoneId', { zoneId: undefined }],
  ['domain', { domain: 'EXAMPLE.com' }],
  ['plan', { plan: 'free' as CisPlan }],
])('a zone by its attributes is refused for its %s when it is %p', (prop, props) => {
  expect(refusalOf(() => byAttributes(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a zone by the id that a state shows is refused with the one that is meant', () => {
  expect(refusalOf(() => byAttributes(newStack(), { zoneId: `${zoneId}:${crn}` }))).toEqual([
    expect.stringMatching(new RegExp(`^zoneId: got ".*", expected the id alone; use "${zoneId}"$`)),
  ]);
});

test('a zone by its instance and domain is refused for the same', () => {
  const options = { crn: 'crn', domain: 'x', plan: CisPlan.STANDARD_NEXT };
  expect(refusalOf(() => CisZone.fromCrn(newStack(), 'zone', options))).toEqual([
    expect.stringMatching(/^crn: got "crn", expected the CRN of an instance of internet-svcs/),
    expect.stringMatching(/^domain: got "x"/),
  ]);
});

test('zones that exist hand out what was given and what was found', () => {
  const handedOut = renderedValues((stack) => {
    const given = byAttributes(stack);
    const found = CisZone.fromCrn(stack, 'looked-up', attributes);
    return { given: given.zoneId, found: found.zoneId, crn: found.crn, plan: found.plan };
  });
  expect(handedOut).toEqual({
    given: zoneId,
    found: expect.stringMatching(/^\$\{data\.ibm_cis_domain\.looked-up_\w+\.domain_id\}$/),
    crn,
    plan: 'standard-next',
  });
});
