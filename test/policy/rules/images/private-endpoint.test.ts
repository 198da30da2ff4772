import { privateEndpoint } from '../../../../lib/policy/rules/images/private-endpoint';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

testRule(privateEndpoint, {
  holds: [
    { image_reference: 'private.us.icr.io/shop/web:1' },
    { image_reference: 'private.${var.region}.icr.io/shop/web:1' },
    { image_reference: 'registry.example.com/web' },
  ],
  breaks: [
    { image_reference: 'us.icr.io/shop/web:1' },
    world({ ibm_code_engine_build: { it: { output_image: 'de.icr.io/shop/web' } } }),
  ],
  unknown: [{ image_reference: UNKNOWN }, { image_reference: '${var.region}.icr.io/shop/web' }],
  saysNothing: 'holds',
});
