import { Rule, breaks, holds } from '../../rule';

export const tokensShortLived: Rule = {
  id: 'auth/tokens-short-lived',
  title: 'a token of a user ends within an hour, and its renewal within a month',
  severity: 'medium',
  types: ['ibm_appid_token_config'],
  reads: ['access_token_expires_in', 'refresh_token_expires_in'],
  remedy: 'shorten the life of the tokens',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'access_token_expires_in = 3600',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-customizing-tokens',
  row: 'authentication',
  controls: ['NIST SC-23', 'NIST AC-12'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IDP-010'],

  judge(tokens) {
    for (const [attribute, most] of Object.entries(MOST)) {
      const seconds = tokens.number(attribute);
      if (seconds !== undefined && seconds > most)
        return breaks(`\`${attribute}\` is ${seconds} seconds`);
    }
    return holds;
  },
};

/** Seconds. */
const MOST = { access_token_expires_in: 3600, refresh_token_expires_in: 30 * 86400 };
