import { claimsSayWho } from '../../../../lib/policy/rules/access/claims-say-who';
import { UNKNOWN, testRule } from '../../../kit/rules';

const condition = (operator: string, value: string) => ({ claim: 'team', operator, value });
const all = (...conditions: object[]) => ({ conditions });

testRule(claimsSayWho, {
  holds: [
    all(condition('EQUALS', '"shop"')),
    all(condition('NOT_EQUALS', 'shop'), condition('CONTAINS', 'shop')),
  ],
  breaks: [
    all(condition('NOT_EQUALS', 'shop')),
    all(condition('NOT_EQUALS_IGNORE_CASE', UNKNOWN)),
    all(condition('EQUALS', '*')),
    all(condition('CONTAINS', '""')),
  ],
  unknown: [all(condition(UNKNOWN, 'shop')), all(condition('EQUALS', UNKNOWN))],
  saysNothing: 'breaks',
});
