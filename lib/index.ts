/** CDK for Terraform constructs that make IBM Cloud Code Engine workloads secure by default. */
export * from './constructs/images/image';
export * from './constructs/secrets/app-secret';
export * from './constructs/secrets/secret-value';
export * from './constructs/waiver';
export * from './constructs/workloads/code-engine-project';
export * from './constructs/workloads/config-map';
export * from './constructs/workloads/container-size';
export type { ContainerWaivers, ContainerProps } from './constructs/workloads/container';
export * from './constructs/workloads/env-value';
export * from './constructs/workloads/mount';
export * from './constructs/workloads/probe';
export * from './constructs/workloads/secure-app';
export * from './constructs/workloads/secure-job';
export { CisPlan } from './facts/cis-plans';
export { ServiceAccount } from './facts/roles';
export { RunMode } from './facts/run-mode';
export { Visibility } from './facts/visibility';
export * as ibm from './.gen/providers/ibm';
