import * as fs from 'fs';
import * as path from 'path';

/** One stack of a synthesis, by its name. */
export interface LoadedStack {
  readonly name: string;
  readonly file: string;
  readonly json: unknown;
}

/** The stacks of a folder that cdktf wrote, as its manifest lists them. */
export function stacksOfOutput(dir: string): LoadedStack[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(dir, 'manifest.json'), 'utf8')) as {
    readonly stacks?: Readonly<Record<string, { readonly synthesizedStackPath?: string }>>;
  };
  return Object.entries(manifest.stacks ?? {}).map(([name, { synthesizedStackPath }]) => {
    const file = path.join(dir, synthesizedStackPath ?? `stacks/${name}/cdk.tf.json`);
    const json = JSON.parse(fs.readFileSync(file, 'utf8')) as unknown;
    return { name, file, json };
  });
}
