import { Rule, breaks, holds } from '../../rule';

export const noCredentialsInUrl: Rule = {
  id: 'builds/no-credentials-in-url',
  title: 'the address of a repository holds no credentials',
  severity: 'critical',
  types: ['ibm_code_engine_build'],
  reads: ['source_url'],
  remedy: 'keep them in a secret of the project',
  fix: {
    typescript:
      'SourceRepository.fromSsh("git@github.com:acme/shop.git", { deployKey, knownHosts })',
    hcl: 'source_secret = ibm_code_engine_secret.deploy_key.name',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-code-repositories',
  row: 'builds',
  controls: ['NIST IA-5(7)', 'IBM-FS IA-5(7)', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['BLD-002'],

  judge(build) {
    const url = build.pattern('source_url') ?? '';
    // the text itself is never shown: it holds the credentials.
    if (/^https?:\/\/[^/@]+@/.test(url))
      return breaks('`source_url` has a user or a token before its host');
    const host = /^https?:\/\/([^/]*)/.exec(url)?.[1] ?? url;
    if (host.includes('\0')) build.get('source_url');
    return holds;
  },
};
