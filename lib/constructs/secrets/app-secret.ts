import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { SecretData } from './secret-data';
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
  nameOf,
  placeOf,
  reject,
  replacementTrigger,
  withDefaults,
} from '../../core';
import { SECRET_NAME } from '../../facts/names';
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
  /** What it holds, in one of the nine formats. */
  readonly data: SecretData;
  /**
   * The name of the secret: lower case letters, digits, hyphens and dots, at most 253 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly secretName?: string;
}

type Config = Settled<AppSecretProps, { secretName: string }>;

/**
 * Values that a workload needs and nobody may read: a secret of a Code Engine project.
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

  /** @throws an error naming every problem: no data, no project, a name that Code Engine does not take */
  constructor(scope: Construct, id: string, props: AppSecretProps) {
    super(scope, id);
    const config = withDefaults(props, { secretName: nameOf(this, SECRET_NAME) });
    reject(this, problemsIn(config));
    const blocks = { ...lifecycleOf(config), ...blocksOf(this, config) };
    const secret = new CodeEngineSecret(this, 'Resource', terraformOf(config, blocks));
    this.secretName = secret.name;
    enroll(config.project, { kind: 'secrets' });
  }
}

const problemsIn = ({ project, secretName, data }: Config): Problem[] => [
  ...isA('project', project, 'projectId', 'a CodeEngineProject'),
  ...matches('secretName', secretName, SECRET_NAME),
  ...isA('data', data, '_blocks', 'SecretData'),
];

const terraformOf = (
  { project, secretName, data }: Config,
  blocks: Partial<CodeEngineSecretConfig>,
): CodeEngineSecretConfig => ({
  ...placeOf(project),
  name: secretName,
  format: data.format,
  // trap code-engine/foreign-secret-key-prints-in-clear: the map is marked, not its values.
  data: data._data && sensitive(data._data),
  ...blocks,
});

const sensitive = (data: Readonly<Record<string, string>>) =>
  Fn.sensitive(data) as Record<string, string>;

/**
 * What somebody else renews is not put back.
 *
 * trap code-engine/ignored-data-keeps-the-old-certificate: who hands over the content names the secret after what it is
 * for, so that another host is another secret.
 * trap code-engine/create-before-destroy-spreads: to the certificate, whose name goes along; so neither meets its
 * predecessor, and what is mapped has a certificate at every moment.
 */
const lifecycleOf = ({ data }: Config): Partial<CodeEngineSecretConfig> =>
  data._isHandedOver ? { lifecycle: { ignoreChanges: ['data'], createBeforeDestroy: true } } : {};

/** What the formats of service bindings render in place of data: Code Engine fetches that itself. */
const blocksOf = (secret: AppSecret, { data }: Config): Partial<CodeEngineSecretConfig> =>
  data._data
    ? {}
    : {
        ...data._blocks,
        lifecycle: {
          // trap code-engine/service-secret-data-comes-back-on-read: every plan would print it, in clear.
          ignoreChanges: ['data'],
          // trap code-engine/secret-service-access-change-is-lost, trap code-engine/secret-service-operator-change-is-lost:
          // no update carries the block.
          replaceTriggeredBy: [replacementTrigger(secret, 'Block', data._blockValues.join(' '))],
        },
      };
