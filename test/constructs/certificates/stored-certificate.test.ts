import { TerraformVariable, Token, ref } from 'cdktf';
import {
  digestOf,
  endsWithin,
  placeIn,
  servedPair,
} from '../../../lib/constructs/certificates/stored-certificate';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { PROJECT } from '../../kit/judged';
import { store } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';
import { deployOffline, describeTerraform } from '../../kit/terraform';

const tokenOf = (name: string) => Token.asString(ref(`var.${name}`));

test('everything is where its store is', () => {
  expect(placeIn(store(newStack()))).toMatchObject({ region: 'eu-de', endpointType: 'private' });
});

test('a certificate that lives too long is told by its dates', () => {
  expect(endsWithin(90).condition).toContain('timeadd(self.validity[0].not_before, "2160h")');
});

test('what is served is one sensitive map, and its content is left to others', () => {
  const block = synthesize((stack) => {
    const of = (name: string) => new TerraformVariable(stack, name, { type: 'string' }).stringValue;
    const data = servedPair({
      certificate: of('leaf'),
      intermediate: of('rest'),
      privateKey: of('key'),
    });
    new AppSecret(stack, 'tls', { project: PROJECT, data });
  }).only('ibm_code_engine_secret');
  expect(block.data).toMatch(
    /^\$\{sensitive\(\{"tls_cert" = strcontains\(.*"tls_key" = var\.key\}\)\}$/,
  );
  expect(block.lifecycle).toEqual({ create_before_destroy: true, ignore_changes: ['data'] });
});

describeTerraform('Terraform makes of the parts', () => {
  const chainOf = async (leaf: string, rest: string) => {
    const parts = {
      certificate: tokenOf('leaf'),
      intermediate: tokenOf('rest'),
      privateKey: tokenOf('key'),
    };
    const { value } = renderedValues(() => ({ value: servedPair(parts)._data!.tls_cert }));
    const variable = { leaf: { default: leaf }, rest: { default: rest } };
    const { outputs } = await deployOffline({ json: { variable, output: { chain: { value } } } });
    return outputs.chain;
  };

  test.each([
    ['beside the leaf', 'leaf\n', '\nrest\n', 'leaf\nrest\n'],
    ['with the leaf', 'leaf\nrest\n', 'rest\n', 'leaf\nrest\n'],
    ['nowhere', 'leaf\n', '', 'leaf\n'],
  ])('one chain where the intermediate comes %s', async (_, leaf, rest, chain) => {
    expect(await chainOf(leaf, rest)).toBe(chain);
  });
});

test('the digest is the same whether Terraform or the synthesis knows the parts', () => {
  expect(digestOf(['a', 'b'])).toMatch(/^[0-9a-f]{8}$/);
  const { late } = renderedValues(() => ({ late: digestOf(['${var.a}', 'b']) }));
  expect(late).toBe('${substr(sha256(join(" ", ["${var.a}", "b"])), 0, 8)}');
});
