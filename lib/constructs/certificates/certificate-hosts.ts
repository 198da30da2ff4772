import { Problem, atMost, given, known, matches, notEmpty, show } from '../../core';
import { CERTIFICATE_LIMITS } from '../../facts/certificates';
import { HOST_NAME } from '../../facts/names';

/** The hosts of a certificate, the first of which is its common name. */
export const certificateHosts = {
  /** trap secrets-manager/public-certificate-values-are-unchecked */
  problemsIn: (prop: string, hosts: string[]): Problem[] => {
    if (!Array.isArray(hosts) || !known(hosts)) {
      return [{ prop, got: show(hosts), expected: 'a list of whole host names' }];
    }
    return [
      ...notEmpty(prop, hosts, 'at least one host'),
      ...atMost(prop, hosts, CERTIFICATE_LIMITS.hosts),
      ...hosts.flatMap((host, at) => [
        ...problemsInHost(`${prop}.${at}`, host, at === 0 ? COMMON_NAME : HOST_NAME),
        ...(hosts.indexOf(host) < at ? [again(`${prop}.${at}`, host)] : []),
      ]),
    ];
  },
};

const COMMON_NAME = { ...HOST_NAME, most: CERTIFICATE_LIMITS.commonName };

const problemsInHost = (prop: string, host: string, rule: typeof HOST_NAME): Problem[] => [
  ...given(prop, host, rule.words),
  ...matches(prop, host ?? undefined, rule),
];

const again = (prop: string, host: string): Problem => ({
  prop,
  got: `${show(host)} again`,
  expected: 'each host once',
});
