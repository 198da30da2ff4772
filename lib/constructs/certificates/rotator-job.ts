import { Fn, Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { inExpression } from './stored-certificate';
import { GRANTS } from '../../facts/grants';
import {
  DEADLINE_MARGIN_SECONDS,
  ROTATION_DEFAULTS,
  VARIABLES,
} from '../../runtime/certificate-rotation/contract';
import { rotatorModule } from '../../runtime/certificate-rotation/module';
import { WorkloadIdentity } from '../access/workload-identity';
import { Image } from '../images/image';
import { ISecretGroup } from '../secrets/secret-group';
import { ICodeEngineProject } from '../workloads/code-engine-project';
import { ConfigMap } from '../workloads/config-map';
import { ContainerSize } from '../workloads/container-size';
import { EnvValue } from '../workloads/env-value';
import { Mount } from '../workloads/mount';
import { neighbours } from '../workloads/neighbours';
import { SecureJob } from '../workloads/secure-job';

/**
 * What a rotator carries, from where and to where.
 * @internal
 */
export interface Rotation {
  readonly project: ICodeEngineProject;
  readonly image: Image;
  readonly group: ISecretGroup;
  readonly secretId: string;
  readonly tlsSecretName: string;
  readonly hosts: readonly string[];
  readonly publicFallback: boolean;
}

const FOLDER = '/opt/rotator';
const FILE = 'rotate.mjs';

/** Seconds after which Code Engine stops a run. */
const LIMIT_SECONDS = ROTATION_DEFAULTS.deadlineSeconds + DEADLINE_MARGIN_SECONDS;

/**
 * Carries a certificate from Secrets Manager into the TLS secret of one project: a job that nobody can call, a stock image,
 * one text that is mounted, and a trusted profile that may read one group and write one project.
 * @internal
 */
export class RotatorJob extends Construct {
  public readonly job: SecureJob;

  constructor(scope: Construct, id: string, rotation: Rotation) {
    super(scope, id);
    const { project, image, group } = rotation;
    const configMap = new ConfigMap(this, 'Module', { project, data: { [FILE]: moduleText() } });
    const profileId = Lazy.stringValue({ produce: () => identity.profileId });
    this.job = new SecureJob(this, 'Job', {
      project,
      image,
      size: ContainerSize.of(0.25, 1),
      command: ['node'],
      arguments: [`${FOLDER}/${FILE}`],
      mounts: { [FOLDER]: Mount.fromConfigMap(configMap) },
      environment: environmentOf(rotation, profileId),
      maxExecutionTime: LIMIT_SECONDS,
      retryLimit: 2,
    });
    neighbours.runsOurCode(this.job);
    const identity = WorkloadIdentity.of(this.job);
    const { instanceId } = group.store;
    identity._grant(group, GRANTS.readCertificate, { instanceId, resource: group.secretGroupId });
    identity._grant(this, GRANTS.writeTlsSecret, { instanceId: project.projectId });
  }
}

/** Terraform would fill in what looks like a template to it. */
const moduleText = (): string => rotatorModule().replace(/([$%])\{/g, '$1$1{');

const environmentOf = (rotation: Rotation, profileId: string): Record<string, EnvValue> => {
  const { secretId, tlsSecretName, hosts, group, publicFallback } = rotation;
  const { instanceId, region, serviceUrl } = group.store;
  const task = { id: secretId, tlsSecret: tlsSecretName, hosts: hosts.map(inExpression) };
  const publicUrl = `https://${instanceId}.${region}.secrets-manager.appdomain.cloud`;
  const urls = (...[first, second]: [string, string]) =>
    publicFallback ? `${first},${second}` : first;
  const texts = {
    [VARIABLES.tasks]: Fn.jsonencode([task]),
    [VARIABLES.profileId]: profileId,
    [VARIABLES.secretsManagerUrls]: urls(serviceUrl, publicUrl),
    [VARIABLES.iamUrls]: urls(ROTATION_DEFAULTS.iamUrls, 'https://iam.cloud.ibm.com'),
    [VARIABLES.deadline]: `${ROTATION_DEFAULTS.deadlineSeconds}`,
  };
  const values = Object.entries(texts).map(([name, text]) => [name, EnvValue.literal(text)]);
  return Object.fromEntries(values) as Record<string, EnvValue>;
};
