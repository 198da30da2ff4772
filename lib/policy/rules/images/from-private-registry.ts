import { isContainerRegistry, registryOf, shown } from '../../images';
import { Rule, breaks, holds, manual } from '../../rule';

const IMAGE = ['image_reference', 'image_secret'];
const CODE = ['code_reference', 'code_secret'];

export const fromPrivateRegistry: Rule = {
  id: 'images/from-private-registry',
  title: 'an image comes from Container Registry, or from where a pull secret opens',
  severity: 'high',
  types: ['ibm_code_engine_app', 'ibm_code_engine_job', 'ibm_code_engine_function'],
  reads: ['image_reference', 'image_secret', 'code_reference', 'code_secret'],
  remedy: 'keep the image in Container Registry',
  fix: {
    typescript: 'new PrivateRegistry(this, "images", { … }).image("web")',
    hcl: 'image_reference = "private.us.icr.io/shop/web@sha256:…"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-add-registry',
  row: 'registries',
  controls: ['NIST CM-7', 'NIST SA-10(1)', 'NIST AC-3', 'NIST RA-5', 'IBM-FS CM-7', 'OWASP A06'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IMG-003', 'IMG-004'],

  judge(workload) {
    const isFunction = workload.has('code_reference');
    const [attribute, secret] = isFunction ? CODE : IMAGE;
    const reference = workload.pattern(attribute) ?? '';
    if (isFunction && reference.startsWith('data:')) return holds;
    const host = registryOf(reference) ?? registryOf(workload.text(attribute) ?? '') ?? '';
    if (isContainerRegistry(host)) return holds;
    return workload.given(secret)
      ? manual(
          `\`${attribute}\` is in ${shown(host)}: only who runs that knows whether it is private`,
        )
      : breaks(`\`${attribute}\` is in ${shown(host)}, and there is no \`${secret}\``);
  },
};
