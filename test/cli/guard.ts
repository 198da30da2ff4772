/** `ce-guard` as it is built, in a folder of a user's with files and packages of theirs. */
import * as fs from 'fs';
import * as path from 'path';
import { inTemporaryFolder } from '../kit/temporary';
import { command } from './command';

const ROOT = path.join(__dirname, '..', '..');
const GUARD = path.join(ROOT, 'build', 'cli', 'main.js');

export interface UserFolder {
  readonly files: Readonly<Record<string, string>>;
  /** What is installed there, of what this checkout has. */
  readonly packages?: readonly string[];
}

/** Runs it there; answers the exit code and all that it wrote. */
export function guard(args: readonly string[], { files, packages = [] }: UserFolder) {
  return inTemporaryFolder(async (dir) => {
    for (const [name, text] of Object.entries({ 'node_modules/.keep': '', ...files })) {
      fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
      fs.writeFileSync(path.join(dir, name), text);
    }
    for (const name of packages) {
      const target = name === OWN ? ROOT : path.join(ROOT, 'node_modules', name);
      fs.symlinkSync(target, path.join(dir, 'node_modules', name));
    }
    return command(process.execPath, [GUARD, ...args], { cwd: dir, limit: 30 });
  });
}

export const OWN = 'cdktf-ibm-code-engine';
