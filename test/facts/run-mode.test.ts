import { RunMode } from '../../lib/facts/run-mode';
import { readProvider } from '../../tools/provider-data';

test('the modes are exactly those that the provider takes', () => {
  const { allowed } = readProvider().resources.ibm_code_engine_job.facts.attributes.run_mode;
  expect([...allowed!].sort()).toEqual(Object.values(RunMode).sort());
});
