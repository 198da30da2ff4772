import { TerraformStack } from 'cdktf';
import { CisZone, CisZoneProps } from '../../../lib/constructs/edge/cis-zone';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, recorded, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const CRN = `crn:v1:bluemix:public:internet-svcs:global:a/0123:${GUID}::`;

const zone = (stack: TerraformStack, props: Partial<CisZoneProps> = {}) =>
  new CisZone(stack, 'zone', {
    domain: 'example.com',
    plan: CisPlan.STANDARD_NEXT,
    resourceGroupId: RESOURCE_GROUP_ID,
    ...props,
  });
const refused = (props: Partial<CisZoneProps>) => refusalOf(() => zone(newStack(), props));

describe('a CisZone renders its defaults', () => {
  const rendered = () => synthesize((stack) => zone(stack));

  test('as an instance, a zone in it, its settings, and what replaces each', () => {
    expect(rendered().types).toEqual([
      'ibm_cis', // the instance
      'ibm_cis_domain', // the zone
      'ibm_cis_domain_settings', // which is signed
      'terraform_data', // what replaces the zone with its name
      'terraform_data', // what replaces all on the zone with it
      'terraform_data', // what sends another signature
    ]);
  });

  test('with an instance of its own that is protected', () => {
    expect(rendered().only('ibm_cis')).toEqual({
      name: 'test-zone',
      plan: 'standard-next',
      location: 'global',
      resource_group_id: RESOURCE_GROUP_ID,
      lifecycle: { prevent_destroy: true },
    });
  });

  test('with a zone that is protected, replaced with its name, and stops what is not delegated', () => {
    expect(rendered().only('ibm_cis_domain')).toEqual({
      cis_id: expect.stringMatching(/^\$\{ibm_cis\.\w+\.resource_crn\}$/),
      domain: 'example.com',
      type: 'full',
      lifecycle: {
        prevent_destroy: true,
        replace_triggered_by: [expect.stringMatching(/^terraform_data\.\w+Named\w+$/)],
        postcondition: [
          {
            condition: '${self.status == "active"}',
            error_message: expect.stringMatching(
              /set its name servers to \$\{join.*\}.*apply again\.$/,
            ),
          },
        ],
      },
    });
  });

  test('with settings that are signed and replaced with the zone', () => {
    expect(rendered().only('ibm_cis_domain_settings')).toEqual({
      cis_id: expect.stringMatching(/^\$\{ibm_cis\.\w+\.resource_crn\}$/),
      domain_id: expect.stringMatching(/^\$\{ibm_cis_domain\.\w+\.domain_id\}$/),
      dnssec: 'active',
      min_tls_version: '1.2',
      lifecycle: {
        ignore_changes: ['dnssec'],
        replace_triggered_by: [
          expect.stringMatching(/^terraform_data\.\w+Zone\w+$/),
          expect.stringMatching(/^terraform_data\.\w+Dnssec\w+$/),
        ],
        postcondition: [expect.objectContaining({ condition: '${self.dnssec != "disabled"}' })],
      },
    });
  });
});

describe('a CisZone renders every prop', () => {
  test('of a new instance', () => {
    const props: Partial<CisZoneProps> = {
      plan: CisPlan.ENTERPRISE_ADVANCED,
      instanceName: 'Edge: test',
      dnssec: false,
      deletionProtection: false,
      waivers: { dnssec: waiver(), deletionProtection: waiver() },
    };
    const { only } = synthesize((stack) => zone(stack, props));
    const protectedRule = [recorded('edge/zone-protected')];
    expect(only('ibm_cis')).toMatchObject({
      name: 'Edge: test',
      plan: 'enterprise-advanced',
      lifecycle: { prevent_destroy: false },
      waivers: protectedRule,
    });
    expect(only('ibm_cis_domain')).toMatchObject({
      lifecycle: { prevent_destroy: false },
      waivers: protectedRule,
    });
    const settings = only('ibm_cis_domain_settings');
    expect(settings).toMatchObject({ dnssec: 'disabled', waivers: [recorded('edge/zone-signed')] });
    expect(settings.lifecycle.postcondition).toBeUndefined();
  });

  test('of an instance that exists', () => {
    const props = { instanceCrn: CRN, resourceGroupId: undefined };
    const { types, only } = synthesize((stack) => zone(stack, props));
    expect(types).not.toContain('ibm_cis');
    expect(only('ibm_cis_domain').cis_id).toBe(CRN);
  });

  test('of an instance that another zone made', () => {
    const { types } = synthesize((stack) => {
      const { crn } = zone(stack);
      const domain = 'example.org';
      new CisZone(stack, 'second', { domain, plan: CisPlan.STANDARD_NEXT, instanceCrn: crn });
    });
    expect(types.filter((it) => it === 'ibm_cis')).toHaveLength(1);
    expect(types.filter((it) => it === 'ibm_cis_domain')).toHaveLength(2);
  });
});

test.each<[string, Partial<CisZoneProps>]>([
  ['domain', { domain: 'example' }],
  ['domain', { domain: 'Example.com' }],
  ['domain', { domain: 'https://example.com' }],
  ['domain', { domain: `${'a'.repeat(64)}.com` }],
  ['domain', { domain: undefined }],
  ['plan', { plan: 'standard' as CisPlan }],
  ['plan', { plan: undefined }],
  ['resourceGroupId', { resourceGroupId: undefined }],
  ['resourceGroupId', { resourceGroupId: 'default' }],
  ['resourceGroupId', { instanceCrn: CRN }],
  ['instanceName', { instanceName: 'a/b' }],
  ['instanceName', { instanceCrn: CRN, resourceGroupId: undefined, instanceName: 'edge' }],
  ['instanceCrn', { instanceCrn: CRN.replace('internet-svcs', 'kms'), resourceGroupId: undefined }],
  ['dnssec', { dnssec: false }],
  ['deletionProtection', { deletionProtection: false }],
  ['waivers.dnssec', { waivers: { dnssec: waiver() } }],
  ['waivers.deletionProtection', { waivers: { deletionProtection: waiver() } }],
])('a CisZone is refused for its %s when it is %p', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('a CisZone takes what only Terraform knows', () => {
  const props = { domain: '${var.domain}', resourceGroupId: '${var.group}' };
  expect(synthesize((stack) => zone(stack, props)).only('ibm_cis_domain').domain).toBe(
    '${var.domain}',
  );
});

test('a CisZone hands out its instance, its plain id, its name servers and its status', () => {
  const handedOut = renderedValues((stack) => {
    const { crn, zoneId, domain, plan, nameServers, status } = zone(stack);
    return { crn, zoneId, domain, plan, nameServers, status };
  });
  const attribute = (type: string, name: string) =>
    expect.stringMatching(new RegExp(`^\\$\\{${type}\\.zone_\\w+\\.${name}\\}$`));
  expect(handedOut).toEqual({
    crn: attribute('ibm_cis', 'resource_crn'),
    zoneId: attribute('ibm_cis_domain', 'domain_id'),
    domain: 'example.com',
    plan: 'standard-next',
    nameServers: attribute('ibm_cis_domain', 'name_servers'),
    status: attribute('ibm_cis_domain', 'status'),
  });
});
