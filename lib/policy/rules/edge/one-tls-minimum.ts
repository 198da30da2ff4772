import { groupedBy } from '../../grouped';
import { Resource } from '../../resource';
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
    const { known, open } = settings.overall(minima);
    const [other] = [...known].find(([version]) => version !== own)?.[1] ?? [];
    if (other)
      return breaks(
        `\`min_tls_version\` is ${own ?? 'absent'} here and another in ${other.address}`,
      );
    open?.get('min_tls_version');
    return holds;
  },
};

/** The settings of domains by their version, and one whose version nobody knows. */
function minima(any: Resource) {
  const all = any.others('ibm_cis_domain_settings');
  return {
    known: groupedBy(all, (it) => it.known('min_tls_version')),
    open: all.find((it) => !it.isKnown('min_tls_version')),
  };
}
