import { placeOf } from '../../lib/core/place';

test('an entity goes where its project is, by the provider of the project', () => {
  const provider = {} as never;
  expect(placeOf({ projectId: 'p', provider })).toEqual({ projectId: 'p', provider });
  expect(placeOf({ projectId: 'p' })).toEqual({ projectId: 'p', provider: undefined });
});
