import { Waiver } from '../waiver';
import { IAppSecret } from '../secrets/app-secret';

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

  private constructor(
    private readonly variable: EnvVariable,
    /** @internal */
    public readonly _waiver?: Waiver,
  ) {}

  /** @internal */
  public _isLiteral(): boolean {
    return this.variable.type === 'literal';
  }

  /** @internal */
  public _toTerraform(name: string): EnvVariable & { readonly name: string } {
    return { name, ...this.variable };
  }
}

interface EnvVariable {
  readonly type: 'literal' | 'secret_key_reference';
  readonly value?: string;
  readonly reference?: string;
  readonly key?: string;
}
