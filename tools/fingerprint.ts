/** One hash over files and folders, to tell whether what was made from them is still fresh. */
import * as crypto from 'crypto';
import * as fs from 'fs';
import * as path from 'path';

/** The hash over the given files and folders, whole, in an order of its own, and over `extra`. */
export function fingerprint(
  root: string,
  parts: readonly string[],
  extra: readonly string[] = [],
): string {
  const hash = crypto.createHash('sha256');
  const files = parts.flatMap((part) => filesUnder(path.join(root, part)));
  for (const file of files.sort()) {
    const content = fs.readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.update(extra.join('\0')).digest('hex');
}

/** Every file under a folder; the file itself for a file; nothing for what is not there. */
export function filesUnder(start: string): string[] {
  const stat = fs.statSync(start, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [start];
  return fs.readdirSync(start).flatMap((name) => filesUnder(path.join(start, name)));
}

/** Whether the file holds exactly this fingerprint. */
export const isFresh = (file: string, wanted: string): boolean =>
  fs.existsSync(file) && fs.readFileSync(file, 'utf8') === wanted;
