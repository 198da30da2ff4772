import { Rule, breaks, holds } from '../../rule';

export const privateRepository: Rule = {
  id: 'builds/private-repository',
  title: 'a build takes its source from a repository that a secret opens',
  severity: 'high',
  types: ['ibm_code_engine_build'],
  reads: ['source_type', 'source_url', 'source_secret'],
  remedy: 'build from a private repository, by its SSH address and a deploy key',
  fix: {
    typescript:
      'SourceRepository.fromSsh("git@github.com:acme/shop.git", { deployKey, knownHosts })',
    hcl: 'source_secret = ibm_code_engine_secret.deploy_key.name',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-code-repositories',
  row: 'builds',
  controls: ['NIST AC-3', 'NIST CM-7', 'IBM-FS CM-7', 'OWASP A08'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['BLD-001'],

  judge(build) {
    // what is uploaded comes from no repository.
    if (build.known('source_type') === 'local') return holds;
    if (build.given('source_secret')) return holds;
    return build.text('source_type') === 'local'
      ? holds
      : breaks('`source_secret` is not there: anyone can read what is built');
  },
};
