/** Synthesizes a stack in memory and hands out its Terraform JSON in the shapes that tests ask for. */
import { App, TerraformOutput, TerraformStack, Testing } from 'cdktf';

type Json = Record<string, any>;

/** Terraform JSON of one stack. */
export interface Synthesized {
  readonly json: Json;
  /** `ibm_code_engine_app`, `data.ibm_code_engine_app`, …: one entry a block, sorted. */
  readonly types: readonly string[];
  /** The only block of its type. */
  only(type: string): Json;
  /** Every block of a type. */
  all(type: string): readonly Json[];
}

/** Builds a stack with `define` and synthesizes it. */
export function synthesize(define: (stack: TerraformStack) => void): Synthesized {
  const stack = newStack();
  define(stack);
  // `Testing.synth` takes the comments out in which waivers stand, so they are read from the stack itself.
  const comments = stack.toTerraform() as Json;
  return views(JSON.parse(Testing.synth(stack)) as Json, comments);
}

/** What values look like in Terraform JSON, by the names they are given under. */
export function renderedValues(define: (stack: TerraformStack) => Json): Json {
  const { json } = synthesize((stack) => {
    for (const [name, value] of Object.entries(define(stack))) {
      new TerraformOutput(stack, name, { value });
    }
  });
  return Object.fromEntries(
    Object.entries(json.output as Json).map(([name, { value }]) => [name, value]),
  );
}

/** A stack of its own app, for tests that define constructs one by one. */
export const newStack = (): TerraformStack => new TerraformStack(new App(), 'test');

function views(json: Json, raw: Json): Synthesized {
  const blocks = (part: Json | undefined, prefix: string) =>
    Object.entries(part ?? {}).flatMap(([type, named]) =>
      Object.entries(named as Json).map(([id, body]) => ({ type: prefix + type, id, body })),
    );
  const all = [...blocks(json.resource, ''), ...blocks(json.data, 'data.')];
  return {
    json,
    types: all.map(({ type }) => type).sort(),
    only(type) {
      const found = all.filter((block) => block.type === type);
      if (found.length !== 1) throw new Error(`${type}: got ${found.length} blocks, expected one`);
      const [{ id, body }] = found;
      const comment = raw.resource?.[type]?.[id]?.['//'];
      return comment?.waivers ? { ...body, waivers: comment.waivers } : body;
    },
    all: (type) => all.filter((block) => block.type === type).map(({ body }) => body),
  };
}
