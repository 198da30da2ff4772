import { htmlReport } from '../../lib/report/html';
import { sample } from './samples';

test('a browser gets one file that loads nothing, and no markup from a message', () => {
  const page = htmlReport(sample());
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).not.toMatch(/<script|<link|@import|src=/);
  expect(page).toContain('2 rules are broken');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('aria-label="2 kept, 1 broken, 1 waived, 1 unknown');
});

test('a page without findings says that all is kept', () => {
  const { summary, ...rest } = sample();
  const kept = { ...summary, breaks: 0, crashed: 0 };
  const page = htmlReport({ ...rest, summary: kept, findings: [] });
  expect(page).toContain('Every rule is kept');
  expect(page).not.toContain('<table>');
});
