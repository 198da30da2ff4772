import { TerraformResource, dependable } from 'cdktf';
import { Construct } from 'constructs';

/**
 * Makes a `terraform_data` that changes with a value, and answers its address for `replaceTriggeredBy`: a resource
 * that names it there is made anew where the provider would lose the change.
 *
 * cdktf's own class for it runs `terraform version` each time one is made.
 */
export function replacementTrigger(scope: Construct, id: string, input: string): string {
  const trigger = new TerraformResource(scope, id, { terraformResourceType: 'terraform_data' });
  trigger.addOverride('input', input);
  // as an element, and not as this address, cdktf would render a template that Terraform refuses here.
  return dependable(trigger);
}
