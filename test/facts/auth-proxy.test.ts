import * as facts from '../../lib/facts/auth-proxy';
import { testNameRules } from '../kit/name-rules';

testNameRules(facts, [
  ['UPSTREAM_PATH', '/', 'api/'],
  ['UPSTREAM_PATH', '/api/v1.2/', '/api'],
  ['OPEN_PATH', '/about', '/'],
  ['OPEN_PATH', '/public/*', '/*'],
  ['OPEN_PATH', '/a/b.css', '/a/../b'],
  ['OPEN_PATH', '/a', '/a,/b'],
  ['GROUP_NAME', 'Shop readers', 'a,b'],
  ['SCOPE', 'openid', 'a b'],
]);

test('every variable is one of the proxy', () => {
  for (const name of Object.values(facts.PROXY_VARIABLES)) {
    expect(name.startsWith(facts.PROXY_PREFIX)).toBe(true);
  }
});

test('people never get to what the proxy answers for itself by a path of an app', () => {
  expect(facts.PROXY_PATHS.signIn.startsWith(`${facts.PROXY_PATHS.own}/`)).toBe(true);
  expect(facts.PROXY_PATHS.callback.startsWith(`${facts.PROXY_PATHS.own}/`)).toBe(true);
});
