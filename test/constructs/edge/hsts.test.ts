import { hsts } from '../../../lib/constructs/edge/hsts';

const on = { hstsMaxAge: 300, hstsSubdomains: true, waivers: {} };

test('HSTS is on for as long as is said, and never asks for a list in browsers', () => {
  expect(hsts.terraformOf(on)).toEqual({
    enabled: true,
    maxAge: 300,
    includeSubdomains: true,
    preload: false,
    nosniff: true,
  });
});

test('HSTS that is off is written out', () => {
  expect(hsts.terraformOf({ ...on, hstsMaxAge: 0 })).toEqual({
    enabled: false,
    maxAge: 0,
    includeSubdomains: false,
    preload: false,
    nosniff: true,
  });
});

test.each([1, 299, 31536001, 300.5, -1, NaN])('an age of %p is a problem', (hstsMaxAge) => {
  expect(hsts.problemsIn({ ...on, hstsMaxAge })).toEqual([
    {
      prop: 'hstsMaxAge',
      got: `${hstsMaxAge}`,
      expected: 'a whole number from 300 to 31536000, or 0 for none',
    },
  ]);
});

test.each([0, 300, 31536000])('an age of %p is none', (hstsMaxAge) => {
  expect(hsts.problemsIn({ ...on, hstsMaxAge })).toEqual([]);
});

test('less than all hosts, or none, is a departure', () => {
  const taken = (props: object) =>
    hsts.optOutsIn({ ...on, ...props }).flatMap((it) => (it.taken ? [it.rule] : []));
  expect(taken({})).toEqual([]);
  expect(taken({ hstsMaxAge: 0 })).toEqual(['edge/hsts-on']);
  expect(taken({ hstsSubdomains: false })).toEqual(['edge/hsts-of-subdomains']);
});
