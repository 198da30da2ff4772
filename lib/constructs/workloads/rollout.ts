import { ITerraformDependable, TerraformResource, dependable } from 'cdktf';
import { Construct } from 'constructs';
import { frontages } from './frontage';
import { gate } from './gate';
import { SecureApp } from './secure-app';
import { ROLLOUT_SECONDS } from '../../facts/origin-lock';

/**
 * What is there once a change of an app serves, for whatever must not change before.
 *
 * trap code-engine/failing-update-reports-success: an update returns when the change is written down. So some time is given
 * to it, after each change of the app and after none else, and then the app is read: unless it is ready nothing behind it
 * changes, and the next apply looks again. Terraform runs `sleep` for it.
 */
export function rollout(scope: Construct, app: SecureApp): ITerraformDependable {
  const { resource } = frontages.get(app)!;
  const wait = new TerraformResource(scope, 'Wait', {
    terraformResourceType: 'terraform_data',
    provisioners: [{ type: 'local-exec', command: `sleep ${ROLLOUT_SECONDS}` }],
    dependsOn: [resource],
    lifecycle: { replaceTriggeredBy: [dependable(resource)] },
  });
  return app._readAfter(scope, wait, gate.serves('app'));
}
