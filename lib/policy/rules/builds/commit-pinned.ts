import { COMMIT } from '../../../facts/names';
import { Rule, breaks, holds } from '../../rule';

export const commitPinned: Rule = {
  id: 'builds/commit-pinned',
  title: 'a build takes its source from one commit',
  severity: 'medium',
  types: ['ibm_code_engine_build'],
  reads: ['source_revision', 'source_type'],
  remedy: 'name the whole hash of the commit',
  fix: {
    typescript: 'repository.commit("0123456789abcdef0123456789abcdef01234567")',
    hcl: 'source_revision = var.commit',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-code-repositories',
  row: 'builds',
  controls: ['NIST SI-7', 'NIST CM-2', 'IBM-FS SI-7', 'OWASP A08'],
  packs: ['baseline'],
  catalogue: ['BLD-006'],

  judge(build) {
    if (build.known('source_type') === 'local') return holds;
    const revision = build.text('source_revision') ?? '';
    if (COMMIT.pattern.test(revision) || build.text('source_type') === 'local') return holds;
    return revision === ''
      ? breaks('`source_revision` is not there: whatever the default branch holds is built')
      : breaks(`\`source_revision\` is '${revision}', which can move`);
  },
};
