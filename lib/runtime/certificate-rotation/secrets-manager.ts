/** Where the renewed certificate lies. */
import { fail } from './failure';
import { Ask, Service, codeIn } from './http';
import { Log } from './log';
import { Source } from './ports';

export function makeSecretsManager(ask: Ask, urls: readonly string[], log: Log): Source {
  const service: Service = { name: 'Secrets Manager', urls, unreachable: 'sourceUnreachable' };
  return {
    async read(id, until) {
      const path = `/api/v2/secrets/${encodeURIComponent(id)}`;
      const { status, json } = await ask({ service, method: 'GET', path, until });
      if (status !== 200) {
        const got = `status ${status}${codeIn(json)}`;
        const expected = 'the secret; look at its id and at the role SecretsReader of the profile';
        return fail('sourceRefused', { at: service.name, got, expected });
      }
      const text = textsIn(json);
      log.hide(text('private_key'));
      return {
        type: text('secret_type'),
        state: text('state_description'),
        certificate: text('certificate'),
        intermediate: text('intermediate'),
        privateKey: text('private_key'),
      };
    },
  };
}

/** Reads texts out of JSON; what is missing, or no text, is empty. */
export function textsIn(json: unknown): (key: string) => string {
  const fields = (json ?? {}) as Readonly<Record<string, unknown>>;
  return (key) => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return typeof value === 'string' ? value : '';
  };
}
