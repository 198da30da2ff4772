import { Steering } from '../../../lib/constructs/edge/steering';

const of = (steering: Steering) => steering._problemsIn(['us', 'eu']).map(({ got }) => got);

test('every way of steering names origins that there are', () => {
  expect(of(Steering.failover('us', 'eu'))).toEqual([]);
  expect(of(Steering.geographic({ WEU: ['eu'], ENAM: ['us', 'eu'] }))).toEqual([]);
  expect(of(Steering.fastest())).toEqual([]);
  expect(of(Steering.weighted())).toEqual([]);
});

test('an origin or a region that there is not is a problem', () => {
  expect(of(Steering.failover('us', 'jp'))).toEqual(['an origin "jp"']);
  expect(of(Steering.failover('us', 'us'))).toEqual(['one origin as its own backup']);
  expect(of(Steering.geographic({ MOON: ['us'], WEU: ['jp'] }))).toEqual([
    'an origin "jp"',
    'a region "MOON"',
  ]);
});
