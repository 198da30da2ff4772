import { Postcondition } from 'cdktf';

/**
 * What a workload is held to once it is deployed, on a read that waits for each change.
 *
 * trap code-engine/failing-update-reports-success: an update never waits for its outcome.
 * trap code-engine/status-postcondition-locks-out-the-cure: on the workload itself such a condition would also refuse
 * the plan that repairs it.
 */
export const gate = {
  /** That it could be rolled out. */
  notFailed: (kind: string): Postcondition => ({
    condition: '${self.status != "failed"}',
    errorMessage: `The ${kind} \${self.name} could not be rolled out: \${jsonencode(self.status_details)}`,
  }),

  /** That it is rolled out by now. */
  serves: (kind: string): Postcondition => ({
    condition: '${contains(["ready", "warning"], self.status)}',
    errorMessage: `The ${kind} \${self.name} does not serve its last change yet: it is \${self.status}. What depends on that was not changed; apply again when it is ready.`,
  }),

  /** trap code-engine/false-compute-token-is-never-sent-on-create: that it has no token unless it is to have one. */
  noToken: (kind: string, wanted: boolean): Postcondition[] =>
    wanted
      ? []
      : [
          {
            condition: '${self.run_compute_resource_token_enabled != true}',
            errorMessage: `The ${kind} \${self.name} was left with a compute resource token that it must not have.`,
          },
        ],

  /** That it has a token, where nobody here can give it one. */
  token: (kind: string): Postcondition => ({
    condition: '${self.run_compute_resource_token_enabled == true}',
    errorMessage: `The ${kind} \${self.name} cannot act as its trusted profile: it has no compute resource token. Switch that on where the ${kind} is made.`,
  }),
};
