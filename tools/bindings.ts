/** Generates the bindings of the types in `provider/types.json` into `lib/.gen`, offline. */
import * as fs from 'fs';
import * as path from 'path';
import { filesUnder, fingerprint, isFresh } from './fingerprint';
import { lazyReferences } from './lazy-references';
import { PROVIDER_DIR, ProviderData, readProvider, terraformSchema } from './provider-data';
import { writeRuntimes } from './runtime';
import { argumentsOf, readArguments, runTool, secondsSince, shown } from './tool';
import { trim } from './trim';
import { WantedTypes, wantedTypes } from './type-list';

/** What users may run: the minor versions of one major line, never one exact version. */
export const VERSION_CONSTRAINT = '~> 2.5';

const ROOT = path.join(__dirname, '..');
const OWN_SOURCES = ['bindings', 'lazy-references', 'provider-data', 'trim', 'type-list'];
const NOISE = ['lazy-index.ts', 'README.md'];

export interface BindingsOptions {
  readonly providerDir?: string;
  readonly outDir?: string;
  readonly force?: boolean;
}

export interface BindingsResult {
  readonly fresh: boolean;
  readonly types: number;
  /** Bytes as the generator wrote them, and as they are kept. */
  readonly generated: number;
  readonly kept: number;
}

/** Writes the bindings unless they are fresh; a failure leaves those that stand there whole. */
export async function writeBindings(options: BindingsOptions = {}): Promise<BindingsResult> {
  const { providerDir = PROVIDER_DIR, outDir = path.join(ROOT, 'lib', '.gen') } = options;
  const mark = path.join(outDir, 'fingerprint');
  const wanted = bindingsFingerprint(providerDir);
  if (!options.force && isFresh(mark, wanted)) {
    return { fresh: true, types: 0, generated: 0, kept: 0 };
  }
  const data = readProvider(providerDir);
  const types = wantedTypes(data, providerDir);
  fs.mkdirSync(outDir, { recursive: true });
  const next = fs.mkdtempSync(path.join(outDir, '.next-'));
  try {
    const raw = path.join(next, 'raw');
    await generate(data, types, raw);
    const generated = sizeOf(raw);
    refine(raw);
    const kept = sizeOf(raw);
    fs.rmSync(mark, { force: true });
    swap(path.join(raw, 'providers'), path.join(outDir, 'providers'), path.join(next, 'old'));
    fs.writeFileSync(mark, wanted);
    return { fresh: false, types: count(types), generated, kept };
  } finally {
    fs.rmSync(next, { recursive: true, force: true });
  }
}

/** The generator's own output, untouched, for the given types. */
export async function generate(data: ProviderData, types: WantedTypes, dir: string): Promise<void> {
  const { generator, commons } = loadGenerator();
  const code = new generator.CodeMaker();
  const schema = terraformSchema(data, types.resources, types.dataSources);
  const constraint = new commons.TerraformProviderConstraint(
    `${data.source}@${VERSION_CONSTRAINT}`,
  );
  const target = new commons.ConstructsMakerProviderTarget(constraint, commons.Language.TYPESCRIPT);
  new generator.TerraformProviderGenerator(code, schema as never).generate(target);
  fs.mkdirSync(dir, { recursive: true });
  await code.save(dir);
}

/** Makes the generator's output what the library ships: lazy, small, and fit for jsii. */
export function refine(dir: string): void {
  for (const file of filesUnder(dir)) {
    if (NOISE.includes(path.basename(file))) fs.rmSync(file);
    else fs.writeFileSync(file, refined(file));
  }
}

function refined(file: string): string {
  try {
    return trim(lazyReferences(fs.readFileSync(file, 'utf8')));
  } catch (cause) {
    const type = path.basename(path.dirname(file));
    throw new Error(`${type}/index.ts: ${(cause as Error).message}`, { cause });
  }
}

// loaded late, for a run that finds all fresh must not wait for it.
function loadGenerator() {
  const { TERRAFORM_BINARY_NAME: binary } = process.env;
  // importing commons runs `terraform version`, which nothing here needs and which may complain;
  // the name of no program spares it. It would report that to HashiCorp, unless told not to.
  process.env.TERRAFORM_BINARY_NAME = path.join(ROOT, 'no-terraform');
  process.env.CHECKPOINT_DISABLE ??= '1';
  try {
    const commons = require('@cdktf/commons') as typeof import('@cdktf/commons');
    const generator =
      require('@cdktf/provider-generator') as typeof import('@cdktf/provider-generator');
    return { commons, generator };
  } finally {
    if (binary === undefined) delete process.env.TERRAFORM_BINARY_NAME;
    else process.env.TERRAFORM_BINARY_NAME = binary;
  }
}

/** Changes whenever the bindings would. */
export function bindingsFingerprint(providerDir: string = PROVIDER_DIR): string {
  const own = fingerprint(
    __dirname,
    OWN_SOURCES.map((name) => `${name}.ts`),
  );
  const { version } = require('@cdktf/provider-generator/package.json') as { version: string };
  return fingerprint(
    providerDir,
    ['provider.json', 'types.json', 'resources', 'data-sources'],
    [own, version],
  );
}

function swap(next: string, place: string, old: string): void {
  if (fs.existsSync(place)) fs.renameSync(place, old);
  fs.renameSync(next, place);
}

const sizeOf = (dir: string) =>
  filesUnder(dir).reduce((sum, file) => sum + fs.statSync(file).size, 0);

const count = (types: WantedTypes) => types.resources.length + types.dataSources.length;

if (require.main === module) {
  runTool(async () => {
    const start = Date.now();
    const { flags } = readArguments(argumentsOf(), ['--force']);
    const result = await writeBindings({ force: flags.has('--force') });
    const where = shown(path.join(ROOT, 'lib', '.gen'));
    // what else is made before a test can run.
    writeRuntimes();
    if (result.fresh) return console.log(`bindings in ${where} are fresh`);
    const [before, after] = [result.generated, result.kept].map(
      (bytes) => `${Math.round(bytes / 1024)} KB`,
    );
    console.log(
      `bindings of ${result.types} types in ${where}: ` +
        `${before} cut to ${after}, ${secondsSince(start)}`,
    );
  });
}
