import { Rule, breaks, holds, manual } from '../../rule';

const SETTINGS = ['restrict_create_service_id', 'restrict_create_platform_apikey'];

export const accountRestrictsCreation: Rule = {
  id: 'access/account-restricts-creation',
  title: 'only those who are named make API keys and service IDs',
  severity: 'medium',
  types: ['ibm_iam_account_settings'],
  reads: ['restrict_create_service_id', 'restrict_create_platform_apikey'],
  remedy: 'restrict both',
  fix: {
    typescript:
      'new TerraformResource(this, "account", { terraformResourceType: "ibm_iam_account_settings" })',
    hcl: 'restrict_create_service_id = "RESTRICTED"',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-allow-api-create',
  row: 'access',
  controls: ['NIST AC-2', 'NIST AC-6', 'IBM-FS AC-6', 'CIS 1.4'],
  packs: ['financial-services'],
  catalogue: ['IAM-012'],

  judge(account) {
    const values = SETTINGS.map((it): [string, string | undefined] => [it, account.known(it)]);
    const open = values.find(([, value]) => value !== undefined && value !== 'RESTRICTED');
    if (open) return breaks(`\`${open[0]}\` is '${open[1] ?? ''}'`);
    const silent = SETTINGS.find((it) => account.get(it) === undefined);
    return silent === undefined
      ? holds
      : manual(`\`${silent}\` is not there: the account keeps what it has`);
  },
};
