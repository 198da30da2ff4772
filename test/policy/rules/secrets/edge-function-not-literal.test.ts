import { edgeFunctionNotLiteral } from '../../../../lib/policy/rules/secrets/edge-function-not-literal';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const script = (value: string) => `event.request.headers.set('X-Lock', ${value});`;
const HEX = '0123456789abcdef'.repeat(4);

testRule(edgeFunctionNotLiteral, {
  holds: [
    { script: "addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));" },
    { script: script("'no'") },
    { script: "fetch('https://www.example.com/a/long/path/with/9/words/in/it/and/more')" },
    { script: script('${jsonencode(sensitive(var.lock))}') },
    world(
      { ibm_cis_edge_functions_action: { it: { script: script('${jsonencode(var.lock)}') } } },
      { variable: { lock: { sensitive: true } } },
    ),
  ],
  breaks: [
    { script: script(`'${HEX}'`) },
    { script: script(`"${HEX}"`) },
    { script: `const KEY = \`${'aB3-'.repeat(9)}\`; ${script('${var.other}')}` },
  ],
  unknown: [{ script: UNKNOWN }, { script: script('${var.lock}') }],
  saysNothing: 'holds',
});
