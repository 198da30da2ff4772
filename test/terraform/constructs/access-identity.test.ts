/** The identities of workloads and the authorizations of services, through real Terraform. */
import { TerraformStack, TerraformVariable } from 'cdktf';
import { ServiceAuthorization } from '../../../lib/constructs/access/service-authorization';
import { WorkloadIdentity } from '../../../lib/constructs/access/workload-identity';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureFunction } from '../../../lib/constructs/workloads/secure-function';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { takesThroughLife } from '../../kit/life';
import { image, project } from '../../kit/samples';

const ONE = '01234567-89ab-cdef-0123-456789abcdef';
const OTHER = 'fedcba98-89ab-cdef-0123-456789abcdef';
const READER = { service: 'secrets-manager', roles: ['SecretsReader'], instanceId: ONE };

const existing = (stack: TerraformStack) => {
  const crn = `crn:v1:bluemix:public:codeengine:eu-de:a/0123:${ONE}::`;
  const variable = new TerraformVariable(stack, 'project_crn', { type: 'string', default: crn });
  return CodeEngineProject.fromCrn(variable.stringValue);
};

takesThroughLife({
  'an identity of a SecureApp': (stack) => {
    const web = new SecureApp(stack, 'web', { project: project(stack), image: image() });
    WorkloadIdentity.of(web).allow('secrets', READER);
  },
  'an identity of a SecureJob of a project that exists': (stack) => {
    const night = new SecureJob(stack, 'night', { project: existing(stack), image: image() });
    WorkloadIdentity.of(night).allow('secrets', {
      ...READER,
      resourceType: 'secret-group',
      resource: OTHER,
    });
  },
  'a full identity of a SecureFunction': (stack) => {
    const workload = new SecureFunction(stack, 'hello', {
      project: project(stack),
      runtime: FunctionRuntime.NODEJS_24,
      code: FunctionCode.inline('function main() {}'),
    });
    const identity = new WorkloadIdentity(stack, 'identity', { workload, profileName: 'Hello: 1' });
    identity.allow('secrets', READER);
    identity.allow('keys', { service: 'kms', roles: ['Writer', 'Reader'], instanceId: OTHER });
  },
  'an authorization from one instance to another one': (stack) =>
    void new ServiceAuthorization(stack, 'notify', {
      source: { service: 'secrets-manager', instanceId: ONE },
      target: { service: 'event-notifications', instanceId: OTHER },
      roles: ['Event Source Manager'],
    }),
  'an authorization for a service that an account has once': (stack) =>
    void new ServiceAuthorization(stack, 'issue', {
      source: { service: 'secrets-manager', instanceId: ONE },
      target: { service: 'iam-identity' },
      roles: ['Operator'],
    }),
});
