import { junitReport } from '../../lib/report/junit';
import { sample } from './samples';

test('a pipeline gets failures, errors and what was skipped, and no markup from a message', () => {
  const xml = junitReport(sample());
  expect(xml).toContain('<testsuites tests="4" failures="1" errors="1" skipped="1">');
  expect(xml.match(/<failure /g)).toHaveLength(1);
  expect(xml).toContain('&lt;script&gt;');
  expect(xml).not.toContain('<script>');
});
