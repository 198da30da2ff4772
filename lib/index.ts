/** CDK for Terraform constructs that make IBM Cloud Code Engine workloads secure by default. */
export * from './constructs/images/image';
export * from './constructs/secrets/app-secret';
export * from './constructs/secrets/secret-value';
export * from './constructs/waiver';
export * from './constructs/workloads/code-engine-project';
export * from './constructs/workloads/container-size';
export * from './constructs/workloads/env-value';
export * from './constructs/workloads/probe';
export * from './constructs/workloads/secure-app';
export { CisPlan } from './facts/cis-plans';
export { ServiceAccount } from './facts/roles';
export { Visibility } from './facts/visibility';
export * as ibm from './.gen/providers/ibm';
