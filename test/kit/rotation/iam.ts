/** IAM: a job's token in, a token of its trusted profile out. */
import { randomBytes } from 'crypto';
import { Asked, CloudState, Reply } from './cloud';

const GRANT = 'urn:ibm:params:oauth:grant-type:cr-token';

export function answerIam(cloud: CloudState, { method, url, headers, body }: Asked): Reply {
  if (method !== 'POST' || url.pathname !== '/identity/token') return { status: 404 };
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') return { status: 415 };
  const form = new URLSearchParams(body);
  const refuse = (errorCode: string, errorMessage: string): Reply => ({
    status: 400,
    json: { errorCode, errorMessage, context: { requestId: 'x' } },
  });
  if (form.get('grant_type') !== GRANT) return refuse('BXNIM0101E', 'Invalid grant type');
  if (form.get('cr_token') !== cloud.jobToken) return refuse('BXNIM0428E', 'Not a valid CR token');
  const isProfile =
    form.get('profile_id') === cloud.profileId || form.get('profile_name') === cloud.profileName;
  if (!isProfile) return refuse('BXNIM0439E', 'The trusted profile cannot be used');
  const part = () => randomBytes(60).toString('base64url');
  const token = `${part()}.${part()}.${part()}`;
  cloud.tokens.add(token);
  cloud.everyToken.push(token);
  return {
    status: 200,
    json: {
      access_token: token,
      refresh_token: 'not_supported',
      token_type: 'Bearer',
      expires_in: 3600,
      expiration: Math.floor(Date.now() / 1000) + 3600,
      scope: 'ibm openid',
    },
  };
}
