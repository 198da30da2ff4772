import { markdownReport } from '../../lib/report/markdown';
import { sample } from './samples';

test('an auditor gets a table, and no markup from a message', () => {
  const page = markdownReport(sample());
  expect(page).toMatch(/^# Policy: broken\n/);
  expect(page).toContain('| waived | high | `workloads/app-not-public` |');
  expect(page).toContain('&lt;script&gt;alert("x")&lt;/script&gt; \\|');
  const nothing = { ...sample(), findings: [] };
  expect(markdownReport(nothing)).not.toContain('|---|');
});
