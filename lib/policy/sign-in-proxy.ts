import { Resource, View } from './resource';
import { PROXY_PREFIX } from '../facts/auth-proxy';

type Variables = ReadonlyMap<string, View>;

/** What an app that runs OAuth2 Proxy is told by its environment; without a variable of the proxy it is none. */
export function proxyVariables(app: Resource): Variables {
  const all = app.overall(proxies);
  const variables = all.size > 0 ? all.get(app.address) : undefined;
  if (variables === undefined) app.get('run_env_variables');
  return variables ?? NONE;
}

const NONE: Variables = new Map();

/** The variables of each proxy among the apps: few are one, and several rules ask. */
function proxies(any: Resource): ReadonlyMap<string, Variables> {
  const apps = any
    .others('ibm_code_engine_app')
    .filter((it) => it.isKnown('run_env_variables'))
    .map((it): [string, Variables] => [it.address, variablesOf(it)]);
  return new Map(apps.filter(([, variables]) => variables.size > 0));
}

const variablesOf = (app: Resource): Variables =>
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
