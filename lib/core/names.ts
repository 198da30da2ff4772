import { createHash } from 'crypto';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { NameRule } from '../facts/names';

/**
 * A name that IBM Cloud accepts, made of the ids from the stack down to the construct.
 *
 * It depends on the path alone, so a construct keeps its name however its surroundings change.
 */
export function nameOf(construct: Construct, rule: NameRule): string {
  const ids = idsBelowStack(construct);
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

const digest = (ids: readonly string[]) =>
  createHash('sha256').update(ids.join('/')).digest('hex').slice(0, 8);
