/** Reads Terraform as people write it, by HashiCorp's own parser; loaded only when there is some. */
import * as fs from 'fs';
import { locatorOf } from './locator';
import { refuse } from '../refusal';
import { Block } from '../../policy/graph';
import { blocksOfConfiguration } from '../../policy/loaders/configuration';

// no literal, so that the parser is not needed to compile what does not use it.
const PARSER: string = '@cdktf/hcl2json';

/** As much of the parser as is used. */
interface Parser {
  parse(name: string, text: string): Promise<unknown>;
}

/** The blocks of files of HCL, each with its line and with the waivers that stand above it. */
export async function readHcl(files: readonly string[]): Promise<Block[]> {
  if (files.length === 0) return [];
  const parser = await loadParser(files[0]);
  const blocks: Block[] = [];
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    const json = await parsed(parser, file, text);
    blocks.push(...blocksOfConfiguration(json, { file, locate: locatorOf(text) }));
  }
  return blocks;
}

async function parsed(parser: Parser, file: string, text: string): Promise<unknown> {
  try {
    return await parser.parse(file, text);
  } catch (error) {
    const [, place = ''] = /:(\d+),\d+/.exec(String((error as Error)?.message ?? error)) ?? [];
    const got = place === '' ? 'HCL that is ill-formed' : `HCL that is ill-formed in line ${place}`;
    return refuse({
      at: file,
      got,
      expected: 'configuration of Terraform',
      remedy: '`terraform validate` tells more',
    });
  }
}

async function loadParser(file: string): Promise<Parser> {
  try {
    return (await import(PARSER)) as Parser;
  } catch {
    return refuse({
      at: file,
      got: 'HCL, and no parser for it',
      expected: 'the package @cdktf/hcl2json beside this one',
      remedy: '`npm install @cdktf/hcl2json`, or give a plan as JSON',
    });
  }
}
