/**
 * What kind of workload a component of a project is, as IAM calls it in the link of a trusted profile.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-trusted-profiles
 */
export enum ComponentType {
  APPLICATION = 'application',
  JOB = 'job',
  FUNCTION = 'function',
}
