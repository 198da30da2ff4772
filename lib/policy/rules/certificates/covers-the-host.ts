import { Rule, breaks, holds } from '../../rule';

export const coversTheHost: Rule = {
  id: 'certificates/covers-the-host',
  title: 'a mapped host is covered by its certificate',
  severity: 'medium',
  types: ['ibm_code_engine_domain_mapping'],
  reads: ['name', 'tls_secret'],
  remedy: 'put the host into the certificate',
  fix: {
    typescript:
      'new RotatingCertificate(this, "certificate", { source, hosts, hub, rotatorImage, alarms })',
    hcl: 'alt_names = ["shop.example.com"]',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-domain-mappings',
  row: 'certificates',
  controls: ['NIST SC-17'],
  packs: ['baseline'],
  catalogue: ['TLS-011'],

  judge(mapping) {
    const certificates = mapping
      .follow('tls_secret')
      .flatMap((secret) => secret.follow('data'))
      .filter(({ type }) => type === 'ibm_sm_public_certificate');
    if (certificates.length === 0) return holds;
    const host = mapping.text('name') ?? '';
    const names = certificates.flatMap((it) => [
      it.text('common_name') ?? '',
      ...it.texts('alt_names'),
    ]);
    return names.some((name) => covers(name, host))
      ? holds
      : breaks(`the certificate is for ${names.filter(Boolean).join(', ')}`);
  },
};

const covers = (name: string, host: string): boolean =>
  name === host || (name.startsWith('*.') && host.replace(/^[^.]+\./, '') === name.slice(2));
