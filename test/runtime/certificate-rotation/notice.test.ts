import { inOrder, readNotice } from '../../../lib/runtime/certificate-rotation/notice';

const A = 'aaaaaaaa-2222-4333-8444-555555555555';
const B = 'bbbbbbbb-2222-4333-8444-555555555555';
const crn = (id: string) => `crn:v1:bluemix:public:secrets-manager:eu-de:a/1:2:secret:${id}`;
const type = 'com.ibm.cloud.secrets-manager.secret_rotated';

test('a notification names many secrets, by CRN', () => {
  const secrets = [crn(A), crn(B), crn(A)].map((secret_id) => ({ secret_id }));
  expect(readNotice(JSON.stringify({ type, data: { secrets } }))).toEqual({
    type,
    secrets: [A, B],
  });
});

test('the type may stand in the data, and may be missing', () => {
  expect(readNotice(JSON.stringify({ data: { event_type: type } }))?.type).toBe(type);
  expect(readNotice('{}')).toEqual({ type: 'unknown', secrets: [] });
  expect(readNotice(JSON.stringify({ type: 'x\n"' }))?.type).toBe('unknown');
});

test.each(['', 'x', 'null', '3', '"x"'])('the text %p is no notification', (text) => {
  expect(readNotice(text)).toBeUndefined();
});

test.each([
  ['no list', '{"data":{"secrets":"x"}}'],
  ['no objects', '{"data":{"secrets":[null, 3, "x", {}]}}'],
  ['no ids', '{"data":{"secrets":[{"secret_id":3},{"secret_id":"../x"}]}}'],
  ['null data', '{"data":null}'],
])('what is said in another form names nothing: %s', (_, text) => {
  expect(readNotice(text)?.secrets).toEqual([]);
});

test('what is named comes first; nothing is left out, and nothing is added', () => {
  const tasks = [{ id: A }, { id: B }];
  const named = (...secrets: string[]) => ({ type, secrets });
  expect(inOrder(tasks, named(B, 'other'))).toEqual([{ id: B }, { id: A }]);
  expect(inOrder(tasks, named('other'))).toEqual(tasks);
  expect(inOrder(tasks, undefined)).toEqual(tasks);
});
