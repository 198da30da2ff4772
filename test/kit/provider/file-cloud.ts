/** An account that lasts as long as its file: what one command makes, the next one meets. */
import * as fs from 'fs';
import { Cloud, CloudContents, RememberedCloud, Stored } from './cloud';
import { whileLocked } from './lock';
import { ObjectValue } from './msgpack';

/** The environment variable that names the file, for a provider that Terraform starts. */
export const CLOUD_FILE = 'IBM_CLOUD_DOUBLE_FILE';

// wider than what a number holds without loss; no name of the provider's begins with a dollar.
const BIG = '$integer';

/**
 * Reads its file again whenever that has changed and writes it after each change, so that processes
 * side by side and edits by hand are seen at once. A file that it cannot read it leaves as it is.
 */
export class FileCloud implements Cloud {
  private cloud = new RememberedCloud();
  private seen = '';

  /** @throws one clear line when the file is damaged */
  constructor(private readonly file: string) {
    this.refresh();
  }

  /** How many resources exist. */
  public get size(): number {
    return this.refresh().size;
  }

  public get(type: string, id: string): ObjectValue | undefined {
    return this.refresh().get(type, id);
  }

  public put(type: string, id: string, value: ObjectValue): void {
    this.change((cloud) => cloud.put(type, id, value));
  }

  public delete(type: string, id: string): void {
    this.change((cloud) => cloud.delete(type, id));
  }

  public list(type: string): readonly Stored[] {
    return this.refresh().list(type);
  }

  public count(key: string): number {
    return this.change((cloud) => cloud.count(key));
  }

  private change<T>(work: (cloud: RememberedCloud) => T): T {
    return whileLocked(this.file, () => {
      const result = work(this.refresh());
      const fresh = `${this.file}.new`;
      // it holds secrets, as Terraform's state does.
      fs.writeFileSync(fresh, textOf(this.cloud.contents), { mode: 0o600 });
      fs.renameSync(fresh, this.file);
      this.seen = this.stamp();
      return result;
    });
  }

  private refresh(): RememberedCloud {
    const stamp = this.stamp();
    if (stamp === this.seen) return this.cloud;
    this.cloud = new RememberedCloud(stamp === '' ? undefined : readContents(this.file));
    this.seen = stamp;
    return this.cloud;
  }

  /** Changes whenever the file does; nothing where there is none. */
  private stamp(): string {
    const stat = fs.statSync(this.file, { bigint: true, throwIfNoEntry: false });
    return stat ? [stat.ino, stat.size, stat.mtimeNs].join(' ') : '';
  }
}

const textOf = (contents: CloudContents): string => `${JSON.stringify(contents, write, 2)}\n`;

function readContents(file: string): CloudContents {
  const contents = parse(file);
  const { resources, counts = {} } = isRecord(contents) ? contents : {};
  const isTable = (byId: unknown) => isRecord(byId) && Object.values(byId).every(isRecord);
  const isWhole =
    isRecord(resources) &&
    Object.values(resources).every(isTable) &&
    isRecord(counts) &&
    Object.values(counts).every((count) => typeof count === 'number');
  if (!isWhole) throw damaged(file, 'got JSON of another shape');
  return { resources, counts } as CloudContents;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'), read);
  } catch (cause) {
    // the reason would quote the file, and that holds secrets.
    throw damaged(file, 'got no readable JSON', cause);
  }
}

const damaged = (file: string, got: string, cause?: unknown): Error =>
  new Error(`${file}: ${got}, expected a cloud as the provider keeps it; mend or remove it`, {
    cause,
  });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const write = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? { [BIG]: String(value) } : value;

const read = (_: string, value: unknown): unknown =>
  isRecord(value) && typeof value[BIG] === 'string' ? BigInt(value[BIG]) : value;
