import { isNarrowed, serviceOf } from '../../iam-scope';
import { Rule, breaks, holds } from '../../rule';

/** Roles that change nothing. */
const WEAK = ['Viewer', 'Reader', 'Operator'];

export const projectNamed: Rule = {
  id: 'access/project-named',
  title: 'who may change Code Engine may do so in one project',
  severity: 'high',
  types: [
    'ibm_iam_access_group_policy',
    'ibm_iam_service_policy',
    'ibm_iam_trusted_profile_policy',
    'ibm_iam_user_policy',
  ],
  reads: ['roles', 'resources.service', 'resources.resource_instance_id', 'resource_attributes'],
  remedy: 'name the project',
  fix: {
    typescript: 'new ProjectAccess(this, "developers", { project, persona: Persona.DEVELOPER, … })',
    hcl: 'resource_instance_id = ibm_code_engine_project.shop.project_id',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-iam',
  row: 'isolation',
  controls: ['NIST AC-6', 'IBM-FS AC-6', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-002'],

  judge(policy) {
    const service = serviceOf(policy);
    if (service !== 'codeengine') return holds;
    const strong = policy.texts('roles').find((role) => !WEAK.some((it) => isCalled(role, it)));
    if (strong === undefined || isNarrowed(policy, 'resource_instance_id')) return holds;
    return breaks(`'${strong}' is given in every project: \`resource_instance_id\` is not there`);
  },
};

/** Roles are given by their names, or by their CRNs. */
const isCalled = (role: string, name: string) => role === name || role.endsWith(`:${name}`);
