import { Fn, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { rejectValue } from '../../core';

/** Options for `SecretValue.fromVariable`. */
export interface SecretVariableOptions {
  /**
   * What the variable is for; Terraform shows it when it asks for the value.
   * @default - no description
   */
  readonly description?: string;
}

// trap code-engine/secret-data-is-printed-in-plan: only what Terraform knows to be sensitive can become a secret.

/**
 * A secret on its way into Terraform; it never holds the secret itself, only where Terraform finds it.
 *
 * There is no way to make one from a literal, so that none can stand in code, synthesized files or reports.
 * State holds what Terraform reads, in clear: keep it in an encrypted backend.
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data
 */
export class SecretValue {
  /**
   * A secret that is given to Terraform as a sensitive variable: by `TF_VAR_<name>`, a variables file or a prompt.
   *
   * The variable belongs to the stack; asking twice for one name gives the same variable.
   * @param name the name of the variable, as Terraform is to see it
   */
  public static fromVariable(
    scope: Construct,
    name: string,
    options: SecretVariableOptions = {},
  ): SecretValue {
    const stack = TerraformStack.of(scope);
    const id = `secret-${name}`;
    const variable =
      (stack.node.tryFindChild(id) as TerraformVariable | undefined) ??
      sensitiveVariable(stack, id, name, options);
    return new SecretValue(variable.stringValue);
  }

  /**
   * A secret that another resource of the stack hands out, such as the payload of a Secrets Manager secret.
   * @param reference an attribute of that resource, as the resource hands it out
   * @throws an error when it is a literal, which it does not repeat
   */
  public static fromReference(reference: string): SecretValue {
    rejectValue(
      'SecretValue',
      Token.isUnresolved(reference)
        ? []
        : [
            {
              prop: 'reference',
              got: `a literal of ${String(reference).length} characters`,
              expected: 'an attribute that a resource hands out',
              remedy: 'give literals as a variable, by SecretValue.fromVariable',
            },
          ],
    );
    return new SecretValue(reference);
  }

  private constructor(
    /** @internal */
    public readonly _reference: string,
  ) {}

  /** The reference, marked sensitive, for an attribute of a resource of your own. */
  public toTerraform(): string {
    return Fn.sensitive(this._reference) as string;
  }

  /** Says that it is a secret, and no more. */
  public toString(): string {
    return 'a secret';
  }
}

function sensitiveVariable(
  stack: TerraformStack,
  id: string,
  name: string,
  options: SecretVariableOptions,
): TerraformVariable {
  const variable = new TerraformVariable(stack, id, {
    type: 'string',
    sensitive: true,
    nullable: false,
    description: options.description,
  });
  variable.overrideLogicalId(name);
  return variable;
}
