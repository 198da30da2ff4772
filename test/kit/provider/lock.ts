/** One process at a time: commands that share a file each start a provider of their own. */
import * as fs from 'fs';

// far longer than a change takes: whoever held the lock that long is gone.
const STALE_MS = 5_000;
const PAUSE_MS = 5;

/** Does the work while no other process does any on the same file. */
export function whileLocked<T>(file: string, work: () => T): T {
  const lock = `${file}.lock`;
  while (!tryLock(lock)) sleep(PAUSE_MS);
  try {
    return work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    fs.closeSync(fs.openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > STALE_MS) fs.rmSync(lock, { force: true });
    return false;
  }
}

/** Holds the whole process: what a provider answers is worked out without a pause. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
