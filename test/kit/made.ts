/** What must be made before a test can run: its absence is told in one line. */
import * as fs from 'fs';
import * as path from 'path';

const ROOT = path.join(__dirname, '..', '..');

/** jest's global set-up: without bindings no test can be read. */
export default function requireBindings(): void {
  const line =
    missing('lib/.gen/providers/ibm/index.ts', 'bindings', 'npm run bindings') ??
    missing('lib/.gen/runtime/certificate-rotation.mjs', 'rotator', 'npm run bindings') ??
    missing('lib/.gen/runtime/origin-guard.mjs', 'guard', 'npm run bindings');
  if (line === undefined) return;
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** For tests about the package as it is shipped. */
export function requireBuild(): void {
  const line = missing('build/index.js', 'built package', 'npm run build');
  if (line !== undefined) throw new Error(line);
}

const missing = (file: string, what: string, script: string) =>
  fs.existsSync(path.join(ROOT, file))
    ? undefined
    : `${file}: got nothing, expected the ${what}; run \`${script}\``;
