import { Resource, View } from './resource';
import { PROXY_PREFIX } from '../facts/auth-proxy';

/** What an app that runs OAuth2 Proxy is told by its environment; without a variable of the proxy it is none. */
export const proxyVariables = (app: Resource): ReadonlyMap<string, View> =>
  new Map(
    app
      .blocks('run_env_variables')
      .map((it): [string, View] => [it.known('name') ?? '', it])
      .filter(([name]) => name.startsWith(PROXY_PREFIX)),
  );

/** The parts of a list, as the proxy reads it; an unknown part ends the rule. */
export const listOf = (variable: View | undefined): string[] =>
  variable === undefined
    ? []
    : (variable.text('value') ?? '')
        .split(',')
        .map((it) => it.trim())
        .filter((it) => it !== '');
