/** Folders that are gone when their owner is. */
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

/** Makes an empty folder; short, because the path of a unix socket in it must be. */
export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'ce-'));
}

/** Lends an empty folder for the time of some work. */
export async function inTemporaryFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = temporaryFolder();
  try {
    return await work(dir);
  } finally {
    removeFolder(dir);
  }
}

/** The same for work that waits for nothing. */
export function withTemporaryFolder<T>(work: (dir: string) => T): T {
  const dir = temporaryFolder();
  try {
    return work(dir);
  } finally {
    removeFolder(dir);
  }
}

export function removeFolder(dir: string): void {
  fs.rmSync(dir, { recursive: true, force: true });
}
