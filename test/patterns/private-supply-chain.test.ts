import { TerraformStack } from 'cdktf';
import {
  PrivateSupplyChain,
  PrivateSupplyChainProps,
} from '../../lib/patterns/private-supply-chain';
import { refusalOf } from '../kit/refusal';
import { COMMIT, DIGEST, project, registry, source } from '../kit/samples';
import { newStack, synthesize } from '../kit/synth';

const chain = (stack: TerraformStack, props: Partial<PrivateSupplyChainProps> = {}) =>
  new PrivateSupplyChain(stack, 'shop', {
    project: project(stack),
    source: source(stack),
    registry: registry(stack),
    repository: 'web',
    ...props,
  });

test('before anything is built there is everything but the app', () => {
  const { types, only } = synthesize((stack) => {
    expect(chain(stack).app).toBeUndefined();
  });
  expect(types).not.toContain('ibm_code_engine_app');
  expect(only('ibm_code_engine_build').output_image).toBe(
    `private.us.icr.io/acme-shop/web:${COMMIT}`,
  );
});

test('the app runs the digest that was built, and may pull it', () => {
  const { only } = synthesize((stack) =>
    chain(stack, {
      imageDigest: DIGEST,
      appOptions: { port: 3000 },
      buildOptions: { timeout: 900 },
    }),
  );
  expect(only('ibm_code_engine_app')).toMatchObject({
    name: 'shop-app',
    image_reference: `private.us.icr.io/acme-shop/web@${DIGEST}`,
    image_secret: expect.stringMatching(/^\$\{ibm_code_engine_secret\.images_PullSecret/),
    image_port: 3000,
    managed_domain_mappings: 'local',
  });
  expect(only('ibm_code_engine_build').timeout).toBe(900);
});

test('a chain is refused for what its parts refuse', () => {
  expect(refusalOf(() => chain(newStack(), { imageDigest: 'latest' }))).toEqual([
    expect.stringMatching(/^digest: got "latest"/),
  ]);
  expect(refusalOf(() => chain(newStack(), { repository: '/web' }))).toEqual([
    expect.stringMatching(/^repository: got "\/web"/),
  ]);
});

test('a chain hands out its parts', () => {
  const { sourceBuild, images, app } = chain(newStack(), { imageDigest: DIGEST });
  expect(sourceBuild.outputImage).toBe(`${images.repository}:${COMMIT}`);
  expect(app?.node.path).toBe('test/shop/App');
});
