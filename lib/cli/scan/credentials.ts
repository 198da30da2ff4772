/** Who asks: an IAM token out of the environment, and the account that it belongs to. */
import { parseJson } from '../input';
import { refuse } from '../refusal';
import { Shape } from '../shape';
import { World } from '../world';
import { ask, baseUrl } from './http';

const IAM = 'https://iam.cloud.ibm.com';
const TOKEN = /^[\w.~+/=-]+$/;
const ACCOUNT = /^[0-9a-f]{32}$/i;

/** An IAM token: the one in `IAM_TOKEN`, or one for the API key in `IC_API_KEY` or `IBMCLOUD_API_KEY`. */
export async function iamToken(world: World): Promise<string> {
  // `ibmcloud iam oauth-tokens` prints it with its kind before it.
  const given = world.env.IAM_TOKEN?.trim().replace(/^Bearer\s+/i, '');
  if (given) return checked(world, given, 'IAM_TOKEN');
  const key = (world.env.IC_API_KEY || world.env.IBMCLOUD_API_KEY)?.trim();
  if (!key) {
    return refuse({
      at: 'environment',
      got: 'neither IAM_TOKEN, IC_API_KEY nor IBMCLOUD_API_KEY',
      expected: 'one of them',
      remedy: 'put an API key that may read the registry into IC_API_KEY',
    });
  }
  world.hide(key);
  return exchange(world, key);
}

async function exchange(world: World, apikey: string): Promise<string> {
  const { status, body } = await ask(world, {
    whom: 'IAM',
    url: `${baseUrl(world, 'CE_GUARD_IAM_URL', IAM)}/identity/token`,
    headers: {},
    form: { grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey },
  });
  if (status !== 200) {
    // of the body nothing is shown but IAM's own code: it may repeat what was sent.
    const [code] = /\bBXNIM\d{4}E\b/.exec(body) ?? [];
    return refuse({
      at: 'IAM',
      got: code ? `${status} ${code}` : `${status}`,
      expected: 'a token for the API key of the environment',
      remedy: 'look whether the key still exists',
    });
  }
  const expected = 'a token as JSON';
  const shape = new Shape('IAM');
  const fields = shape.object(parseJson(body, { at: 'IAM', expected }), '') ?? {};
  const token = shape.text(fields, 'access_token', '') ?? '';
  shape.finish();
  return checked(world, token, 'IAM');
}

function checked(world: World, token: string, at: string): string {
  world.hide(token);
  if (TOKEN.test(token)) return token;
  const got = `a secret of ${token.length} characters`;
  return refuse({ at, got, expected: 'an IAM token' });
}

/** The account that is asked for: the one named, or the one that the token tells. */
export function accountOf(named: string | undefined, token: string): string {
  if (named !== undefined && ACCOUNT.test(named)) return named;
  const told = named === undefined ? toldBy(token) : undefined;
  if (told !== undefined && ACCOUNT.test(told)) return told;
  return refuse({
    at: '--account',
    got: named === undefined ? 'none, and a token that names none' : `${named.length} characters`,
    expected: 'the 32 digits of an account, as `ibmcloud account show` prints them',
  });
}

function toldBy(token: string): string | undefined {
  try {
    const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    const { account } = JSON.parse(claims) as { account?: { bss?: unknown } | null };
    return typeof account?.bss === 'string' ? account.bss : undefined;
  } catch {
    return undefined;
  }
}
