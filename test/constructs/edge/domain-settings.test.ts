import { App, TerraformStack } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { ZoneSettings, domainSettings } from '../../../lib/constructs/edge/domain-settings';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { refusalOf } from '../../kit/refusal';
import { recorded, waiver } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const crn = `crn:v1:bluemix:public:internet-svcs:global:a/0123:${GUID}::`;
const zoneId = '0123456789abcdef0123456789abcdef';

const zone = (stack: TerraformStack, id = 'zone') =>
  CisZone.fromAttributes(stack, id, {
    crn,
    zoneId,
    domain: 'example.com',
    plan: CisPlan.STANDARD_NEXT,
  });
const optOut = (rule: string) => ({
  ...{ rule, prop: 'p', got: 'g', expected: 'e', taken: true, waiverProp: 'w' },
  waiver: waiver(),
});
const settingsOf = (define: (stack: TerraformStack) => void) =>
  synthesize(define).only('ibm_cis_domain_settings');

test('a zone has one resource of its settings, to which all contribute, also by another name', () => {
  const settings = settingsOf((stack) => {
    const one = zone(stack);
    domainSettings.contribute(one, { ssl: 'strict' }, [optOut('edge/a')]);
    const hsts = { enabled: true, maxAge: 1, includeSubdomains: true, nosniff: true };
    domainSettings.contribute(one, { securityHeader: hsts }, [optOut('edge/b')]);
    domainSettings.contribute(zone(stack, 'same'), { http3: 'on' }, []);
  });
  expect(settings).toEqual({
    cis_id: crn,
    domain_id: zoneId,
    min_tls_version: '1.2',
    ssl: 'strict',
    http3: 'on',
    security_header: { enabled: true, max_age: 1, include_subdomains: true, nosniff: true },
    lifecycle: { replace_triggered_by: [expect.stringMatching(/^terraform_data\.zone_Zone_\w+$/)] },
    waivers: [recorded('edge/a'), recorded('edge/b')],
  });
});

test('the least version of TLS is what a contributor says, or Code Engine’s own', () => {
  const least = (settings: ZoneSettings) =>
    settingsOf((stack) => domainSettings.contribute(zone(stack), settings, [])).min_tls_version;
  expect(least({})).toBe('1.2');
  expect(least({ minTlsVersion: '1.3' })).toBe('1.3');
});

test('a zone that is signed tells who takes the signature away how to get it back', () => {
  const { lifecycle, dnssec } = settingsOf((stack) => domainSettings.sign(zone(stack), true, []));
  expect(dnssec).toBe('active');
  expect(lifecycle.postcondition).toEqual([
    {
      condition: '${self.dnssec != "disabled"}',
      error_message: expect.stringMatching(
        /apply with -replace=ibm_cis_domain_settings\.zone_Settings_\w+, which/,
      ),
    },
  ]);
});

test('a setting has one owner', () => {
  const one = zone(newStack());
  domainSettings.contribute(one, { ssl: 'strict' }, []);
  domainSettings.sign(one, true, []);
  expect(refusalOf(() => domainSettings.contribute(one, { ssl: 'full', http3: 'on' }, []))).toEqual(
    ['ssl: got a second owner, expected one for each setting of a zone'],
  );
  expect(refusalOf(() => domainSettings.sign(one, false, []))).toHaveLength(1);
});

test('the settings of a zone are made in one stack', () => {
  const app = new App();
  const [one, two] = ['one', 'two'].map((id) => zone(new TerraformStack(app, id)));
  domainSettings.contribute(one, { ssl: 'strict' }, []);
  expect(refusalOf(() => domainSettings.contribute(two, { http3: 'on' }, []))).toEqual([
    'zone: got a zone whose settings are made in another stack, expected one whose settings are made in this stack',
  ]);
});
