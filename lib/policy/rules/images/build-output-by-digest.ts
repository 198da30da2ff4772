import { groupedBy } from '../../grouped';
import { shown } from '../../images';
import { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

const BUILD = 'ibm_code_engine_build';

export const buildOutputByDigest: Rule = {
  id: 'images/build-output-by-digest',
  title: 'what a build pushed is deployed by its digest',
  severity: 'medium',
  types: ['ibm_code_engine_app', 'ibm_code_engine_job'],
  reads: ['image_reference', 'ibm_code_engine_build.output_image'],
  remedy: 'name the digest that the build run tells',
  fix: {
    typescript: 'registry.image("web").digest("sha256:…")',
    hcl: 'image_reference = "${local.repository}@${var.digest}"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-plan-build',
  row: 'registries',
  controls: ['NIST SI-7', 'NIST CM-2', 'OWASP A08'],
  packs: ['baseline'],
  catalogue: ['IMG-009'],

  judge(workload) {
    const build = workload.follow('image_reference').find(({ type }) => type === BUILD);
    if (build) return breaks(`\`image_reference\` is the \`output_image\` of ${build.address}`);
    const reference = workload.pattern('image_reference') ?? '';
    if (/@sha256:|^$/.test(reference)) return holds;
    const own = workload.text('image_reference') ?? '';
    const { byImage, open } = workload.overall(outputs);
    const [same] = byImage.get(own) ?? [];
    if (same)
      return breaks(`\`image_reference\` is ${shown(reference)}, which ${same.address} overwrites`);
    open?.get('output_image');
    return holds;
  },
};

function outputs(any: Resource) {
  const builds = any.others(BUILD);
  return {
    byImage: groupedBy(builds, (it) => it.known('output_image')),
    open: builds.find((it) => !it.isKnown('output_image')),
  };
}
