import { JOB_LIMITS } from '../../../facts/limits';
import { RunMode } from '../../../facts/run-mode';
import { Rule, breaks, holds, manual } from '../../rule';

/** What a task may take; two hours are what the provider asks for where nothing is said. */
const LIMITS = {
  retries: ['scale_retry_limit', JOB_LIMITS.retryLimit.most],
  seconds: ['scale_max_execution_time', 7200],
} as const;

export const jobEnds: Rule = {
  id: 'workloads/job-ends',
  title: 'a job ends by itself, within a time and a number of retries',
  severity: 'low',
  types: ['ibm_code_engine_job'],
  reads: ['run_mode', 'scale_retry_limit', 'scale_max_execution_time'],
  remedy: 'run it as a task with limits',
  fix: {
    typescript:
      'new SecureJob(this, "import", { runMode: RunMode.TASK, maxExecutionTime: 3600, … })',
    hcl: 'run_mode = "task"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-job-daemon',
  row: 'step 1',
  controls: ['NIST SC-5', 'NIST SC-6'],
  packs: [],
  catalogue: ['RUN-003'],

  judge(job) {
    if (job.text('run_mode') === RunMode.DAEMON) {
      return manual("`run_mode` is 'daemon': it runs on, and is started again whenever it ends");
    }
    const [retries, seconds] = [LIMITS.retries, LIMITS.seconds].map(([name, most]) => {
      const value = job.number(name) ?? 0;
      return value > most ? `\`${name}\` is ${value}, more than ${most}` : '';
    });
    return retries + seconds === '' ? holds : breaks(retries || seconds);
  },
};
