import { commitPinned } from '../../../../lib/policy/rules/builds/commit-pinned';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(commitPinned, {
  holds: [
    { source_revision: '0123456789abcdef0123456789abcdef01234567' },
    { source_type: 'local' },
  ],
  breaks: [{ source_revision: 'main' }, { source_revision: 'v1.0' }, { source_revision: '' }],
  unknown: [{ source_revision: UNKNOWN }, { source_type: UNKNOWN, source_revision: 'main' }],
  saysNothing: 'breaks',
});
