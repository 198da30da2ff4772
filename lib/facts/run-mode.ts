/**
 * Whether a run of a job ends by itself.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-job-daemon
 */
export enum RunMode {
  /** Runs to its end, within a time and a number of retries. */
  TASK = 'task',
  /** Runs on and is started again whenever it ends. */
  DAEMON = 'daemon',
}
