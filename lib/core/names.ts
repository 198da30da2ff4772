import { createHash } from 'crypto';
import { DefaultTokenResolver, StringConcat, TerraformStack, Tokenization } from 'cdktf';
import { Construct } from 'constructs';
import { NameRule } from '../facts/names';

/**
 * A name that IBM Cloud accepts, made of the ids from the stack down to the construct.
 *
 * It depends on the path alone, so a construct keeps its name however its surroundings change.
 */
export function nameOf(construct: Construct, rule: NameRule): string {
  return nameFrom(idsBelowStack(construct), rule);
}

/** The same for what belongs to the account: the stack's own id comes first, so that two stacks do not meet in it. */
export function accountNameOf(construct: Construct, rule: NameRule): string {
  return nameFrom([TerraformStack.of(construct).node.id, ...idsBelowStack(construct)], rule);
}

function nameFrom(ids: readonly string[], rule: NameRule): string {
  const plain = ids
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const name = plain === '' ? `x${digest(ids)}` : plain;
  return name.length <= rule.most ? name : `${name.slice(0, rule.most - 9)}-${digest(ids)}`;
}

function idsBelowStack(construct: Construct): string[] {
  const stack = TerraformStack.of(construct).node.path;
  return construct.node.path
    .slice(stack.length)
    .split('/')
    .filter((id) => id !== '' && id !== 'Resource' && id !== 'Default');
}

const digest = (ids: readonly string[]) => shortDigest(ids.join('/'));

/** Eight characters that stand for a text. */
export const shortDigest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Eight characters that stand for a value at every synthesis, although only Terraform may know the value. */
export function keyOf(scope: Construct, value: string): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return shortDigest(String(Tokenization.resolve(value, { scope, resolver, preparing: false })));
}
