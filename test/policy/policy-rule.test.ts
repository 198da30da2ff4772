import { PolicyVerdict } from '../../lib/policy/policy-rule';

test('a verdict is one of four, and says what was seen', () => {
  expect(PolicyVerdict.holds()).toMatchObject({ outcome: 'holds', fact: '' });
  expect(PolicyVerdict.breaks('`a` is 1')).toMatchObject({ outcome: 'breaks', fact: '`a` is 1' });
  expect(PolicyVerdict.manual('look')).toMatchObject({ outcome: 'manual', fact: 'look' });
  expect(PolicyVerdict.unknown('later')).toMatchObject({ outcome: 'unknown', fact: 'later' });
});
