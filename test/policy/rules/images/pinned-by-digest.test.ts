import { pinnedByDigest } from '../../../../lib/policy/rules/images/pinned-by-digest';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

testRule(pinnedByDigest, {
  holds: [
    { image_reference: `private.us.icr.io/shop/web@sha256:${'0'.repeat(64)}` },
    { image_reference: 'private.us.icr.io/shop/web@${var.digest}'.replace('@', '@sha256:') },
    world({ ibm_code_engine_function: { it: { code_reference: 'data:text/plain;base64,eA==' } } }),
  ],
  breaks: [
    { image_reference: 'private.us.icr.io/shop/web:latest' },
    { image_reference: 'nginx' },
    { image_reference: '${var.registry}/shop/web:1.0' },
    world({ ibm_code_engine_function: { it: { code_reference: 'us.icr.io/shop/resize:1' } } }),
  ],
  unknown: [
    { image_reference: UNKNOWN },
    { image_reference: 'private.us.icr.io/shop/web:${var.tag}' },
    world({ ibm_code_engine_function: { it: { code_reference: UNKNOWN } } }),
  ],
  saysNothing: 'breaks',
});
