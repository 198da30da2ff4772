/** Where the certificate is served: TLS secrets and domain mappings of the project. */
import { fail } from './failure';
import { Answer, Ask, Service, codeIn } from './http';
import { Log } from './log';
import { Mapping, Target } from './ports';
import { textsIn } from './secrets-manager';

// the behaviour of the API that this code was written for.
const VERSION = '2024-12-10';
const PAGE = 100;
const MOST_PAGES = 10;

interface Settings {
  readonly codeEngineUrls: readonly string[];
  readonly projectId: string;
}

export function makeCodeEngine(ask: Ask, settings: Settings, log: Log): Target {
  const service: Service = {
    name: 'Code Engine',
    urls: settings.codeEngineUrls,
    unreachable: 'targetUnreachable',
  };
  const pathOf = (rest: string) => `/v2/projects/${settings.projectId}/${rest}`;
  const secretPath = (name: string) =>
    pathOf(`secrets/${encodeURIComponent(name)}?version=${VERSION}`);

  const refuse = (what: string, { status, json }: Answer): never => {
    const got = `status ${status}${codeIn(json)}`;
    const expected = `${what}; look at its name and at the role Writer of the profile`;
    return fail('targetRefused', { at: service.name, got, expected });
  };

  return {
    async read(name, until) {
      const path = secretPath(name);
      const answer = await ask({ service, method: 'GET', path, until });
      if (answer.status !== 200) return refuse('the TLS secret', answer);
      const text = textsIn(answer.json);
      const data = textsIn((answer.json as { readonly data?: unknown }).data);
      const etag = text('entity_tag') || answer.etag;
      if (!etag) {
        const got = 'a secret without an etag';
        return fail('targetRefused', { at: service.name, got, expected: 'one with it' });
      }
      log.hide(data('tls_key'));
      return {
        format: text('format'),
        etag,
        certificate: data('tls_cert'),
        privateKey: data('tls_key'),
      };
    },

    async write(name, { certificate, privateKey }, etag, until) {
      const answer = await ask({
        service,
        method: 'PUT',
        path: secretPath(name),
        headers: { 'content-type': 'application/json', 'if-match': etag },
        body: JSON.stringify({
          format: 'tls',
          data: { tls_cert: certificate, tls_key: privateKey },
        }),
        until,
      });
      if (answer.status === 412) return 'stale';
      if (answer.status === 409) return 'busy';
      return answer.status === 200 ? 'written' : refuse('leave to write the TLS secret', answer);
    },

    async mappings(name, until) {
      const found: Mapping[] = [];
      let start = '';
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = `limit=${PAGE}&version=${VERSION}${start && `&start=${start}`}`;
        const path = pathOf(`domain_mappings?${query}`);
        const answer = await ask({ service, method: 'GET', path, until });
        if (answer.status !== 200) return refuse('the domain mappings', answer);
        const { domain_mappings: list, next } = answer.json as Page;
        if (!Array.isArray(list)) {
          const got = 'an answer without domain mappings';
          return fail('targetRefused', { at: service.name, got, expected: 'a list of them' });
        }
        for (const entry of list) {
          const text = textsIn(entry);
          const host = text('name').toLowerCase();
          if (host && text('tls_secret') === name) found.push({ host, status: text('status') });
        }
        start = encodeURIComponent(textsIn(next)('start'));
        if (!start) break;
      }
      return found;
    },
  };
}

interface Page {
  readonly domain_mappings?: unknown;
  readonly next?: unknown;
}
