import { Rule, breaks, holds } from '../../rule';

export const rotatedPasswordNotGiven: Rule = {
  id: 'secrets/rotated-password-not-given',
  title: 'a password that the service renews is not put back by Terraform',
  severity: 'medium',
  types: ['ibm_sm_username_password_secret'],
  reads: ['password', 'rotation.auto_rotate'],
  remedy: 'take the password out, so that the service makes it',
  fix: {
    typescript: 'new UserCredentials(this, "database", { … })',
    hcl: 'password_generation_policy { length = 32 }',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-user-credentials',
  row: 'secrets',
  controls: ['NIST IA-5(1)', 'NIST SC-12'],
  packs: ['baseline'],
  catalogue: [],

  judge(secret) {
    if (!secret.has('password') || secret.flag('rotation.auto_rotate') !== true) return holds;
    return secret.given('password')
      ? breaks(
          '`password` and `rotation.auto_rotate` are both there: the next plan puts the old one back',
        )
      : holds;
  },
};
