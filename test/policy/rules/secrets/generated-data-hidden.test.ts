import { generatedDataHidden } from '../../../../lib/policy/rules/secrets/generated-data-hidden';
import { UNKNOWN, testRule } from '../../../kit/rules';

const made = (lifecycle?: unknown) => ({ format: 'service_access', lifecycle });

testRule(generatedDataHidden, {
  holds: [
    made({ ignore_changes: ['data'] }),
    made({ ignore_changes: 'all' }),
    made([{ ignore_changes: ['${data}'] }]),
    { format: 'generic' },
  ],
  breaks: [made({ ignore_changes: ['name'] }), made({}), { format: 'service_operator' }],
  unknown: [{ format: UNKNOWN }, made(UNKNOWN)],
  saysNothing: 'holds',
});
