import { PhaseRule } from './entry-point';
import {
  FirewallStage,
  MANAGED_RULESETS,
  OWASP_SCORE_RULE,
  PARANOIA_LEVELS,
} from '../../facts/waf';

/** How IBM's managed rulesets act. */
type Config = {
  readonly stage: FirewallStage;
  readonly paranoiaLevel: number;
  readonly sensitivity: number;
  readonly exposedCredentials: boolean;
};

/** The rules of a zone that run IBM's managed rulesets. */
export const managedRules = {
  terraformOf: (config: Config): PhaseRule[] => [
    execute('cis_managed', 'CIS managed rules', {
      id: MANAGED_RULESETS.cis,
      overrides: recordedOnly(config),
    }),
    execute('cis_owasp', 'OWASP core rules', {
      id: MANAGED_RULESETS.owasp,
      overrides: [owaspOf(config)],
    }),
    ...(config.exposedCredentials
      ? [
          execute('cis_credentials', 'Exposed credentials check', {
            id: MANAGED_RULESETS.exposedCredentials,
            overrides: recordedOnly(config),
          }),
        ]
      : []),
  ],
};

type Overrides = {
  readonly action?: string;
  readonly enabled?: boolean;
  readonly overrideRules?: {
    ruleId: string;
    enabled: boolean;
    action: string;
    scoreThreshold: number;
  }[];
  readonly categories?: { category: string; enabled: boolean }[];
};

const execute = (
  ref: string,
  description: string,
  parameters: { id: string; overrides?: Overrides[] },
): PhaseRule => ({
  action: 'execute',
  actionParameters: [parameters],
  description,
  enabled: true,
  expression: 'true',
  ref,
});

/** No switch beside the action: it would turn on what IBM leaves off, in the stage before blocking alone. */
const recordedOnly = ({ stage }: Config): Overrides[] | undefined =>
  stage === FirewallStage.LOG ? [{ action: 'log' }] : undefined;

/** All OWASP rules add to one score; one rule acts on it, and levels above the chosen one add nothing. */
const owaspOf = ({ stage, paranoiaLevel, sensitivity }: Config): Overrides => ({
  enabled: true,
  overrideRules: [
    {
      ruleId: OWASP_SCORE_RULE,
      // trap internet-services/entry-point-override-rule-without-enabled-is-off: or the rule that acts would be off.
      enabled: true,
      action: stage,
      scoreThreshold: sensitivity,
    },
  ],
  categories: LEVELS.filter((level) => level > paranoiaLevel).map((level) => ({
    category: `paranoia-level-${level}`,
    // trap internet-services/entry-point-override-category-without-enabled-is-off: off on purpose, and said so.
    enabled: false,
  })),
});

const LEVELS = Array.from({ length: PARANOIA_LEVELS.most }, (_, index) => index + 1);
