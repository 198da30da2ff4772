import { shown } from '../../images';
import { Rule, breaks, holds } from '../../rule';

export const pinnedByDigest: Rule = {
  id: 'images/pinned-by-digest',
  title: 'an image is pinned by its digest',
  severity: 'medium',
  types: ['ibm_code_engine_app', 'ibm_code_engine_job', 'ibm_code_engine_function'],
  reads: ['image_reference', 'code_reference'],
  remedy: 'name the digest',
  fix: {
    typescript: 'registry.image("web").digest("sha256:…")',
    hcl: 'image_reference = "private.us.icr.io/shop/web@sha256:…"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-deploy-app',
  row: 'registries',
  controls: ['NIST SI-7', 'NIST CM-2', 'NIST SA-10(1)', 'IBM-FS SI-7', 'OWASP A08'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IMG-001', 'IMG-002'],

  judge(workload) {
    const attribute = workload.has('code_reference') ? 'code_reference' : 'image_reference';
    const reference = workload.pattern(attribute) ?? '';
    if (reference.startsWith('data:') || reference.includes('@sha256:')) return holds;
    // behind the last slash stand tag and digest: nothing is missing from what is known of them.
    if (/\/[^/\0]*$/.test(reference)) return breaks(`\`${attribute}\` is ${shown(reference)}`);
    return breaks(`\`${attribute}\` is ${shown(workload.text(attribute) ?? '')}`);
  },
};
