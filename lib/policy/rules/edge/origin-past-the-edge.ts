import { Rule, manual } from '../../rule';

export const originPastTheEdge: Rule = {
  id: 'edge/origin-past-the-edge',
  title: 'a mapped host answers only what came through the edge',
  severity: 'medium',
  types: ['ibm_code_engine_domain_mapping'],
  reads: ['name'],
  remedy: 'let the app, or a proxy before it, ask for something that only the edge knows',
  fix: {
    typescript: 'if (request.headers["x-edge-token"] !== token) refuse()',
    hcl: 'the app refuses requests without the header that the edge adds',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos',
  row: 'step 7',
  controls: ['NIST SC-7', 'NIST SC-5'],
  packs: ['layer7'],
  catalogue: [],

  // Code Engine takes the name of a host from anyone, and no setting of it asks where a request came from.
  judge: () => manual('whoever knows the host can send requests to Code Engine past the edge'),
};
