import { Source } from '../../../lib/constructs/builds/source';

test('a source says where it comes from, and nothing of what opens it', () => {
  const { url, revision } = Source._of({ url: 'git@host:a/b', revision: 'main', key: {} });
  expect([url, revision]).toEqual(['git@host:a/b', 'main']);
});
