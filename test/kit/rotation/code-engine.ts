/** Code Engine, version 2: secrets that are written on condition, and the mappings that use them. */
import { X509Certificate, createPrivateKey } from 'crypto';
import { Asked, CloudState, Reply, ServedSecret, isAuthorized, put } from './cloud';

const MOST_A_PAGE = 2;

export function answerCodeEngine(cloud: CloudState, asked: Asked): Reply {
  if (!isAuthorized(cloud, asked)) return refuse(401, 'unauthorized');
  const { method, url } = asked;
  const found = /^\/v2\/projects\/([^/]+)\/(\w+)(?:\/([^/]+))?$/.exec(url.pathname);
  if (!found) return refuse(404, 'not_found');
  const [, project, kind, name] = found;
  if (project !== cloud.projectId) return refuse(404, 'project_not_found');
  if (kind === 'domain_mappings' && method === 'GET') return mappings(cloud, url, name);
  if (kind !== 'secrets' || name === undefined) return refuse(404, 'not_found');
  const secret = cloud.served.get(decodeURIComponent(name));
  if (!secret) return refuse(404, 'secret_not_found');
  if (method === 'GET') return shown(cloud, name, secret);
  return method === 'PUT' ? write(cloud, name, secret, asked) : refuse(405, 'method_not_allowed');
}

const refuse = (status: number, code: string): Reply => ({
  status,
  json: { errors: [{ code, message: `refused: ${code}` }], trace: 'x', status_code: status },
});

// the etag stands in the header as in the body.
const shown = (cloud: CloudState, name: string, { format, data, etag }: ServedSecret): Reply => ({
  status: 200,
  headers: { etag: String(etag) },
  json: {
    id: `id-of-${name}`,
    name,
    format,
    ...(data && { data }),
    entity_tag: String(etag),
    created_at: '2026-01-01T00:00:00Z',
    project_id: cloud.projectId,
    region: 'eu-de',
    resource_type: `secret_${format}_v2`,
  },
});

function write(cloud: CloudState, name: string, secret: ServedSecret, asked: Asked): Reply {
  const condition = asked.headers['if-match'];
  if (condition === undefined) return refuse(400, 'if_match_required');
  if (asked.headers['content-type'] !== 'application/json') return refuse(415, 'media_type');
  if (condition !== '*' && condition !== String(secret.etag)) return refuse(412, 'etag_mismatch');
  const { format, data } = JSON.parse(asked.body) as Pick<ServedSecret, 'format' | 'data'>;
  if (format !== secret.format) return refuse(400, 'format_immutable');
  if (format === 'tls' && !isSound(data)) return refuse(400, 'invalid_certificate');
  put(cloud, name, data);
  return shown(cloud, name, cloud.served.get(name)!);
}

/** As the service checks it: a certificate, and the key that belongs to it. */
function isSound(data: ServedSecret['data']): boolean {
  try {
    const leaf = new X509Certificate(data?.tls_cert ?? '');
    return leaf.checkPrivateKey(createPrivateKey(data?.tls_key ?? ''));
  } catch {
    return false;
  }
}

function mappings(cloud: CloudState, url: URL, name: string | undefined): Reply {
  if (name !== undefined) {
    const found = cloud.mappings.find((mapping) => mapping.name === decodeURIComponent(name));
    return found ? { status: 200, json: found } : refuse(404, 'domain_mapping_not_found');
  }
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 100), MOST_A_PAGE);
  const start = Number(url.searchParams.get('start') ?? 0);
  const page = cloud.mappings.slice(start, start + limit).map((mapping) => ({ ...mapping }));
  // what was changed is taken up while somebody looks.
  for (const mapping of cloud.mappings) {
    if (mapping.status === 'deploying') mapping.status = 'ready';
  }
  const isMore = start + limit < cloud.mappings.length;
  const next = isMore ? { next: { start: String(start + limit) } } : {};
  return { status: 200, json: { domain_mappings: page, limit, first: {}, ...next } };
}
