/** Configurations that must not pass validate, by the kind of mistake. */

export interface Mistake {
  /** The type; a data source begins with `data.`. */
  readonly type: string;
  /** Where the mistake is, and what stands there; `undefined` stands for nothing. */
  readonly path: string;
  readonly value: unknown;
  /** What else must be there for it to be a mistake. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

const wrong = (
  type: string,
  path: string,
  value: unknown,
  beside?: Mistake['beside'],
): Mistake => ({ type, path, value, beside });

const APP = 'ibm_code_engine_app';
const BUCKET = 'ibm_cos_bucket';

/** What only the provider knows to be wrong. */
export const REFUSED_BY_PROVIDER: Readonly<Record<string, readonly Mistake[]>> = {
  'a word that is not allowed': [
    wrong(APP, 'managed_domain_mappings', 'everyone'),
    wrong(APP, 'run_service_account', 'admin'),
    wrong(BUCKET, 'storage_class', 'frozen'),
    wrong('ibm_resource_instance', 'service_endpoints', 'internet'),
    wrong('ibm_is_virtual_endpoint_gateway', 'target.resource_type', 'anything'),
    wrong('ibm_appid_idp_saml', 'config.authn_context.comparison', 'best'),
    wrong('data.ibm_kms_key', 'endpoint_type', 'internet'),
  ],
  'a text that does not fit its pattern': [
    wrong(APP, 'name', 'Web'),
    wrong(APP, 'project_id', 'my-project'),
    wrong(APP, 'image_reference', 'https://us.icr.io/team/web:1'),
    wrong(APP, 'scale_memory_limit', 'much'),
    wrong('ibm_code_engine_domain_mapping', 'name', 'example'),
    wrong('ibm_code_engine_build', 'source_url', 'http://github.com/example/app'),
    wrong('ibm_code_engine_allowed_outbound_destination', 'cidr_block', '10.0.0.0'),
    wrong('ibm_iam_custom_role', 'name', 'my-role'),
    wrong(BUCKET, 'resource_instance_id', 'my-storage'),
  ],
  'a text of the wrong length': [
    wrong('ibm_code_engine_project', 'resource_group_id', 'default'),
    wrong('ibm_cr_namespace', 'name', 'abc'),
    wrong('ibm_sm_secret_group', 'name', 'a'),
    wrong('ibm_schematics_workspace', 'description', 'x'.repeat(2049)),
  ],
  'a number out of its range': [
    wrong(APP, 'image_port', 70_000),
    wrong(APP, 'scale_concurrency_target', 0),
    wrong(APP, 'scale_down_delay', 3601),
    wrong('ibm_cis_healthcheck', 'interval', 4),
    wrong(BUCKET, 'retention_rule.maximum', -1, { 'retention_rule.minimum': 1 }),
    wrong('ibm_iam_access_group_dynamic_rule', 'expiration', 25),
    wrong('ibm_kms_key_policies', 'rotation.interval_month', 13),
  ],
  'two that exclude each other': [
    wrong('ibm_resource_instance', 'parameters_json', '{}', { parameters: { a: 'b' } }),
    wrong('ibm_is_subnet', 'routing_table', 'r-1', { routing_table_crn: 'crn:r' }),
    wrong(BUCKET, 'key_protect', 'crn:k', { kms_key_crn: 'crn:k' }),
    wrong('ibm_is_vpc', 'dns.resolver.vpc_id', 'v-1', { 'dns.resolver.vpc_crn': 'crn:v' }),
    wrong('ibm_cos_bucket_object', 'content', 'a', { content_base64: 'YQ==' }),
  ],
  'none or too many of a group that needs exactly one': [
    wrong('ibm_kms_key_alias', 'existing_alias', 'old', { key_id: 'k-1' }),
    wrong('ibm_kms_key_policies', 'alias', undefined, { key_id: undefined }),
    wrong('data.ibm_resource_group', 'is_default', true, { name: 'default' }),
    wrong('data.ibm_is_vpc', 'identifier', 'v-1', { name: 'main' }),
    wrong('data.ibm_sm_kv_secret', 'name', undefined, { secret_id: undefined }),
  ],
  'none of a group that needs one': [
    wrong('ibm_iam_authorization_policy', 'source_service_name', undefined),
    wrong('ibm_is_virtual_endpoint_gateway', 'target.crn', undefined, {
      'target.name': undefined,
    }),
    wrong('ibm_kms_key_policies', 'dual_auth_delete', undefined, { rotation: undefined }),
  ],
  'one without the other it needs': [
    wrong(BUCKET, 'object_lock', true),
    wrong('ibm_cis_logpush_job', 'cos', '{"id":"bucket"}'),
    wrong('ibm_is_security_group_rule', 'port_min', 80, { protocol: 'tcp' }),
    wrong('data.ibm_sm_kv_secret', 'name', 'settings'),
  ],
  'too many items': [wrong('ibm_appid_idp_saml', 'config.certificates', ['a', 'b', 'c'])],
  'a text that is not in its format': [
    wrong('ibm_is_subnet', 'ipv4_cidr_block', '10.0.0.0'),
    wrong('ibm_sm_iam_credentials_secret', 'ttl', '2h'),
    wrong(BUCKET, 'expire_rule.date', 'tomorrow'),
    wrong('ibm_schematics_workspace', 'template_git_url', 'repository'),
    wrong('ibm_cis_healthcheck', 'path', 'health'),
    wrong('data.ibm_is_subnet', 'name', ''),
  ],
  'an attribute that cannot be set': [
    wrong(APP, 'status', 'ready'),
    wrong('ibm_code_engine_project', 'crn', 'crn:v1'),
  ],
  'an element that is wrong': [
    wrong('ibm_resource_tag', 'tags', ['a/b']),
    wrong('ibm_is_vpc', 'access_tags', ['no-colon']),
    wrong('ibm_cis_domain_settings', 'cipher', ['RC4-MD5']),
  ],
};

/** What Terraform knows by the schema alone; it names the attribute and points at the value. */
export const REFUSED_BY_TERRAFORM: Readonly<Record<string, readonly Mistake[]>> = {
  'an attribute that is missing': [
    wrong(APP, 'name', undefined),
    wrong('ibm_code_engine_secret', 'project_id', undefined),
    wrong('ibm_cis_healthcheck', 'cis_id', undefined),
  ],
  'an attribute that does not exist': [
    wrong(APP, 'visibility', 'private'),
    wrong(APP, 'probe_liveness.delay', 5),
  ],
  'a value of the wrong type': [
    wrong(APP, 'image_port', 'many'),
    wrong(APP, 'run_arguments', 'serve'),
    wrong('ibm_sm_kv_secret', 'data', { a: { b: 'c' } }),
  ],
  'too few or too many blocks': [
    wrong(APP, 'probe_liveness', [{ type: 'tcp' }, { type: 'http' }]),
    wrong('ibm_code_engine_binding', 'component', undefined),
    wrong('ibm_is_virtual_endpoint_gateway', 'target', undefined),
  ],
};
