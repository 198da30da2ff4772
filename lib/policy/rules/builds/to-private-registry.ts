import { DOCKER_HUB, isContainerRegistry, registryOf, shown } from '../../images';
import { Rule, breaks, holds, manual } from '../../rule';

export const toPrivateRegistry: Rule = {
  id: 'builds/to-private-registry',
  title: 'a build pushes to Container Registry',
  severity: 'high',
  types: ['ibm_code_engine_build'],
  reads: ['output_image'],
  remedy: 'push to a namespace of Container Registry',
  fix: {
    typescript: 'new SourceBuild(this, "build", { output: registry.image("web"), … })',
    hcl: 'output_image = "private.us.icr.io/shop/web:1"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-plan-build',
  row: 'builds',
  controls: ['NIST CM-7', 'NIST SA-10(1)', 'IBM-FS CM-7'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['BLD-004'],

  judge(build) {
    const host =
      registryOf(build.pattern('output_image') ?? '') ??
      registryOf(build.text('output_image') ?? '') ??
      '';
    if (isContainerRegistry(host)) return holds;
    return host === DOCKER_HUB
      ? breaks(
          `\`output_image\` is in ${shown(host)}, where images are public unless told otherwise`,
        )
      : manual(
          `\`output_image\` is in ${shown(host)}: only who runs that knows whether it is private`,
        );
  },
};
