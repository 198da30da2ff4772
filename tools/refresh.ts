/** Reads the provider's schema into `provider/` and says where it contradicts the facts there. */
import { execFile } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { stripVTControlCharacters } from 'util';
import { VERSION_CONSTRAINT } from './bindings';
import { Report, compare } from './contradictions';
import { Schemas, cut, lackingTypes } from './cut';
import {
  PROVIDER_DIR,
  ProviderData,
  REGISTRY_KEY,
  TypeData,
  TypeSchema,
  readProvider,
  writeProvider,
} from './provider-data';
import { argumentsOf, readArguments, runTool } from './tool';
import { WantedTypes, listedTypes } from './type-list';

/** Runs Terraform with the given arguments in a folder and answers its standard output. */
export type Terraform = (args: readonly string[], cwd: string) => Promise<string>;

export interface RefreshOptions {
  readonly providerDir?: string;
  /** A version constraint as Terraform knows it. */
  readonly version?: string;
  /** A file with the answer of `terraform providers schema -json`, of exactly this version; nothing is fetched then. */
  readonly from?: string;
  /** Writes nothing. */
  readonly check?: boolean;
  readonly terraform?: Terraform;
  readonly log?: (line: string) => void;
}

const TIMEOUT_MS = 10 * 60 * 1000;
const MAX_ANSWER = 256 * 1024 * 1024;

/** Refreshes `provider/`; whatever fails on the way leaves it as it was. */
export async function refresh(
  options: RefreshOptions = {},
): Promise<Report & { readonly version: string }> {
  const { providerDir = PROVIDER_DIR, log = console.log } = options;
  const before = readProvider(providerDir);
  const listed = listedTypes(providerDir);
  const answer = options.from
    ? schemaFile(options.from, options.version)
    : await askTerraform(options, before.source, log);
  const known = {
    resources: Object.keys(before.resources),
    dataSources: Object.keys(before.dataSources),
  };
  // a recorded type may be gone from the provider; one that is only listed must be there.
  const gone = lackingTypes(answer.schema, known);
  const schemas = cut(answer.schema, without(joined(known, listed), gone));
  const after = merged(before, schemas, answer.version);
  const report = compare(before, after);
  if (!options.check) replaceProvider(after, providerDir);
  return { ...report, version: answer.version };
}

async function askTerraform(options: RefreshOptions, source: string, log: (line: string) => void) {
  const { version = VERSION_CONSTRAINT, terraform = terraformIn() } = options;
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'refresh-'));
  try {
    const config = { terraform: { required_providers: { ibm: { source, version } } } };
    fs.writeFileSync(path.join(dir, 'main.tf.json'), JSON.stringify(config));
    log(`fetching ${source} ${version}`);
    await terraform(['init', '-backend=false', '-input=false', '-no-color'], dir);
    log('reading its schema');
    const schema = readJson('schema', await terraform(['providers', 'schema', '-json'], dir));
    const about = readJson('version', await terraform(['version', '-json'], dir));
    const selected = (about as { provider_selections?: Record<string, string> })
      .provider_selections;
    const found = selected?.[REGISTRY_KEY];
    if (!found)
      throw new Error(`terraform version: got no version of ${REGISTRY_KEY}, expected one`);
    return { schema, version: found };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

function schemaFile(file: string, version: string | undefined) {
  if (!version) throw new Error(`${file}: got no version, expected the one that it was read from`);
  if (!fs.existsSync(file)) throw new Error(`${file}: got no such file, expected a schema`);
  return { schema: readJson(`schema in ${file}`, fs.readFileSync(file, 'utf8')), version };
}

function readJson(what: string, answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    throw new Error(`terraform ${what}: got '${answer.slice(0, 60)}', expected JSON`);
  }
}

/** The `terraform` on the PATH, with the CLI configuration that the environment names. */
export const terraformIn =
  (env: NodeJS.ProcessEnv = process.env): Terraform =>
  (args, cwd) =>
    new Promise((answer, fail) => {
      const limits = { cwd, env, timeout: TIMEOUT_MS, maxBuffer: MAX_ANSWER };
      execFile('terraform', [...args], limits, (error, stdout, stderr) => {
        if (!error) return answer(stdout);
        const patience = `no answer in ${TIMEOUT_MS / 1000} s`;
        const said = stderr.trim() || (error.killed ? patience : error.message);
        fail(new Error(`terraform ${args[0]} failed: ${oneLine(said)}`));
      });
    });

// Terraform colours and frames its messages, and may put warnings before the error.
function oneLine(message: string): string {
  const text = stripVTControlCharacters(message);
  return text
    .slice(Math.max(0, text.indexOf('Error: ')))
    .replace(/[│╷╵\s]+/g, ' ')
    .trim();
}

function merged(before: ProviderData, schemas: Schemas, version: string): ProviderData {
  const withFacts = (types: Record<string, TypeSchema>, old: Record<string, TypeData>) =>
    Object.fromEntries(
      Object.entries(types).map(([name, schema]) => [
        name,
        { schema, facts: old[name]?.facts ?? { attributes: {} } },
      ]),
    );
  return {
    source: before.source,
    version,
    configuration: { schema: schemas.configuration, facts: before.configuration.facts },
    resources: withFacts(schemas.resources, before.resources),
    dataSources: withFacts(schemas.dataSources, before.dataSources),
  };
}

// all is written aside first; what is left to do then is a handful of renames.
function replaceProvider(data: ProviderData, dir: string): void {
  const next = fs.mkdtempSync(path.join(dir, '.next-'));
  try {
    writeProvider(data, next);
    const old = path.join(next, 'old');
    fs.mkdirSync(old);
    for (const part of ['resources', 'data-sources', 'provider.json']) {
      fs.renameSync(path.join(dir, part), path.join(old, part));
      fs.renameSync(path.join(next, part), path.join(dir, part));
    }
  } finally {
    fs.rmSync(next, { recursive: true, force: true });
  }
}

const joined = (...lists: readonly WantedTypes[]): WantedTypes => ({
  resources: [...new Set(lists.flatMap((list) => list.resources))],
  dataSources: [...new Set(lists.flatMap((list) => list.dataSources))],
});

const without = (list: WantedTypes, gone: WantedTypes): WantedTypes => ({
  resources: list.resources.filter((name) => !gone.resources.includes(name)),
  dataSources: list.dataSources.filter((name) => !gone.dataSources.includes(name)),
});

/** What a person reads of a refresh. */
export function reportText({
  version,
  contradictions,
  news,
}: Report & { version: string }): string {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
  return [
    `provider ${version}: ${contradictions.length} contradictions, ${news.length} new`,
    ...section('the facts contradict the schema', contradictions),
    ...section('new, to be given facts', news),
  ].join('\n');
}

if (require.main === module) {
  runTool(async () => {
    const { flags, rest } = readArguments(argumentsOf(), ['--check', '--from']);
    const [from, version] = flags.has('--from') ? rest : [undefined, ...rest];
    const result = await refresh({ from, version, check: flags.has('--check') });
    console.log(reportText(result));
    return result.contradictions.length === 0 ? 0 : 1;
  });
}
