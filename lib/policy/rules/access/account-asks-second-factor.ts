import { Rule, breaks, holds, manual } from '../../rule';

const WEAK = ['NONE', 'NONE_NO_ROPC', 'TOTP'];

export const accountAsksSecondFactor: Rule = {
  id: 'access/account-asks-second-factor',
  title: 'everybody in the account shows a second factor',
  severity: 'high',
  types: ['ibm_iam_account_settings'],
  reads: ['mfa'],
  remedy: 'ask everybody for one',
  fix: {
    typescript:
      'new TerraformResource(this, "account", { terraformResourceType: "ibm_iam_account_settings" })',
    hcl: 'mfa = "TOTP4ALL"',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-enablemfa',
  row: 'access',
  controls: ['NIST IA-2(1)', 'IBM-FS IA-2(1)', 'CIS 1.9', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-011'],

  judge(account) {
    const mfa = account.text('mfa');
    if (mfa === undefined) return manual('`mfa` is not there: the account keeps what it has');
    // TOTP alone is for people without an identity provider of their own.
    return WEAK.includes(mfa) ? breaks(`\`mfa\` is '${mfa}'`) : holds;
  },
};
