import { CERTIFICATE_LIFETIME_DAYS } from '../../../facts/certificates';
import { Rule, breaks, holds } from '../../rule';

export const privateShortLived: Rule = {
  id: 'certificates/private-short-lived',
  title: 'a private certificate lives 90 days at most',
  severity: 'high',
  types: ['ibm_sm_private_certificate', 'ibm_sm_private_certificate_configuration_template'],
  reads: ['ttl', 'max_ttl'],
  remedy: 'lower the time to live to 90 days',
  fix: {
    typescript: 'certificate.ttl = "2160h"',
    hcl: 'ttl = "2160h"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure',
  row: 'certificates',
  controls: ['NIST SC-12', 'NIST SC-17'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['TLS-005'],

  judge(certificate) {
    for (const attribute of ['ttl', 'max_ttl']) {
      const days = daysIn(certificate.text(attribute));
      if (days !== undefined && days > CERTIFICATE_LIFETIME_DAYS) {
        return breaks(`\`${attribute}\` is ${Math.round(days)} days`);
      }
    }
    return holds;
  },
};

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };

/** Durations are seconds, or a number with its unit. */
function daysIn(duration: string | undefined): number | undefined {
  const [, count, unit = 's'] = /^(\d+)([smhd])?$/.exec(duration ?? '') ?? [];
  return count === undefined ? undefined : (Number(count) * SECONDS[unit]) / 86400;
}
