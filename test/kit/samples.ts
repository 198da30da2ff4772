/** What most tests of constructs need and none of them is about. */
import { App, TerraformStack } from 'cdktf';
import { IbmProvider } from '../../lib/.gen/providers/ibm/provider';
import { Image } from '../../lib/constructs/images/image';
import { Waiver } from '../../lib/constructs/waiver';
import { CodeEngineProject } from '../../lib/constructs/workloads/code-engine-project';

export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
export const RESOURCE_GROUP_ID = '0123456789abcdef0123456789abcdef';

/** A value that must never be seen in any output. */
export const CANARY = 'canary-5f1c9e-never-to-be-seen';

export const image = () => Image.fromRegistry('private.us.icr.io/shop/web').digest(DIGEST);

export const project = (stack: TerraformStack) =>
  new CodeEngineProject(stack, 'project', { resourceGroupId: RESOURCE_GROUP_ID });

export const waiver = () =>
  Waiver.because('the reason does not matter here', { owner: 'team', until: '2999-12-31' });

/** A stack with the provider and what `define` puts into it: ready to be deployed. */
export function withProvider(define: (stack: TerraformStack) => void, app = new App()) {
  const stack = new TerraformStack(app, 'test');
  new IbmProvider(stack, 'ibm', { region: 'us-south' });
  define(stack);
  return stack;
}

/** How a waiver of these samples is written beside its resource. */
export const recorded = (rule: string) => ({
  rule,
  reason: 'the reason does not matter here',
  owner: 'team',
  until: '2999-12-31',
});
