/** A report with one entry of each verdict, for the formats. */
import { judge } from '../../lib/policy/engine';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { Rule } from '../../lib/policy/rule';
import { appNotPublic } from '../../lib/policy/rules/workloads/app-not-public';
import { Report, reportOf } from '../../lib/report/findings';

const crashing: Rule = {
  ...appNotPublic,
  id: 'workloads/crashing',
  types: ['ibm_code_engine_job'],
  judge: () => {
    throw new Error('<script>alert("x")</script> | `code`');
  },
};
export const RULES = [appNotPublic, crashing];

const waived = {
  rule: appNotPublic.id,
  reason: 'a page for everyone',
  owner: 'team',
  until: '2999-01-01',
};

export function sample(): Report {
  const blocks = blocksOfConfiguration(
    {
      resource: {
        ibm_code_engine_app: {
          open: {},
          closed: { managed_domain_mappings: 'local' },
          later: { managed_domain_mappings: '${var.x}' },
          excused: { '//': { waivers: [waived] } },
          tidy: { managed_domain_mappings: 'local', '//': { waivers: [waived] } },
        },
        ibm_code_engine_job: { job: {} },
      },
    },
    { file: 'main.tf', locate: () => ({ line: 7 }) },
  );
  const judged = judge(new Graph(blocks), RULES, new Date('2026-06-30'));
  return reportOf(new Map([['', judged]]), { input: 'main.tf', pack: 'strict' });
}
