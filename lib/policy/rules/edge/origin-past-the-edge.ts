import { GUARD_VALUE_VARIABLE } from '../../../facts/origin-lock';
import { Resource } from '../../resource';
import { Rule, holds, manual } from '../../rule';

export const originPastTheEdge: Rule = {
  id: 'edge/origin-past-the-edge',
  title: 'a mapped host answers only what came through the edge',
  severity: 'medium',
  types: ['ibm_code_engine_domain_mapping'],
  reads: ['name', 'component.name'],
  remedy: 'put a guard before the app, which asks for something that only the edge knows',
  fix: {
    typescript: 'new OriginLock(this, "lock", { zone, host, nodeImage, headerValue }).protect(app)',
    hcl: 'the app refuses requests without the header that an edge function adds',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos',
  row: 'step 7',
  controls: ['NIST SC-7', 'NIST SC-5'],
  packs: ['layer7'],
  catalogue: [],

  // Code Engine takes the name of a host from anyone, and no setting of it asks where a request came from.
  judge(mapping) {
    const { guards, unread } = mapping.overall(guardsIn);
    const apps = mapping.follow('component.name').map(({ address }) => address);
    for (const app of apps) unread.get(app)?.get('run_env_variables');
    if (!apps.some((app) => guards.has(app)))
      return manual('whoever knows the host can send requests to Code Engine past the edge');
    const host = mapping.text('name') ?? '';
    const { patterns, open } = mapping.overall(patternsIn);
    if (patterns.some((pattern) => covers(pattern, host))) return holds;
    open?.get('pattern_url');
    return manual(
      `a guard stands before the app, and no edge function for all of ${host} beside it`,
    );
  },
};

/** The apps that are a guard, and those of which that is not known. */
function guardsIn(any: Resource) {
  const apps = any.others('ibm_code_engine_app');
  const isRead = (app: Resource) => app.isKnown('run_env_variables');
  return {
    guards: new Set(apps.filter((it) => isRead(it) && isGuard(it)).map(({ address }) => address)),
    unread: new Map(apps.filter((it) => !isRead(it)).map((it) => [it.address, it])),
  };
}

const isGuard = (app: Resource): boolean =>
  app
    .blocks('run_env_variables')
    .some((it) => it.known('name') === GUARD_VALUE_VARIABLE && it.has('reference'));

/** What edge functions run for, and one of which that is not known. */
function patternsIn(any: Resource) {
  const triggers = any.others('ibm_cis_edge_functions_trigger');
  return {
    patterns: triggers.map((it) => it.known('pattern_url') ?? ''),
    open: triggers.find((it) => !it.isKnown('pattern_url')),
  };
}

/** Whether a pattern is that of all paths of a host. */
function covers(pattern: string, host: string): boolean {
  if (!pattern.endsWith('/*')) return false;
  const domain = pattern.slice(0, -'/*'.length);
  return domain.startsWith('*') ? host.endsWith(domain.slice(1)) : domain === host;
}
