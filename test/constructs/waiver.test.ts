import { Waiver, WaiverOptions } from '../../lib/constructs/waiver';
import { refusalOf } from '../kit/refusal';

const options = { owner: 'team-web', until: '2030-06-30' };
const REASON = 'the vendor publishes no digests';

beforeEach(() => jest.useFakeTimers({ now: new Date('2030-06-30T23:00:00Z') }));
afterEach(() => jest.useRealTimers());

test('a waiver says why, who and until when', () => {
  expect({ ...Waiver.because(REASON, options) }).toEqual({ reason: REASON, ...options });
});

test('it holds through its last day and not after', () => {
  expect(() => Waiver.because(REASON, options)).not.toThrow();
  jest.setSystemTime(new Date('2030-07-01T00:00:00Z'));
  expect(refusalOf(() => Waiver.because(REASON, options))).toEqual([
    'until: got "2030-06-30", expected a day from today on, as YYYY-MM-DD; renew the waiver, or remove it together with what it excuses',
  ]);
});

test.each<[string, string, Partial<WaiverOptions>]>([
  ['reason', 'because', {}],
  ['reason', '             ', {}],
  ['owner', REASON, { owner: ' ' }],
  ['owner', REASON, { owner: undefined }],
  ['until', REASON, { until: '30.06.2030' }],
  ['until', REASON, { until: '2031-02-30' }],
  ['until', REASON, { until: '' }],
  ['until', REASON, { until: undefined }],
])('a waiver is refused for its %s', (prop, reason, given) => {
  const problems = refusalOf(() => Waiver.because(reason, { ...options, ...given }));
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('all that is wrong is told at once', () => {
  expect(refusalOf(() => Waiver.because('', { owner: '', until: 'soon' }))).toHaveLength(3);
});
