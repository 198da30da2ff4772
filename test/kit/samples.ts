/** What most tests of constructs need and none of them is about. */
import { App, TerraformStack } from 'cdktf';
import { IbmProvider } from '../../lib/.gen/providers/ibm/provider';
import { SourceRepository } from '../../lib/constructs/builds/source-repository';
import { CisZone } from '../../lib/constructs/edge/cis-zone';
import { Image } from '../../lib/constructs/images/image';
import { PrivateRegistry } from '../../lib/constructs/images/private-registry';
import { SecretValue } from '../../lib/constructs/secrets/secret-value';
import { Waiver } from '../../lib/constructs/waiver';
import { CodeEngineProject } from '../../lib/constructs/workloads/code-engine-project';
import { CisPlan } from '../../lib/facts/cis-plans';
import { RegistryRegion } from '../../lib/facts/registries';

export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
export const RESOURCE_GROUP_ID = '0123456789abcdef0123456789abcdef';

/** A value that must never be seen in any output; long enough for whatever asks for a long one. */
export const CANARY = 'canary-5f1c9e-never-to-be-seen-anywhere';

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

/** A private registry, for what only needs one. */
export const registry = (stack: TerraformStack) =>
  new PrivateRegistry(stack, 'images', {
    namespaceName: 'acme-shop',
    region: RegistryRegion.US_SOUTH,
    resourceGroupId: RESOURCE_GROUP_ID,
  });

export const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** One commit of a private repository. */
export const source = (stack: TerraformStack) =>
  SourceRepository.fromSsh('git@github.com:acme/shop.git', {
    deployKey: SecretValue.fromVariable(stack, 'deploy_key'),
    knownHosts: 'github.com ssh-ed25519 AAAA',
  }).commit(COMMIT);

export const CIS_CRN =
  'crn:v1:bluemix:public:internet-svcs:global:a/0123456789abcdef0123456789abcdef:01234567-89ab-cdef-0123-456789abcdef::';
export const ZONE_ID = 'fedcba9876543210fedcba9876543210';

/** A zone that exists, of a plan that has all that most have. */
export const zone = (stack: TerraformStack, plan = CisPlan.ENTERPRISE_ADVANCED) =>
  CisZone.fromAttributes(stack, 'zone', {
    crn: CIS_CRN,
    zoneId: ZONE_ID,
    domain: 'example.com',
    plan,
  });
