import { isOpaque } from '../../address';
import { credentialIn, isCredential } from '../../credentials';
import { Rule, breaks, holds } from '../../rule';
import { Unknown, Value, isUnknown } from '../../value';

export const noCredentialInCode: Rule = {
  id: 'secrets/no-credential-in-code',
  title: 'no text of a resource has the shape of a credential',
  severity: 'critical',
  types: [
    'ibm_code_engine_app',
    'ibm_code_engine_job',
    'ibm_code_engine_function',
    'ibm_code_engine_build',
    'ibm_code_engine_config_map',
    'ibm_code_engine_secret',
    'ibm_code_engine_domain_mapping',
    'ibm_resource_instance',
    'ibm_resource_key',
    'ibm_sm_arbitrary_secret',
    'ibm_sm_kv_secret',
    'ibm_sm_username_password_secret',
    'ibm_sm_imported_certificate',
    'ibm_sm_service_credentials_secret',
    'ibm_sm_public_certificate_configuration_ca_lets_encrypt',
    'ibm_sm_public_certificate_configuration_dns_cis',
    'ibm_en_destination_ce',
    'ibm_en_destination_webhook',
    'ibm_en_destination_slack',
    'ibm_en_destination_msteams',
    'ibm_en_destination_pagerduty',
    'ibm_en_code_engine_template',
    'ibm_cis_webhook',
    'ibm_cis_logpush_job',
    'ibm_cis_origin_auth',
    'ibm_cis_certificate_upload',
    'ibm_cis_edge_functions_action',
    'ibm_appid_idp_google',
    'ibm_appid_idp_custom',
    'ibm_appid_action_url',
    'ibm_cos_bucket_object',
    'ibm_schematics_workspace',
  ],
  reads: ['*'],
  remedy: 'move it to a secret, and take a new one, since this one was read',
  fix: {
    typescript: 'SecretData.generic({ API_TOKEN: SecretValue.fromVariable(this, "api_token") })',
    hcl: 'data = sensitive({ API_TOKEN = var.api_token })',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret',
  row: 'secrets',
  controls: ['NIST IA-5(7)', 'IBM-FS IA-5(7)', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['SEC-002'],

  judge(resource) {
    if (!resource.holdsText(isSuspect)) return holds;
    const texts = resource.leaves().filter(isText);
    const held = texts.find(([, it]) => credentialIn(it) !== undefined);
    // the text itself is never shown.
    if (held) return breaks(`\`${held[0]}\` holds ${credentialIn(held[1]) ?? 'a credential'}`);
    const open = texts.find(([, it]) => isUnknown(it) && mayBeText(it));
    return open ? resource.undecided(open[0]) : holds;
  },
};

const isSuspect = (it: string | Unknown): boolean =>
  credentialIn(it) !== undefined || (isUnknown(it) && mayBeText(it));

/** What Terraform itself is told of a resource never gets to the provider. */
const isText = ([path, it]: [string, Value]): boolean =>
  (typeof it === 'string' || isUnknown(it)) && !/^lifecycle(\.|$)/.test(path);

/** Whether a text of the code may come out of it: what is read from other resources stands there, or nowhere. */
const mayBeText = ({ isSensitive, pattern, references, paths }: Unknown): boolean =>
  !isSensitive &&
  pattern.includes('\0') &&
  (references.length === 0 || references.some(isOpaque) || paths.some(isCredential));
