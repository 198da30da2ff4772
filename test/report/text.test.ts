import { textReport } from '../../lib/report/text';
import { sample } from './samples';

test('a terminal gets what is broken, where, and what to do', () => {
  const text = textReport(sample());
  expect(text).toContain('high      workloads/app-not-public  ibm_code_engine_app.open  main.tf:7');
  expect(text).toContain('do: let only the project reach it');
  expect(text).toContain('a page for everyone (team, until 2999-01-01)');
  expect(text).toMatch(
    /6 blocks checked, 2 kept, 1 broken, 1 waived, 1 unknown, 1 rules crashed\n$/,
  );
  expect(text).not.toContain('\u001b');
  expect(textReport(sample(), { colour: true })).toContain('\u001b[31m');
});
