import { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

export const rateLimited: Rule = {
  id: 'edge/rate-limited',
  title: 'a host behind the edge has a limit of requests',
  severity: 'medium',
  types: ['ibm_cis_global_load_balancer'],
  reads: ['name'],
  remedy: 'limit what one sender may ask for',
  fix: {
    typescript: 'new EdgeFirewall(this, "firewall", { zone, rateLimits: [RateLimit.block(…)] })',
    hcl: 'phase = "http_ratelimit"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-rate-limiting',
  row: 'step 6',
  controls: ['NIST SC-5', 'IBM-FS SC-5(a)', 'OWASP A04'],
  packs: ['financial-services'],
  catalogue: ['EDGE-009', 'EDGE-010'],

  judge(balancer) {
    return balancer.overall(isLimited) ? holds : breaks('no rules in the phase `http_ratelimit`');
  },
};

const isLimited = (any: Resource): boolean =>
  any
    .others('ibm_cis_ruleset_entrypoint_version')
    .some((it) => it.text('phase') === 'http_ratelimit');
