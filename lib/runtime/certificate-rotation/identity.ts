/** Who the rotator is: the job's own token, exchanged for one of the trusted profile. */
import { Configuration, tokenProblemIn } from './configuration';
import { fail } from './failure';
import { Answer, Ask, Call, Service, codeIn } from './http';
import { Log } from './log';

const GRANT = 'urn:ibm:params:oauth:grant-type:cr-token';

type Settings = Pick<Configuration, 'iamUrls' | 'profile' | 'tokenFile'>;

/** A way to call that brings the token along, and gets a new one when it is not taken. */
export function makeAskAsProfile(
  ask: Ask,
  { iamUrls, profile, tokenFile }: Settings,
  readFile: (file: string) => string,
  log: Log,
): Ask {
  const iam: Service = { name: 'IAM', urls: iamUrls, unreachable: 'identityUnreachable' };
  let token: string | undefined;

  const exchange = async (until: number): Promise<string> => {
    // read each time: Code Engine renews the file.
    const problem = tokenProblemIn(tokenFile, readFile);
    if (problem) return fail('configuration', problem);
    const jobToken = readFile(tokenFile).trim();
    log.hide(jobToken);
    const form = new URLSearchParams({ grant_type: GRANT, cr_token: jobToken, ...profile });
    const answer = await ask({
      service: iam,
      method: 'POST',
      path: '/identity/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      until,
    });
    return tokenIn(answer);
  };

  const tokenIn = ({ status, json }: Answer): string => {
    const { access_token: got } = (json ?? {}) as { readonly access_token?: unknown };
    if (status === 200 && typeof got === 'string' && /^[\w.+/=~-]+$/.test(got)) {
      log.hide(got);
      return got;
    }
    const what = status === 200 ? 'an answer without it' : `status ${status}${codeIn(json)}`;
    const expected = 'a token; look at the trusted profile and at its link to this job';
    return fail('identityRefused', { at: 'IAM', got: what, expected });
  };

  const askWith = async (call: Call): Promise<Answer> => {
    token ??= await exchange(call.until);
    return ask({ ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } });
  };

  return async (call) => {
    const answer = await askWith(call);
    if (answer.status !== 401) return answer;
    // it may have ended on the way; once is enough to know.
    token = undefined;
    return askWith(call);
  };
}
