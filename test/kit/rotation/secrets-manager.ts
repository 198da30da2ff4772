/** Secrets Manager, version 2: secrets with their content, to who may read it. */
import { Asked, CloudState, Reply, isAuthorized } from './cloud';

export function answerSecretsManager(cloud: CloudState, asked: Asked): Reply {
  const refuse = (status: number, code: string, message: string): Reply => ({
    status,
    json: { errors: [{ code, message }], status_code: status, trace: 'x' },
  });
  if (!isAuthorized(cloud, asked)) return refuse(401, 'unauthorized', 'The token is not valid');
  const [, id] = /^\/api\/v2\/secrets\/([^/]+)$/.exec(asked.url.pathname) ?? [];
  if (asked.method !== 'GET' || id === undefined) return refuse(405, 'method_not_allowed', 'GET');
  const secret = cloud.held.get(decodeURIComponent(id));
  if (!secret) return refuse(404, 'not_found', 'There is no such secret');
  return { status: 200, json: { id, ...secret } };
}
