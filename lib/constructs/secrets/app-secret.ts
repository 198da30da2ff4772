import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { SecretValue } from './secret-value';
import {
  CodeEngineSecret,
  CodeEngineSecretConfig,
} from '../../.gen/providers/ibm/code-engine-secret';
import {
  Problem,
  Settled,
  enroll,
  isA,
  matches,
  member,
  nameOf,
  notEmpty,
  reject,
  withDefaults,
} from '../../core';
import { DATA_KEY, SECRET_NAME } from '../../facts/names';
import { ICodeEngineProject } from '../workloads/code-engine-project';

/** A secret in a Code Engine project, made here or elsewhere. */
export interface IAppSecret {
  /** The name by which workloads of the same project refer to it. */
  readonly secretName: string;
}

/** Properties for `AppSecret`. */
export interface AppSecretProps {
  /** The project that holds the secret. */
  readonly project: ICodeEngineProject;
  /** The secret values by their keys; at least one. */
  readonly data: { readonly [key: string]: SecretValue };
  /**
   * The name of the secret: lower case letters, digits, hyphens and dots, at most 253 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly secretName?: string;
}

type Config = Settled<AppSecretProps, { secretName: string }>;

/**
 * Values that a workload needs and nobody may read: a Code Engine secret of format `generic`.
 *
 * The provider prints the data of secrets in plans; here the whole map is marked sensitive, so that neither its
 * values nor keys written from elsewhere show. State holds them in clear.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/code_engine_secret
 */
export class AppSecret extends Construct implements IAppSecret {
  /** A secret that exists in the project, by its name. */
  public static fromSecretName(secretName: string): IAppSecret {
    return { secretName };
  }

  /** The name by which workloads of the same project refer to it. */
  public readonly secretName: string;

  /** @throws an error naming every problem: no data, a key or a name that Code Engine does not take */
  constructor(scope: Construct, id: string, props: AppSecretProps) {
    super(scope, id);
    const config = withDefaults(props, { secretName: nameOf(this, SECRET_NAME) });
    reject(this, problemsIn(config));
    const secret = new CodeEngineSecret(this, 'Resource', terraformOf(config));
    this.secretName = secret.name;
    enroll(config.project, { kind: 'secrets' });
  }
}

const problemsIn = ({ project, secretName, data }: Config): Problem[] => [
  ...isA('project', project, 'projectId', 'a CodeEngineProject'),
  ...matches('secretName', secretName, SECRET_NAME),
  ...notEmpty('data', data, 'at least one key with its value'),
  ...Object.entries(data).flatMap(([key, value]) => [
    ...matches(member('data', key), key, DATA_KEY),
    ...isA(member('data', key), value, '_reference', 'a SecretValue'),
  ]),
];

const terraformOf = ({ project, secretName, data }: Config): CodeEngineSecretConfig => ({
  projectId: project.projectId,
  name: secretName,
  format: 'generic',
  // trap code-engine/foreign-secret-key-prints-in-clear: the map is marked, not its values.
  data: Fn.sensitive(references(data)) as Record<string, string>,
});

const references = (data: Config['data']) =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value._reference]));
