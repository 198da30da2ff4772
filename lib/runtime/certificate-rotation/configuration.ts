/** Reads the environment of the job; all that is wrong with it is told at once. */
import { X509Certificate } from 'crypto';
import { GIVEN_VARIABLES, ROTATION_DEFAULTS, RotationTask, VARIABLES } from './contract';
import { Problem } from './failure';
import { readCertificates } from './pair';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a run works with; times are milliseconds. */
export interface Configuration {
  readonly tasks: readonly RotationTask[];
  readonly profile: { readonly profile_id: string } | { readonly profile_name: string };
  readonly secretsManagerUrls: readonly string[];
  readonly iamUrls: readonly string[];
  readonly codeEngineUrls: readonly string[];
  readonly projectId: string;
  readonly tokenFile: string;
  readonly roots: readonly X509Certificate[];
  readonly deadline: number;
  readonly callTimeout: number;
  readonly attempts: number;
  readonly backoff: number;
  readonly clockSkew: number;
}

type ReadFile = (file: string) => string;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SECRET_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** The configuration, or without it the problems. */
export function readConfiguration(
  env: Environment,
  readFile: ReadFile,
): { readonly configuration?: Configuration; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const note = (at: string, got: string, expected: string) => {
    problems.push({ at, got, expected });
  };
  const read = readerOf(env, note);
  const configuration = {
    tasks: tasksOf(read.text(VARIABLES.tasks), note),
    profile: profileOf(env, note),
    secretsManagerUrls: read.urls(VARIABLES.secretsManagerUrls),
    iamUrls: read.urls(VARIABLES.iamUrls, ROTATION_DEFAULTS.iamUrls),
    codeEngineUrls: env[VARIABLES.codeEngineUrls]
      ? read.urls(VARIABLES.codeEngineUrls)
      : read.urls(GIVEN_VARIABLES.codeEngineUrl),
    projectId: read.uuid(GIVEN_VARIABLES.projectId),
    tokenFile: env[VARIABLES.tokenFile] || ROTATION_DEFAULTS.tokenFile,
    roots: rootsOf(env[VARIABLES.rootsFile], readFile, note),
    deadline: read.number(VARIABLES.deadline, ROTATION_DEFAULTS.deadlineSeconds, 86_400) * 1000,
    callTimeout:
      read.number(VARIABLES.callTimeout, ROTATION_DEFAULTS.callTimeoutSeconds, 600) * 1000,
    attempts: Math.ceil(read.number(VARIABLES.attempts, ROTATION_DEFAULTS.attempts, 100)),
    backoff: read.number(VARIABLES.backoff, ROTATION_DEFAULTS.backoffMilliseconds, 60_000),
    clockSkew: read.number(VARIABLES.clockSkew, ROTATION_DEFAULTS.clockSkewSeconds, 86_400) * 1000,
  };
  const tokenProblem = tokenProblemIn(configuration.tokenFile, readFile);
  if (tokenProblem) problems.push(tokenProblem);
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
    note('NODE_TLS_REJECT_UNAUTHORIZED', '0', 'nothing, for servers have to prove who they are');
  }
  return problems.length > 0 ? { problems } : { configuration, problems };
}

type Note = (at: string, got: string, expected: string) => void;

// whatever a variable holds may be a secret that got into the wrong place.
const described = (text: string | undefined) =>
  text ? `a text of ${text.length} characters` : 'nothing';

function readerOf(env: Environment, note: Note) {
  const text = (name: string): string => {
    if (!env[name]) note(name, 'nothing', 'a value');
    return env[name] ?? '';
  };
  return {
    text,
    uuid(name: string): string {
      const value = env[name] ?? '';
      if (!UUID.test(value)) note(name, described(value), 'a UUID');
      return value;
    },
    urls(name: string, standard?: string): string[] {
      const given = env[name] || standard;
      const urls = (given ?? '').split(',').map((it) => it.trim());
      const right = urls.map(baseOf).filter((it) => it !== undefined);
      if (right.length < urls.length) {
        note(name, described(given), 'URLs that begin with https://, between commas');
      }
      return right;
    },
    number(name: string, standard: number, most: number): number {
      const given = env[name];
      const value = given ? Number(given) : standard;
      if (given && !(/^\d*\.?\d+$/.test(given) && value > 0 && value <= most)) {
        note(name, described(given), `a number above 0, at most ${most}`);
      }
      return value;
    },
  };
}

function baseOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username || url.password || url.search || url.hash) return undefined;
  // only what does not leave this machine may be read by others on the way.
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  return isSafe ? `${url.origin}${url.pathname.replace(/\/+$/, '')}` : undefined;
}

function profileOf(env: Environment, note: Note): Configuration['profile'] {
  const { [VARIABLES.profileId]: id, [VARIABLES.profileName]: name } = env;
  const got = id && name ? 'both' : 'nothing';
  const at = `${VARIABLES.profileId} and ${VARIABLES.profileName}`;
  if (Boolean(id) === Boolean(name)) note(at, got, 'one of them');
  return id ? { profile_id: id } : { profile_name: name ?? '' };
}

function tasksOf(text: string, note: Note): RotationTask[] {
  if (text === '') return [];
  const at = VARIABLES.tasks;
  const list = jsonOf(text);
  if (!Array.isArray(list) || list.length === 0) {
    note(at, described(text), 'JSON: a list of certificates, one at least');
    return [];
  }
  const tasks = list.map((entry, i) => taskOf(entry, `${at}[${i}]`, note));
  const names = tasks.map(({ tlsSecret }) => tlsSecret);
  names.forEach((name, i) => {
    if (name && names.indexOf(name) < i) {
      note(`${at}[${i}].tlsSecret`, 'a TLS secret that stands above', 'each once');
    }
  });
  return tasks;
}

function taskOf(entry: unknown, at: string, note: Note): RotationTask {
  const { id, tlsSecret, hosts } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const uuid = typeof id === 'string' ? uuidOf(id) : undefined;
  if (!uuid) note(`${at}.id`, kindOf(id), 'the UUID or CRN of a secret');
  const isName = typeof tlsSecret === 'string' && SECRET_NAME.test(tlsSecret);
  if (!isName) note(`${at}.tlsSecret`, kindOf(tlsSecret), 'the name of a TLS secret');
  const isHosts =
    Array.isArray(hosts) &&
    hosts.length > 0 &&
    hosts.every((it) => typeof it === 'string' && HOST.test(it));
  if (!isHosts) note(`${at}.hosts`, kindOf(hosts), 'a list of host names, one at least');
  return {
    id: uuid ?? '',
    tlsSecret: isName ? tlsSecret : '',
    hosts: isHosts ? (hosts as string[]).map((it) => it.toLowerCase()) : [],
  };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string' || value === undefined) return described(value);
  return value === null ? 'null' : `a value of type ${typeof value}`;
}

/** The UUID in an id or CRN of a secret; a CRN ends with it. */
export function uuidOf(id: string): string | undefined {
  const last = id.slice(id.lastIndexOf(':') + 1).toLowerCase();
  return UUID.test(last) ? last : undefined;
}

/** What a text says as JSON, undefined when it is none; the parser's own error would quote it. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rootsOf(file: string | undefined, readFile: ReadFile, note: Note): X509Certificate[] {
  if (!file) return [];
  const at = VARIABLES.rootsFile;
  const text = tryRead(file, readFile);
  if (text === undefined) {
    note(at, 'a file that cannot be read', 'a file with certificates in PEM');
    return [];
  }
  const { chain, problem } = readCertificates(text);
  if (problem) note(at, problem.got, 'a file with certificates in PEM');
  return [...(chain ?? [])];
}

/** What is wrong with the token of the job, if anything. */
export function tokenProblemIn(file: string, readFile: ReadFile): Problem | undefined {
  const at = "the job's token file";
  const expected = 'a compute resource token; turn the token on for the job';
  const text = tryRead(file, readFile);
  if (text === undefined) return { at, got: 'no file that can be read', expected };
  if (/^[\w.+/=~-]+$/.test(text.trim())) return undefined;
  return { at, got: described(text.trim()), expected };
}

export function tryRead(file: string, readFile: ReadFile): string | undefined {
  try {
    return readFile(file);
  } catch {
    return undefined;
  }
}
