import { toPrivateRegistry } from '../../../../lib/policy/rules/builds/to-private-registry';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(toPrivateRegistry, {
  holds: [
    { output_image: 'private.us.icr.io/shop/web:1' },
    { output_image: 'private.us.icr.io/shop/web:${var.commit}' },
  ],
  breaks: [{ output_image: 'docker.io/acme/web' }, { output_image: 'acme/web:1' }],
  manual: [{ output_image: 'registry.example.com/acme/web' }],
  unknown: [{ output_image: UNKNOWN }, { output_image: '${var.registry}/web' }],
  saysNothing: 'breaks',
});
