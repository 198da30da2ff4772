/** Reads what the caller names, as JSON: never more than fits, never with a stack trace. */
import * as fs from 'fs';
import { Problem, refuse } from './refusal';
import { World } from './world';

/** More than any report; above it a pipeline was given something else. */
export const MOST_BYTES = 64 * 1024 * 1024;
export const TOO_MUCH = 'too much';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'a file without permission to read it',
  EISDIR: 'a folder',
  ERR_INVALID_ARG_VALUE: 'a name that no file can have',
};

/** The JSON in a file, or on stdin for `-`. */
export async function readJson(
  file: string,
  world: World,
  expected: string,
  remedy?: string,
): Promise<unknown> {
  const wrong = (got: string) => refuse({ at: nameOf(file), got, expected });
  if (file === '-' && !world.stdin) return wrong('a terminal');
  let bytes: Buffer | typeof TOO_MUCH;
  try {
    bytes = await readBytes(file === '-' ? world.stdin! : fs.createReadStream(file));
  } catch (error) {
    const { code = 'an error' } = error as NodeJS.ErrnoException;
    return wrong(WORDS[code] ?? `${code} from the file system`);
  }
  if (bytes === TOO_MUCH) return wrong(`more than ${MOST_BYTES / 1024 / 1024} MB`);
  return parseJson(textOf(bytes), { at: nameOf(file), expected, remedy });
}

/** What a text says as JSON; a text that does not parse is described, never quoted. */
export function parseJson(text: string, { at, expected, remedy }: Omit<Problem, 'got'>): unknown {
  if (text.trim() === '') return refuse({ at, got: 'nothing', expected, remedy });
  try {
    return JSON.parse(text);
  } catch {
    const got = /^\s*[[{]/.test(text) ? 'JSON that breaks off or is ill-formed' : 'another text';
    return refuse({ at, got, expected, remedy });
  }
}

/** All bytes of a stream, or `TOO_MUCH`; what is beyond the limit is not read. */
export async function readBytes(
  stream: AsyncIterable<Uint8Array>,
  most: number = MOST_BYTES,
): Promise<Buffer | typeof TOO_MUCH> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > most) return TOO_MUCH;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The text in bytes; older PowerShells write UTF-16 where `>` sends a report to a file. */
export function textOf(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(wide ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

/** A file as an error names it. */
export const nameOf = (file: string): string => (file === '-' ? 'stdin' : file);
