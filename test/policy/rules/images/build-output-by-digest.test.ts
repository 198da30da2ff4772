import { buildOutputByDigest } from '../../../../lib/policy/rules/images/build-output-by-digest';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const built = (output_image: string, image_reference: string) =>
  world({
    ibm_code_engine_build: { web: { output_image } },
    ibm_code_engine_app: { it: { image_reference } },
  });
const image = 'private.us.icr.io/shop/web';

testRule(buildOutputByDigest, {
  holds: [
    built(`${image}:1`, `${image}@sha256:${'0'.repeat(64)}`),
    built(`${image}:1`, `${image}:2`),
    { image_reference: image },
  ],
  breaks: [
    built(`${image}:1`, `${image}:1`),
    built(image, '${ibm_code_engine_build.web.output_image}'),
  ],
  unknown: [built(UNKNOWN, image), built(image, UNKNOWN)],
  saysNothing: 'holds',
});
