/** Reads TypeScript by what the user has: the compiler of their project, `tsx`, or Node itself. */
import * as fs from 'fs';
import { createRequire } from 'module';
import { refuse } from './refusal';

/** As much of the compiler as is used. */
interface Compiler {
  readonly ModuleKind: { readonly CommonJS: number };
  readonly ScriptTarget: { readonly ES2022: number };
  transpileModule?(
    text: string,
    options: {
      readonly fileName: string;
      readonly compilerOptions: object;
      readonly reportDiagnostics: boolean;
    },
  ): { readonly outputText: string; readonly diagnostics?: readonly Diagnostic[] };
}

interface Diagnostic {
  readonly start?: number;
}

interface Tsx {
  readonly require: (file: string, from: string) => unknown;
}

/** A module as Node fills it; the function has no type of its own. */
interface Compiling {
  _compile(text: string, file: string): void;
}

/** Reads what a file of TypeScript exports; types are taken out and not checked. */
export function typeScriptReader(file: string, name = file): () => unknown {
  const load = createRequire(file);
  // deprecated since long, and still what everything that reads TypeScript uses.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { extensions } = load;
  const compiler = found(load, 'typescript') as Compiler | undefined;
  if (compiler?.transpileModule) {
    // files that it imports may be TypeScript too.
    for (const ending of ['.ts', '.cts', '.mts']) {
      extensions[ending] = (module, each) => {
        (module as unknown as Compiling)._compile(compiled(compiler, each), each);
      };
    }
    return () => load(file) as unknown;
  }
  const tsx = found(load, 'tsx/cjs/api') as Tsx | undefined;
  if (tsx) {
    const { require: read } = tsx;
    return () => read(file, file);
  }
  // newer versions of Node take out types themselves.
  if ('.ts' in extensions) return () => load(file) as unknown;
  return refuse({
    at: name,
    got: 'TypeScript, and nothing that reads it',
    expected: 'the package typescript beside it',
    remedy: '`npm install --save-dev typescript`, or take Node 22.18 or later',
  });
}

function compiled(compiler: Compiler, file: string): string {
  const text = fs.readFileSync(file, 'utf8');
  const { outputText, diagnostics = [] } = compiler.transpileModule!(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      module: compiler.ModuleKind.CommonJS,
      target: compiler.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  // the compiler makes something of what is ill-formed too.
  if (diagnostics.length > 0) {
    const line = text.slice(0, diagnostics[0].start).split('\n').length;
    const got = `TypeScript that is ill-formed in line ${line}`;
    refuse({ at: file, got, expected: 'what `tsc` compiles' });
  }
  return outputText;
}

/** A package of the user's, if they have it. */
function found(load: NodeJS.Require, name: string): unknown {
  try {
    load.resolve(name);
  } catch {
    return undefined;
  }
  return load(name) as unknown;
}
