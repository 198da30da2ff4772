/**
 * Joins the sources of what runs in IBM Cloud into one ES module each, under `lib/.gen/runtime`.
 *
 * TypeScript takes the types out; what files import from each other needs no import any more when
 * they stand in one, and what they import from Node stands once, at the top.
 */
import * as fs from 'fs';
import { builtinModules } from 'module';
import * as path from 'path';
import * as ts from 'typescript';
import { argumentsOf, readArguments, runTool, secondsSince, shown } from './tool';

const ROOT = path.join(__dirname, '..');

/**
 * Writes the module of every folder of `lib/runtime` that is not there as it has to be; answers
 * their sizes by name. Each begins in its `main.ts`, whose `start` takes the process.
 */
export function writeRuntimes(root: string = ROOT): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const name of runtimesIn(root)) {
    const text = joined(path.join(root, 'lib', 'runtime', name, 'main.ts'));
    sizes.set(name, Buffer.byteLength(text));
    writeWhole(path.join(root, 'lib', '.gen', 'runtime', `${name}.mjs`), text);
  }
  return sizes;
}

/** What the rest of the library sees of a runtime; all else stands in its module alone. */
const FACE = /^(contract|module)\./;

/** Puts the modules into what is compiled, in place of their compiled sources; answers how many. */
export function shipRuntimes(root: string, out: string): number {
  const names = runtimesIn(root);
  for (const name of names) {
    const file = path.join('.gen', 'runtime', `${name}.mjs`);
    writeWhole(path.join(out, file), fs.readFileSync(path.join(root, 'lib', file), 'utf8'));
    const folder = path.join(out, 'runtime', name);
    const compiled = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
    for (const it of compiled.filter((part) => !FACE.test(part))) fs.rmSync(path.join(folder, it));
  }
  return names.length;
}

function runtimesIn(root: string): string[] {
  const folder = path.join(root, 'lib', 'runtime');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return names.filter((name) => fs.existsSync(path.join(folder, name, 'main.ts'))).sort();
}

// a reader sees the one text or the other.
function writeWhole(file: string, text: string): void {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const next = `${file}.${process.pid}`;
  fs.writeFileSync(next, text);
  fs.renameSync(next, file);
}

/** One module out of a file and all that it imports; it starts by itself. */
export function joined(entry: string): string {
  const parts = new Map<string, Part>();
  visit(entry, parts);
  const imports = new Set([...parts.values()].flatMap((part) => part.imports));
  const bodies = [...parts].map(([file, { body }]) => `// ${path.basename(file)}\n\n${body}`);
  const text = `${[...imports].sort().join('\n')}\n\n${bodies.join('\n')}\nawait start(process);\n`;
  return checked(text, entry);
}

interface Part {
  /** What comes from Node, as lines. */
  readonly imports: readonly string[];
  readonly body: string;
}

// what a file imports stands before it.
function visit(file: string, parts: Map<string, Part>, trail: readonly string[] = []): void {
  if (parts.has(file)) return;
  if (trail.includes(file)) refuse(file, 'an import of itself through others', 'none');
  const imports: string[] = [];
  const body: string[] = [];
  const source = parsed(file);
  for (const node of source.statements) {
    if (ts.isExportDeclaration(node) || ts.isExportAssignment(node)) {
      refuse(file, node.getText(), 'exports where things are declared');
    }
    if (!ts.isImportDeclaration(node)) {
      body.push(node.getFullText().replace(EXPORT, '$1'));
      continue;
    }
    const from = (node.moduleSpecifier as ts.StringLiteral).text;
    if (from.startsWith('.')) {
      if (!isPlain(node)) refuse(file, node.getText(), 'names as they are declared, in braces');
      visit(path.resolve(path.dirname(file), `${from}.ts`), parts, [...trail, file]);
    } else {
      if (!builtinModules.includes(from)) refuse(file, from, 'a module of Node');
      imports.push(...linesOf(node, from));
    }
  }
  parts.set(file, { imports, body: `${body.join('').trim()}\n` });
}

const EXPORT = /^((?:\s|\/\*[^]*?\*\/|\/\/.*)*)export /;

function parsed(file: string): ts.SourceFile {
  const { outputText } = ts.transpileModule(fs.readFileSync(file, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return ts.createSourceFile(file, outputText, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
}

const namesIn = (node: ts.ImportDeclaration) => {
  const bindings = node.importClause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : undefined;
};

const isPlain = (node: ts.ImportDeclaration) =>
  namesIn(node)?.every((element) => element.propertyName === undefined) ?? false;

// a line for each name, so that two files that import the same have it once.
function linesOf(node: ts.ImportDeclaration, from: string): string[] {
  const names = namesIn(node);
  if (names) return names.map((name) => `import { ${name.getText()} } from 'node:${from}';`);
  return [`import ${node.importClause!.getText()} from 'node:${from}';`];
}

// two files that declare the same name show here, as does whatever was cut in the wrong place.
function checked(text: string, entry: string): string {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const source = ts.createSourceFile(entry, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const names = source.statements.flatMap(declared);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice) refuse(entry, `${twice} in two files`, 'a name of its own for each');
  if (diagnostics.length > 0) {
    refuse(entry, ts.flattenDiagnosticMessageText(diagnostics[0].messageText, ' '), 'a module');
  }
  return text;
}

function declared(node: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return [node.name!.text];
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(({ name }) => name.getText());
  }
  return ts.isImportDeclaration(node) ? (namesIn(node)?.map(({ name }) => name.text) ?? []) : [];
}

function refuse(file: string, got: string, expected: string): never {
  throw new Error(`${shown(file)}: got ${got}, expected ${expected}`);
}

const sizeInKb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

if (require.main === module) {
  runTool(async () => {
    const start = Date.now();
    readArguments(argumentsOf(), []);
    for (const [name, size] of writeRuntimes()) {
      console.log(`${name}: ${sizeInKb(size)}, ${secondsSince(start)}`);
    }
  });
}
