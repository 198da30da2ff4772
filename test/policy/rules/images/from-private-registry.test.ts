import { fromPrivateRegistry } from '../../../../lib/policy/rules/images/from-private-registry';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

testRule(fromPrivateRegistry, {
  holds: [
    { image_reference: 'private.us.icr.io/shop/web:1' },
    { image_reference: '${var.region}.icr.io/shop/web:${var.tag}' },
    world({ ibm_code_engine_function: { it: { code_reference: 'data:text/plain;base64,eA==' } } }),
  ],
  breaks: [
    { image_reference: 'nginx' },
    { image_reference: 'docker.io/library/nginx@sha256:1', image_secret: '' },
    world({ ibm_code_engine_function: { it: { code_reference: 'quay.io/shop/resize:1' } } }),
  ],
  manual: [{ image_reference: 'registry.example.com/web', image_secret: 'pull' }],
  unknown: [
    { image_reference: UNKNOWN },
    { image_reference: '${var.registry}/web:1', image_secret: 'pull' },
    { image_reference: 'registry.example.com/web', image_secret: UNKNOWN },
  ],
  saysNothing: 'breaks',
});
