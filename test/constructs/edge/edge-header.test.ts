import { TerraformResource, TerraformStack } from 'cdktf';
import { EdgeHeader } from '../../../lib/constructs/edge/edge-header';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { throughEdge } from '../../kit/guard/deployed';
import { CIS_CRN, ZONE_ID, zone } from '../../kit/samples';
import { synthesize } from '../../kit/synth';

const ACTION = 'ibm_cis_edge_functions_action';

const header = (stack: TerraformStack, plan = CisPlan.ENTERPRISE_ADVANCED) =>
  new EdgeHeader(stack, 'header', {
    zone: zone(stack, plan),
    host: 'shop.example.com',
    headerName: 'X-Lock',
    headerValue: SecretValue.fromVariable(stack, 'value'),
    alike: [SecretValue.fromVariable(stack, 'before')],
  });

test('a header is a script of a zone and a trigger for a host, replaced with the zone', () => {
  const { only } = synthesize((stack) => void header(stack));
  const lifecycle = {
    replace_triggered_by: [expect.stringMatching(/^terraform_data\.zone_Zone_/)],
  };
  expect(only(ACTION)).toEqual({
    cis_id: CIS_CRN,
    domain_id: ZONE_ID,
    action_name: 'test-header',
    script: expect.stringContaining('${jsonencode(sensitive(var.value))}'),
    lifecycle: {
      ...lifecycle,
      precondition: ['value', 'before'].map((name) => ({
        condition: `\${can(regex("^[!-~]{32,512}$", var.${name}))}`,
        error_message: expect.stringMatching(/^A value of the header X-Lock has to be .*\.$/),
      })),
    },
  });
  expect(only('ibm_cis_edge_functions_trigger')).toEqual({
    cis_id: CIS_CRN,
    domain_id: ZONE_ID,
    action_name: expect.stringMatching(/^\$\{ibm_cis_edge_functions_action\.header_/),
    pattern_url: 'shop.example.com/*',
    lifecycle,
  });
});

test('the one script of a small plan bears the name of the domain', () => {
  const { only } = synthesize((stack) => void header(stack, CisPlan.STANDARD_NEXT));
  expect(only(ACTION).action_name).toBe('example.com');
});

test('a value is sent after what knows it', () => {
  const { only } = synthesize((stack) => {
    const it = header(stack);
    const first = new TerraformResource(stack, 'first', {
      terraformResourceType: 'terraform_data',
    });
    const next = new TerraformResource(stack, 'next', { terraformResourceType: 'terraform_data' });
    it.after(first);
    it.after(next);
  });
  expect(only(ACTION).depends_on).toEqual(['terraform_data.first', 'terraform_data.next']);
});

test.each(['0123456789abcdef', `"';}\\</script>`])(
  'the edge puts %s on a request, in the place of whatever came, and changes nothing else',
  async (value) => {
    const { only } = synthesize((stack) => void header(stack));
    const script = (only(ACTION).script as string).replace(/\$\{.*?\}/, JSON.stringify(value));
    const sent = await throughEdge(script, { 'x-lock': 'forged', accept: 'text/html' });
    expect([...sent]).toEqual([
      ['accept', 'text/html'],
      ['x-lock', value],
    ]);
  },
);
