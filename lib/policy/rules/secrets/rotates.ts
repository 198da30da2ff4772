import { Rule, breaks, holds, manual } from '../../rule';

export const rotates: Rule = {
  id: 'secrets/rotates',
  title: 'a secret is renewed, or comes to an end',
  severity: 'medium',
  types: [
    'ibm_sm_username_password_secret',
    'ibm_sm_iam_credentials_secret',
    'ibm_sm_service_credentials_secret',
    'ibm_sm_arbitrary_secret',
  ],
  reads: ['rotation.auto_rotate', 'expiration_date'],
  remedy: 'turn automatic rotation on',
  fix: {
    typescript: 'new UserCredentials(this, "database", { automaticRotation: true, … })',
    hcl: 'rotation { auto_rotate = true interval = 30 unit = "day" }',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-automatic-rotation',
  row: 'secrets',
  controls: ['NIST IA-5(1)', 'NIST SC-12', 'IBM-FS IA-5(1)'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['SEC-010'],

  judge(secret) {
    if (secret.known('rotation.auto_rotate') === 'true' || secret.given('expiration_date'))
      return holds;
    // a text that others made is renewed by them, or not at all.
    if (secret.type === 'ibm_sm_arbitrary_secret') {
      return manual('`expiration_date` is not there: whoever made it has to renew it');
    }
    return secret.flag('rotation.auto_rotate') === true
      ? holds
      : breaks('`rotation.auto_rotate` is not true, and there is no `expiration_date`');
  },
};
