import { Rule, breaks, holds } from '../../rule';

/** Texts in quotes that look as if somebody had rolled dice for them. */
const RANDOM = /(["'`])(?=[^"'`]*\d)(?=[^"'`]*[a-zA-Z])[\w+/=-]{32,}\1/;

export const edgeFunctionNotLiteral: Rule = {
  id: 'secrets/edge-function-not-literal',
  title: 'no secret stands in the code of an edge function, or in what a plan prints of it',
  severity: 'high',
  types: ['ibm_cis_edge_functions_action'],
  reads: ['script'],
  remedy:
    'put the secret in by a variable that is sensitive, and take a new one, since this one was read',
  fix: {
    typescript: 'new OriginLock(this, "lock", { zone, host, nodeImage, headerValue })',
    hcl: 'script = templatefile("lock.js", { value = sensitive(var.lock_value) })',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-edge-functions-actions',
  row: 'secrets',
  controls: ['NIST IA-5(7)', 'NIST SC-28', 'IBM-FS IA-5(7)', 'OWASP A07'],
  packs: ['financial-services'],
  catalogue: [],

  judge(action) {
    // the text itself is never shown.
    const code = action.pattern('script') ?? '';
    if (code.split('\0').some((part) => RANDOM.test(part)))
      return breaks('`script` holds a text in quotes that looks random');
    if (action.isSensitive('script') || action.isKnown('script')) return holds;
    return action.undecided('script');
  },
};
