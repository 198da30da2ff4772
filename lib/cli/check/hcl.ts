/** Reads Terraform as people write it, by HashiCorp's own parser; loaded only when there is some. */
import * as fs from 'fs';
import { locatorOf } from './locator';
import { refuse } from '../refusal';
import { Part } from '../../policy/loaders/configuration';
import { list, record } from '../../policy/loaders/json';

// no literal, so that the parser is not needed to compile what does not use it.
const PARSER: string = '@cdktf/hcl2json';

/** As much of the parser as is used. */
interface Parser {
  parse(name: string, text: string): Promise<unknown>;
}

/** Files of HCL as JSON, whose blocks know their line and the waivers that stand above them. */
export async function readHcl(files: readonly string[]): Promise<Part[]> {
  if (files.length === 0) return [];
  const parser = await loadParser(files[0]);
  const parts: Part[] = [];
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    parts.push({
      json: await parsed(parser, file, text),
      origin: { file, locate: locatorOf(text) },
    });
  }
  return parts;
}

async function parsed(parser: Parser, file: string, text: string): Promise<unknown> {
  try {
    return withNames(await parser.parse(file, text));
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

/** The parser takes the attributes in `ignore_changes` for expressions; there they are names, as in JSON. */
function withNames(json: unknown): unknown {
  for (const { lifecycle } of bodiesOf(record(json).resource)) {
    for (const it of list(lifecycle).map(record)) {
      const { ignore_changes: names } = it;
      if (names !== undefined) Object.assign(it, { ignore_changes: plainNames(names) });
    }
  }
  return json;
}

const plainNames = (names: unknown): unknown =>
  Array.isArray(names)
    ? names.map(plainNames)
    : typeof names === 'string'
      ? names.replace(/^\$\{([\w.-]+)\}$/, '$1')
      : names;

/** The bodies of all blocks by type and name. */
const bodiesOf = (types: unknown) =>
  Object.values(record(types))
    .flatMap((named) => Object.values(record(named)))
    .flatMap((bodies) => list(bodies).map(record));

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
