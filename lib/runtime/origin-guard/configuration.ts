/** Reads the environment of the guard; all that is wrong with it is told at once. */
import { GUARD_DEFAULTS, GUARD_VARIABLES, LOCK_VALUE } from './contract';

/** What the guard works with; times are milliseconds. */
export interface Configuration {
  readonly port: number;
  /** In lower case. */
  readonly headerName: string;
  /** One, or two while the edge goes over from one to the other. */
  readonly values: readonly string[];
  readonly upstream: { readonly hostname: string; readonly port: number; readonly host: string };
  readonly healthPath: string;
  /** Empty where the guard answers for itself. */
  readonly appHealthPath: string;
  readonly timeout: number;
  readonly grace: number;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Note = (at: string, got: string, expected: string) => void;

const TOKEN = /^[A-Za-z][A-Za-z0-9-]{0,99}$/;
const VALUE = new RegExp(`^[!-~]{${LOCK_VALUE.least},${LOCK_VALUE.most}}$`);
const PATH = /^\/[\w./~-]{0,255}$/;
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
/** Headers that mean something to others on the way. */
const TAKEN =
  /^(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|cookie|authorization|x-forwarded-.*|forwarded|sec-.*|cf-.*)$/;

/** The configuration, or without it the problems as lines. */
export function readConfiguration(env: Environment): {
  readonly configuration?: Configuration;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const note: Note = (at, got, expected) => {
    problems.push(`${at}: got ${got}, expected ${expected}`);
  };
  const configuration = {
    // 0 is any that is free.
    port: numberIn(env, GUARD_VARIABLES.port, GUARD_DEFAULTS.port, 65_535, note, 0),
    headerName: headerNameIn(env, note),
    values: valuesIn(env, note),
    upstream: upstreamIn(env, note),
    healthPath: pathIn(env, GUARD_VARIABLES.healthPath, GUARD_DEFAULTS.healthPath, note),
    appHealthPath: pathIn(env, GUARD_VARIABLES.appHealthPath, '', note),
    timeout:
      numberIn(env, GUARD_VARIABLES.timeout, GUARD_DEFAULTS.timeoutSeconds, 600, note) * 1000,
    grace: numberIn(env, GUARD_VARIABLES.grace, GUARD_DEFAULTS.graceSeconds, 600, note) * 1000,
  };
  return problems.length > 0 ? { problems } : { configuration, problems };
}

// whatever a variable holds may be the value of the lock in the wrong place.
const described = (text: string | undefined) =>
  text ? `a text of ${text.length} characters` : 'nothing';

function numberIn(
  env: Environment,
  name: string,
  standard: number,
  most: number,
  note: Note,
  least = 1,
) {
  const given = env[name];
  const value = given ? Number(given) : standard;
  if (given && !(/^\d+$/.test(given) && value >= least && value <= most)) {
    note(name, described(given), `a whole number from ${least} to ${most}`);
  }
  return value;
}

function headerNameIn(env: Environment, note: Note): string {
  const at = GUARD_VARIABLES.headerName;
  const name = env[at] || GUARD_DEFAULTS.headerName;
  const lower = name.toLowerCase();
  if (!TOKEN.test(name)) note(at, described(name), 'letters, digits and hyphens, a letter first');
  if (TAKEN.test(lower)) note(at, described(name), 'a header that means nothing to others');
  return lower;
}

function valuesIn(env: Environment, note: Note): string[] {
  const { value: at, previousValue: before } = GUARD_VARIABLES;
  const [value, previous] = [env[at] ?? '', env[before] ?? ''];
  const expected = `${LOCK_VALUE.least} to ${LOCK_VALUE.most} printable characters without spaces`;
  if (!VALUE.test(value)) note(at, described(value), expected);
  if (previous && !VALUE.test(previous)) note(before, described(previous), expected);
  return previous && previous !== value ? [value, previous] : [value];
}

function upstreamIn(env: Environment, note: Note): Configuration['upstream'] {
  const at = GUARD_VARIABLES.upstream;
  const text = env[at] ?? '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url?.protocol === 'http:' &&
    url.username + url.password + url.search + url.hash === '' &&
    url.pathname === '/';
  // plain HTTP has to stay in the cluster.
  const isNear =
    url && (url.hostname.endsWith('.svc.cluster.local') || LOOPBACK.includes(url.hostname));
  if (!isPlain || !isNear) {
    note(at, described(text), 'the internal address of an app, http://….svc.cluster.local');
  }
  const hostname = (url?.hostname ?? '').replace(/^\[|\]$/g, '');
  return { hostname, port: Number(url?.port || 80), host: url?.host ?? '' };
}

function pathIn(env: Environment, at: string, standard: string, note: Note): string {
  const given = env[at];
  if (given && !PATH.test(given)) note(at, described(given), 'a path that begins with a slash');
  return given || standard;
}
