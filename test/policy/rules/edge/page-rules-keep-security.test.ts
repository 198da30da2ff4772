import { pageRulesKeepSecurity } from '../../../../lib/policy/rules/edge/page-rules-keep-security';
import { testRule, UNKNOWN } from '../../../kit/rules';

const action = (id: string, value?: string) => ({ actions: [{ id, value }] });

testRule(pageRulesKeepSecurity, {
  holds: [action('ssl', 'strict'), action('cache_level', 'basic')],
  breaks: [action('disable_security'), action('ssl', 'flexible'), action('waf', 'off')],
  unknown: [action(UNKNOWN), action('ssl', UNKNOWN)],
  saysNothing: 'holds',
});
