import { Construct } from 'constructs';
import { ICodeEngineProject } from './code-engine-project';
import {
  CodeEngineConfigMap,
  CodeEngineConfigMapConfig,
} from '../../.gen/providers/ibm/code-engine-config-map';
import {
  OptOut,
  Problem,
  Settled,
  enroll,
  isA,
  isText,
  matches,
  member,
  nameOf,
  notEmpty,
  placeOf,
  recordWaivers,
  reject,
  unwaived,
  withDefaults,
} from '../../core';
import { DATA_KEY, SECRET_NAME } from '../../facts/names';
import { looksSecret } from '../../facts/secrets';
import { Waiver } from '../waiver';

/** A config map in a Code Engine project, made here or elsewhere. */
export interface IConfigMap {
  /** The name by which workloads of the same project refer to it. */
  readonly configMapName: string;
}

/** Waivers for `ConfigMap`. */
export interface ConfigMapWaivers {
  /**
   * Excuses keys that look like the name of a secret.
   * @default - none
   */
  readonly secretKeys?: Waiver;
}

/** Properties for `ConfigMap`. */
export interface ConfigMapProps {
  /** The project that holds the config map. */
  readonly project: ICodeEngineProject;
  /**
   * Texts by their keys, at least one; a key becomes the name of a file where the map is mounted. Terraform fills in
   * `${…}` and `%{…}`: write `$${` and `%%{` for the characters themselves.
   */
  readonly data: { readonly [key: string]: string };
  /**
   * The name of the config map: lower case letters, digits, hyphens and dots, at most 253 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly configMapName?: string;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: ConfigMapWaivers;
}

const DEFAULTS = { waivers: {} };
type Config = Settled<ConfigMapProps, typeof DEFAULTS & { configMapName: string }>;

/**
 * Settings that anyone may read: values for environment variables, or files where it is mounted.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-configmap
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/code_engine_config_map
 */
export class ConfigMap extends Construct implements IConfigMap {
  /** A config map that exists in the project, by its name. */
  public static fromConfigMapName(configMapName: string): IConfigMap {
    return { configMapName };
  }

  /** The name by which workloads of the same project refer to it. */
  public readonly configMapName: string;

  /** @throws an error naming every problem: no data, a key or a name that Code Engine does not take */
  constructor(scope: Construct, id: string, props: ConfigMapProps) {
    super(scope, id);
    const config = withDefaults(props, { ...DEFAULTS, configMapName: nameOf(this, SECRET_NAME) });
    reject(this, problemsIn(config));
    const configMap = new CodeEngineConfigMap(this, 'Resource', terraformOf(config));
    recordWaivers(configMap, optOutsIn(config));
    this.configMapName = configMap.name;
    enroll(config.project, { kind: 'configMaps' });
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...isA('project', config.project, 'projectId', 'a CodeEngineProject'),
  ...matches('configMapName', config.configMapName, SECRET_NAME),
  ...notEmpty('data', config.data, 'at least one key with its text'),
  ...Object.entries(config.data).flatMap(([key, value]) => [
    ...matches(member('data', key), key, DATA_KEY),
    ...isText(member('data', key), value),
  ]),
  ...unwaived(optOutsIn(config)),
];

function optOutsIn({ data, waivers }: Config): OptOut[] {
  const secret = Object.keys(data).filter(looksSecret);
  return [
    {
      rule: 'secrets/no-secret-in-config-map',
      prop: secret.length > 0 ? member('data', secret[0]) : 'data',
      got: 'a text under the name of a secret',
      expected: 'an AppSecret in its place',
      taken: secret.length > 0,
      waiverProp: 'waivers.secretKeys',
      waiver: waivers.secretKeys,
    },
  ];
}

const terraformOf = ({ project, configMapName, data }: Config): CodeEngineConfigMapConfig => ({
  ...placeOf(project),
  name: configMapName,
  data,
});
