import { PRIVATE_REGISTRY_HOSTS } from '../../../facts/registries';
import { registryOf, shown } from '../../images';
import { Rule, breaks, holds } from '../../rule';

const PUBLIC = Object.values(PRIVATE_REGISTRY_HOSTS).map((host) => host.replace(/^private\./, ''));

export const privateEndpoint: Rule = {
  id: 'images/private-endpoint',
  title: 'images travel on the private network of IBM Cloud',
  severity: 'low',
  types: [
    'ibm_code_engine_app',
    'ibm_code_engine_job',
    'ibm_code_engine_function',
    'ibm_code_engine_build',
  ],
  reads: ['image_reference', 'code_reference', 'output_image'],
  remedy: 'name the private host of the region',
  fix: {
    typescript: 'new PrivateRegistry(this, "images", { … }).image("web")',
    hcl: 'image_reference = "private.us.icr.io/shop/web@sha256:…"',
  },
  reference: 'https://cloud.ibm.com/docs/Registry?topic=Registry-registry_private',
  row: 'registries',
  controls: ['NIST SC-7(4)', 'IBM-FS SC-7(4)'],
  packs: ['financial-services'],
  catalogue: ['IMG-006'],

  judge(workload) {
    for (const attribute of ['image_reference', 'code_reference', 'output_image']) {
      const reference = workload.pattern(attribute) ?? '';
      if (reference === '' || /^(data:|private\.)/.test(reference)) continue;
      const host =
        (reference.startsWith('\0') ? undefined : registryOf(reference)) ??
        registryOf(workload.text(attribute) ?? '') ??
        '';
      if (PUBLIC.includes(host))
        return breaks(`\`${attribute}\` is in ${shown(host)}, which the internet reaches`);
    }
    return holds;
  },
};
