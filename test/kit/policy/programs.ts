/** Programs that nobody wrote: constructs with props of every kind, and their Terraform changed here and there. */
import * as path from 'path';
import { App, TerraformStack } from 'cdktf';
import * as fc from 'fast-check';
import { ROOT, filesIn } from '../fresh';
import type { Judged } from '../judged';
import { withProvider } from '../samples';
import { schemaOf } from './schema';

type Json = Record<string, any>;

/** A place in the Terraform that is changed: which, counted round, and how. */
interface Change {
  readonly at: number;
  readonly how: 'left out' | 'turned' | 'a variable' | 'a local value';
}

/** The constructs of the property tests, with their props; none of those tests is run. */
function everyConstruct(): readonly Judged[] {
  const found: Judged[] = [];
  const actual = jest.requireActual<object>('../judged');
  jest.doMock('../judged', () => ({
    ...actual,
    judges: (constructs: readonly Judged[]) => found.push(...constructs),
  }));
  for (const file of filesIn('test/terraform/properties', '.test.ts')) {
    require(path.join(ROOT, file));
  }
  jest.dontMock('../judged');
  return found;
}

/** Configurations that Terraform may accept, each with a handful of constructs. */
export function programs(): fc.Arbitrary<Json> {
  const constructs = everyConstruct();
  const part = fc.record({ which: fc.nat(constructs.length - 1), seed: fc.nat() });
  const change: fc.Arbitrary<Change> = fc.record({
    at: fc.nat(9999),
    how: fc.constantFrom('left out', 'turned', 'a variable', 'a local value'),
  });
  return fc
    .tuple(
      fc.array(part, { minLength: 6, maxLength: 12 }),
      fc.array(change, { minLength: 2, maxLength: 8 }),
    )
    .map(([parts, changes]) => {
      const stack = withProvider((it) => {
        parts.forEach(({ which, seed }, at) => define(constructs[which], it, `c${at}`, seed));
      });
      const json = JSON.parse(JSON.stringify(stack.toTerraform())) as Json;
      json.terraform = { required_providers: { ibm: { source: 'IBM-Cloud/ibm' } } };
      changes.forEach((it, at) => apply(it, json, `changed_${at}`));
      return json;
    });
}

/** Defines a construct, unless it refuses its props. */
function define(
  [, arbitrary, make]: Judged,
  stack: TerraformStack,
  id: string,
  seed: number,
): void {
  const defined = (it: TerraformStack) => {
    const [props] = fc.sample(arbitrary(it), { numRuns: 1, seed });
    make(it, id, props);
  };
  try {
    defined(new TerraformStack(new App(), 'scratch'));
  } catch {
    return;
  }
  defined(stack);
}

/** Changes one attribute that may be left out. */
function apply({ at, how }: Change, json: Json, name: string): void {
  const places = Object.entries((json.resource ?? {}) as Json).flatMap(([type, named]) =>
    Object.values(named as Json).flatMap((body: Json) =>
      Object.keys(body)
        .filter((it) => schemaOf('resource', type).attributes?.[it]?.optional)
        .map((attribute) => ({ body, attribute })),
    ),
  );
  if (places.length === 0) return;
  const { body, attribute } = places[at % places.length];
  const value = body[attribute] as unknown;
  if (how === 'left out') {
    delete body[attribute];
  } else if (how === 'turned') {
    if (typeof value === 'boolean') body[attribute] = !value;
  } else if (typeof value !== 'string' || !value.includes('${')) {
    if (how === 'a variable') {
      (json.variable ??= {})[name] = { default: value };
      body[attribute] = `\${var.${name}}`;
    } else {
      (json.locals ??= {})[name] = value;
      body[attribute] = `\${local.${name}}`;
    }
  }
}
