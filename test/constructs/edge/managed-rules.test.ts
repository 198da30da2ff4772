import { managedRules } from '../../../lib/constructs/edge/managed-rules';
import { FirewallStage } from '../../../lib/facts/waf';

const config = {
  stage: FirewallStage.BLOCK,
  paranoiaLevel: 2,
  sensitivity: 40,
  exposedCredentials: true,
};
const parametersOf = (changes: Partial<typeof config> = {}) =>
  managedRules
    .terraformOf({ ...config, ...changes })
    .map(({ actionParameters }) => (actionParameters as { overrides?: any[] }[])[0]);

test('three managed rulesets run on every request, each switched on', () => {
  expect(managedRules.terraformOf(config)).toMatchObject([
    { ref: 'cis_managed', action: 'execute', enabled: true, expression: 'true' },
    { ref: 'cis_owasp', action: 'execute', enabled: true, expression: 'true' },
    { ref: 'cis_credentials', action: 'execute', enabled: true, expression: 'true' },
  ]);
});

test('while it blocks, two act as IBM has them, and OWASP by the score', () => {
  const [cis, owasp, credentials] = parametersOf();
  expect([cis.overrides, credentials.overrides]).toEqual([undefined, undefined]);
  expect(owasp.overrides).toEqual([
    {
      enabled: true,
      overrideRules: [
        {
          ruleId: '6179ae15870a4bb7b2d480d4843b323c',
          enabled: true,
          action: 'block',
          scoreThreshold: 40,
        },
      ],
      categories: [
        { category: 'paranoia-level-3', enabled: false },
        { category: 'paranoia-level-4', enabled: false },
      ],
    },
  ]);
});

test('in the stage before blocking all only record, and none is switched on that is off', () => {
  const [cis, owasp, credentials] = parametersOf({ stage: FirewallStage.LOG });
  expect([cis.overrides, credentials.overrides]).toEqual([
    [{ action: 'log' }],
    [{ action: 'log' }],
  ]);
  expect(owasp.overrides![0].overrideRules[0]).toMatchObject({ enabled: true, action: 'log' });
});

test.each([
  [1, ['paranoia-level-2', 'paranoia-level-3', 'paranoia-level-4']],
  [4, []],
])('at paranoia level %d, what is above it is off', (paranoiaLevel, off) => {
  const [, owasp] = parametersOf({ paranoiaLevel });
  expect(owasp.overrides![0].categories).toEqual(
    off.map((category) => ({ category, enabled: false })),
  );
});

test('the score from which on it acts can be set, and credentials left alone', () => {
  const [, owasp, ...rest] = parametersOf({ sensitivity: 25, exposedCredentials: false });
  expect(owasp.overrides![0].overrideRules[0].scoreThreshold).toBe(25);
  expect(rest).toEqual([]);
});
