import { Offers } from '../../lib/core/offers';

test('what was offered is taken by its owner, and by nobody else', () => {
  const offers = new Offers<string>();
  const owner = {};
  const taken: string[] = [];
  offers.make(owner, (value) => taken.push(value));
  offers.of(owner)?.('secret');
  offers.of({})?.('other');
  expect(taken).toEqual(['secret']);
});
