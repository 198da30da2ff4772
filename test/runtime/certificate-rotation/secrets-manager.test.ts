import { Answer, Call } from '../../../lib/runtime/certificate-rotation/http';
import {
  makeSecretsManager,
  textsIn,
} from '../../../lib/runtime/certificate-rotation/secrets-manager';
import { failureOf, keptLog } from '../../kit/rotation/ports';

function setUp(answer: Partial<Answer>) {
  const asked: Call[] = [];
  const log = keptLog();
  const ask = async (call: Call): Promise<Answer> => {
    asked.push(call);
    return { status: 200, etag: undefined, json: {}, ...answer };
  };
  return { asked, log, source: makeSecretsManager(ask, ['https://sm'], log) };
}

test('a secret is read by its id', async () => {
  const json = {
    secret_type: 'public_cert',
    state_description: 'active',
    certificate: 'c',
    intermediate: 'i',
    private_key: 'the key itself',
  };
  const { asked, source, log } = setUp({ json });
  expect(await source.read('a/b', 5)).toEqual({
    type: 'public_cert',
    state: 'active',
    certificate: 'c',
    intermediate: 'i',
    privateKey: 'the key itself',
  });
  expect(asked[0]).toMatchObject({ method: 'GET', path: '/api/v2/secrets/a%2Fb', until: 5 });
  log.write('info', 'retry', { got: 'the key itself' });
  expect(log.lines[0].got).toBe('***');
});

test('what is missing, or no text, is empty', async () => {
  const { source } = setUp({ json: { certificate: 3, intermediate: null } });
  expect(Object.values(await source.read('x', 5))).toEqual(['', '', '', '', '']);
  expect(textsIn(null)('x')).toBe('');
  expect(textsIn({})('toString')).toBe('');
});

test('a refusal is told with its code', async () => {
  const json = { errors: [{ code: 'not_found', message: 'told by the service' }] };
  const failure = await failureOf(() => setUp({ status: 404, json }).source.read('x', 5));
  expect(failure).toMatchObject({ kind: 'sourceRefused' });
  expect(failure.message).toBe(
    'Secrets Manager: got status 404 (not_found), expected the secret; look at its id and at the role SecretsReader of the profile',
  );
});
