/** The frameworks whose controls rules serve. */

/** A framework, and how its controls are called. */
export interface Framework {
  readonly name: string;
  /** What a control of it begins with: `NIST SC-7`. */
  readonly prefix: string;
  readonly version?: string;
  readonly organization?: string;
  readonly page?: string;
}

/** A control, and the framework that it is of. */
export interface Control {
  readonly id: string;
  readonly framework: Framework;
}

const KNOWN: readonly Framework[] = [
  {
    prefix: 'NIST',
    name: 'NIST SP 800-53',
    version: '5',
    organization: 'National Institute of Standards and Technology',
    page: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
  },
  {
    prefix: 'IBM-FS',
    name: 'IBM Cloud Framework for Financial Services',
    organization: 'IBM',
    page: 'https://cloud.ibm.com/docs/framework-financial-services-controls',
  },
  {
    prefix: 'CIS',
    name: 'CIS IBM Cloud Foundations Benchmark',
    version: '1.0.0',
    organization: 'Center for Internet Security',
    page: 'https://www.cisecurity.org/benchmark/ibm',
  },
  {
    prefix: 'OWASP',
    name: 'OWASP Top 10',
    version: '2021',
    organization: 'OWASP Foundation',
    page: 'https://owasp.org/Top10/',
  },
];

/** What a control is called in a rule, as a control; its first word tells the framework, which a user may have made. */
export function controlOf(text: string): Control {
  const [, prefix = '', id = text] = /^(\S+)\s+(.*\S)\s*$/su.exec(text) ?? [];
  const framework = KNOWN.find((it) => it.prefix === prefix);
  return { id, framework: framework ?? { prefix, name: prefix === '' ? 'controls' : prefix } };
}
