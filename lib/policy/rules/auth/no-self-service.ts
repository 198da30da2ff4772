import { Rule, breaks, holds } from '../../rule';

export const noSelfService: Rule = {
  id: 'auth/no-self-service',
  title: 'who forgot a password asks an administrator',
  severity: 'medium',
  types: ['ibm_appid_idp_cloud_directory'],
  reads: ['self_service_enabled'],
  remedy: 'switch self-service off',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'self_service_enabled = false',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-cloud-directory',
  row: 'authentication',
  controls: ['NIST AC-2'],
  packs: [],
  catalogue: ['IDP-003'],

  judge(settings) {
    return settings.flag('self_service_enabled') === false
      ? holds
      : breaks('`self_service_enabled` is not false');
  },
};
