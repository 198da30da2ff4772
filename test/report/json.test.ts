import { jsonReport } from '../../lib/report/json';
import { sample } from './samples';

test('a program gets the report as it is', () => {
  expect(JSON.parse(jsonReport(sample()))).toMatchObject({
    version: 1,
    findings: expect.arrayContaining([
      expect.objectContaining({
        rule: 'workloads/app-not-public',
        verdict: 'breaks',
        severity: 'high',
        address: 'ibm_code_engine_app.open',
        file: 'main.tf',
        line: 7,
      }),
    ]),
  });
});
