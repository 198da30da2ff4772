import { Rule, breaks, holds } from '../../rule';

export const oneTlsMinimum: Rule = {
  id: 'edge/one-tls-minimum',
  title: 'a zone has one minimum of TLS, wherever it is said',
  severity: 'high',
  types: ['ibm_cis_tls_settings'],
  reads: ['min_tls_version'],
  remedy: 'give both the same, from one local value',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'min_tls_version = local.min_tls_version # in ibm_cis_domain_settings too',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-cis-tls-options',
  row: 'tls',
  controls: ['NIST SC-8(1)', 'NIST SC-13'],
  packs: ['layer7', 'financial-services'],
  catalogue: [],

  judge(settings) {
    const own = settings.text('min_tls_version');
    // each has a default, and the one that is applied last writes it over the other's.
    const other = settings
      .others('ibm_cis_domain_settings')
      .find((it) => it.text('min_tls_version') !== own);
    return other === undefined
      ? holds
      : breaks(`\`min_tls_version\` is ${own ?? 'absent'} here and another in ${other.address}`);
  },
};
