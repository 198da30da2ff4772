import { FORMATS, formatted } from '../../lib/report/format';
import { RULES, sample } from './samples';

test.each(FORMATS.map((it) => [it]))('a report can be had as %s', (format) => {
  expect(formatted(sample(), format, { rules: RULES }).length).toBeGreaterThan(100);
});
