import { Rule, holds, manual } from '../../rule';

const ROUTES = ['ibm_atracker_route', 'ibm_logs_router_route'];

export const activityTracked: Rule = {
  id: 'access/activity-tracked',
  title: 'who did what in the account is recorded',
  severity: 'medium',
  types: ['ibm_code_engine_project'],
  reads: ['ibm_atracker_route'],
  remedy: 'route activity tracking events to a target that lasts',
  fix: {
    typescript: 'new ibm.atrackerRoute.AtrackerRoute(this, "audit", { … })',
    hcl: 'resource "ibm_atracker_route" "audit" { … }',
  },
  reference: 'https://cloud.ibm.com/docs/atracker?topic=atracker-about',
  row: 'access',
  controls: ['NIST AU-2', 'NIST AU-12', 'IBM-FS AU-2', 'CIS 3.1', 'OWASP A09'],
  packs: ['financial-services'],
  catalogue: ['LOG-001'],

  judge(project) {
    // routes are of the account: another configuration may hold them.
    return ROUTES.some((type) => project.others(type).length > 0)
      ? holds
      : manual('no `ibm_atracker_route` stands in the code');
  },
};
