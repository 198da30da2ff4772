import { shown } from '../../images';
import { Rule, manual } from '../../rule';

export const scanned: Rule = {
  id: 'images/scanned',
  title: 'an image is scanned for vulnerabilities',
  severity: 'medium',
  types: ['ibm_code_engine_app', 'ibm_code_engine_job'],
  reads: ['image_reference'],
  remedy: 'show what the scan of the image found',
  fix: {
    typescript: '// in the pipeline, before the digest is handed on: ibmcloud cr va',
    hcl: '# in the pipeline, before the digest is handed on: ibmcloud cr va',
  },
  reference: 'https://cloud.ibm.com/docs/Registry?topic=Registry-va_index',
  row: 'registries',
  controls: ['NIST RA-5', 'NIST SI-2', 'IBM-FS RA-5', 'CIS 7.2.1', 'OWASP A06'],
  packs: ['financial-services'],
  catalogue: ['IMG-007'],

  judge(workload) {
    // what Vulnerability Advisor says is in no resource of the provider.
    const reference = workload.pattern('image_reference') ?? '';
    return manual(`what a scan found in ${shown(reference)} does not stand in the code`);
  },
};
