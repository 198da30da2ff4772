import { TerraformStack, TerraformVariable } from 'cdktf';
import { certificateOrder } from '../../../lib/constructs/certificates/certificate-order';
import { KeyAlgorithm } from '../../../lib/facts/certificates';
import { issuer } from '../../kit/samples-certificates';
import { STORE_ID } from '../../kit/samples-secrets';
import { newStack, synthesize } from '../../kit/synth';

const TYPE = 'ibm_sm_public_certificate';
const ORDER = { keyAlgorithm: KeyAlgorithm.RSA2048, generation: 1 };
const WANTED = { hosts: ['www.example.com', '*.example.com'], secretName: 'web', maximumDays: 90 };
const ordered = (order = ORDER, wanted: typeof WANTED = WANTED) =>
  synthesize((stack) => certificateOrder(issuer(stack), order).make(stack, wanted)).only(TYPE);

test('a certificate is ordered by reference, renewed with a new key, in a group of its own', () => {
  expect(ordered()).toEqual({
    instance_id: STORE_ID,
    region: 'eu-de',
    endpoint_type: 'private',
    secret_group_id: expect.stringMatching(/^\$\{ibm_sm_secret_group\.\w+\.secret_group_id\}$/),
    name: expect.stringMatching(/^web-[0-9a-f]{8}$/),
    description: 'A certificate that is renewed by itself',
    labels: [],
    ca: expect.stringMatching(/^\$\{ibm_sm_public_certificate_configuration_ca_\w+\.\w+\.name\}$/),
    dns: expect.stringMatching(
      /^\$\{ibm_sm_public_certificate_configuration_dns_\w+\.\w+\.name\}$/,
    ),
    common_name: 'www.example.com',
    alt_names: ['*.example.com'],
    key_algorithm: 'RSA2048',
    bundle_certs: true,
    rotation: { auto_rotate: true, rotate_keys: true },
    lifecycle: {
      create_before_destroy: true,
      replace_triggered_by: ['terraform_data.Order'],
      postcondition: [expect.objectContaining({ condition: expect.stringContaining('2160h') })],
    },
  });
});

test('another order has another name, the same order the same', () => {
  const names = [
    ordered(),
    ordered({ ...ORDER, generation: 2 }),
    ordered({ ...ORDER, keyAlgorithm: KeyAlgorithm.EC384 }),
    ordered(ORDER, { ...WANTED, hosts: ['www.example.com'] }),
  ].map(({ name }) => name);
  expect(new Set(names).size).toBe(4);
  expect(ordered().name).toBe(names[0]);
});

test('the name follows hosts that only Terraform knows', () => {
  const { json } = synthesize((stack) => {
    const host = new TerraformVariable(stack, 'host', { type: 'string' }).stringValue;
    certificateOrder(issuer(stack), ORDER).make(stack, { ...WANTED, hosts: [host] });
  });
  expect((Object.values(json.resource[TYPE]) as { name: string }[])[0].name).toBe(
    'web-${substr(sha256(join(" ", [var.host, "RSA2048", "1"])), 0, 8)}',
  );
});

const problems = (hosts: string[], stack: TerraformStack = newStack(), maximumDays = 90) =>
  certificateOrder(issuer(stack), ORDER).problemsIn({ ...WANTED, hosts, maximumDays });

test('hosts are inside the domain of the issuer', () => {
  expect(problems(['example.com', 'a.b.example.com', '${var.host}'])).toEqual([]);
  expect(problems(['www.example.org', 'badexample.com'])).toMatchObject([
    { prop: 'hosts.0' },
    { prop: 'hosts.1' },
  ]);
});

test('less than what is issued is not asked for', () => {
  expect(problems(['example.com'], newStack(), 89)).toMatchObject([{ prop: 'maximumDays' }]);
});
