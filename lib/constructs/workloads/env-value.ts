import { IConfigMap } from './config-map';
import { isSwitch } from '../../facts/secrets';
import { IAppSecret } from '../secrets/app-secret';
import { Waiver } from '../waiver';

/**
 * The value of one environment variable.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-envvar
 */
export class EnvValue {
  /**
   * A text that anyone may read who sees the code, the plan or the project.
   * @param waiver needed when the name of the variable looks like that of a secret
   */
  public static literal(value: string, waiver?: Waiver): EnvValue {
    return new EnvValue({ type: 'literal', value }, waiver);
  }

  /**
   * The value under one key of a secret; instances read it when they start.
   * @param key the key inside the secret
   */
  public static fromSecret(secret: IAppSecret, key: string): EnvValue {
    return new EnvValue({ type: 'secret_key_reference', reference: secret.secretName, key });
  }

  /**
   * The text under one key of a config map; instances read it when they start.
   * @param key the key inside the config map
   */
  public static fromConfigMap(configMap: IConfigMap, key: string): EnvValue {
    const reference = configMap.configMapName;
    return new EnvValue({ type: 'config_map_key_reference', reference, key });
  }

  private constructor(
    private readonly variable: EnvVariable,
    /** @internal */
    public readonly _waiver?: Waiver,
  ) {}

  /**
   * Whether it may be a secret that stands in the code: a literal, and none that only switches something.
   * @internal
   */
  public _mayBeSecret(): boolean {
    const { type, value = '' } = this.variable;
    return type === 'literal' && !isSwitch(value);
  }

  /** @internal */
  public _isSecret(): boolean {
    return this.variable.type === 'secret_key_reference';
  }

  /** @internal */
  public _toTerraform(name: string) {
    const { type, value, reference, key } = this.variable;
    return { name, type, value, reference, key };
  }
}

interface EnvVariable {
  readonly type: string;
  readonly value?: string;
  readonly reference?: string;
  readonly key?: string;
}
