import { Rule, breaks, holds } from '../../rule';

export const gitHostVerified: Rule = {
  id: 'builds/git-host-verified',
  title: 'a deploy key is shown to no host but the right one',
  severity: 'medium',
  types: ['ibm_code_engine_secret'],
  reads: ['format', 'data.known_hosts'],
  remedy: 'give the host keys beside the key',
  fix: {
    typescript:
      'SourceRepository.fromSsh("git@github.com:acme/shop.git", { deployKey, knownHosts })',
    hcl: 'data = sensitive({ ssh_key = var.deploy_key, known_hosts = "github.com ssh-ed25519 …" })',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-code-repositories',
  row: 'builds',
  controls: ['NIST SC-23', 'NIST IA-3'],
  packs: [],
  catalogue: [],

  judge(secret) {
    if (secret.text('format') !== 'ssh_auth') return holds;
    // a map that Terraform hides is not looked into.
    if (secret.isSensitive('data') && secret.pattern('data') !== undefined)
      return secret.undecided('data');
    const keys = secret.entries('data').map(([key]) => key);
    return keys.includes('known_hosts')
      ? holds
      : breaks('`data.known_hosts` is not there: whichever host answers first is believed');
  },
};
