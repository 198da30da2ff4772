import { Token, ref } from 'cdktf';

/**
 * A text as it stands inside an expression of Terraform; what Terraform has yet to fill in stays as it is.
 *
 * cdktf puts texts into calls of functions without escaping quotes, backslashes and `%{`.
 */
export function quoted(text: string): string {
  return Token.isUnresolved(text) ? text : Token.asString(ref(literalOf(text)));
}

const literalOf = (text: string) => JSON.stringify(text).replace(/([$%])\{/g, '$1$1{');
