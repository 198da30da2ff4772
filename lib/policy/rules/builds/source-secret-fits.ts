import { Rule, breaks, holds } from '../../rule';

const SECRET = 'ibm_code_engine_secret';

export const sourceSecretFits: Rule = {
  id: 'builds/source-secret-fits',
  title: 'the secret of a repository is of the format for its address',
  severity: 'medium',
  types: ['ibm_code_engine_build'],
  reads: ['source_url', 'source_secret'],
  remedy:
    'give an SSH address a secret of format ssh_auth, and an https address one of format basic_auth',
  fix: {
    typescript:
      'SourceRepository.fromSsh("git@github.com:acme/shop.git", { deployKey, knownHosts })',
    hcl: 'format = "ssh_auth"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-code-repositories',
  row: 'builds',
  controls: ['NIST IA-5', 'NIST CM-6'],
  packs: [],
  catalogue: ['BLD-003'],

  judge(build) {
    const [secret] = build.follow('source_secret').filter(({ type }) => type === SECRET);
    if (!secret) return holds;
    const format = secret.text('format') ?? '';
    const url = build.pattern('source_url') ?? '';
    const scheme = url.startsWith('\0') ? (build.text('source_url') ?? '') : url;
    const right = scheme.startsWith('https://') ? 'basic_auth' : 'ssh_auth';
    return format === right
      ? holds
      : breaks(
          `the \`format\` of its \`source_secret\` is '${format}', and its address asks for '${right}'`,
        );
  },
};
