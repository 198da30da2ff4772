import { Construct } from 'constructs';
import {
  ResourceInstance,
  ResourceInstanceConfig,
} from '../../.gen/providers/ibm/resource-instance';
import { Problem, given, matches, oneOf } from '../../core';
import { RESOURCE_GROUP_ID } from '../../facts/names';
import { INSTANCE_NAME, SERVICE_CATALOGUE } from '../../facts/service-instances';

/** What every instance of a service says of itself. */
export type ServiceInstanceConfig = {
  readonly instanceName: string;
  readonly resourceGroupId: string;
  readonly region: string;
  readonly plan: string;
  readonly deletionProtection: boolean;
};

type Service = keyof typeof SERVICE_CATALOGUE;

/** Instances of services: each construct that makes one calls these, and hands the instance out as its own `Resource`. */
export const serviceInstance = {
  /** trap resources/instance-plan-and-location-are-checked-only-at-apply */
  problemsIn: (service: Service, config: ServiceInstanceConfig): Problem[] => [
    ...matches('instanceName', config.instanceName, INSTANCE_NAME),
    ...given('resourceGroupId', config.resourceGroupId, RESOURCE_GROUP_ID.words),
    ...matches('resourceGroupId', config.resourceGroupId ?? undefined, RESOURCE_GROUP_ID),
    ...given('region', config.region, `a region of ${service}`),
    ...oneOf('region', config.region ?? undefined, SERVICE_CATALOGUE[service].regions).map(orNewer),
    ...oneOf('plan', config.plan, SERVICE_CATALOGUE[service].plans),
  ],

  /**
   * Makes the instance.
   *
   * trap resources/removing-an-instance-tag-deletes-it-account-wide: `tags` are never rendered.
   * @param parameters all that the service knows, with a value for each
   */
  define: (
    scope: Construct,
    service: Service,
    config: ServiceInstanceConfig,
    parameters: Record<string, string>,
  ) => new ResourceInstance(scope, 'Resource', terraformOf(service, config, parameters)),
};

const orNewer = (problem: Problem): Problem => ({
  ...problem,
  remedy: 'give a region that is newer than this list as a variable',
});

const terraformOf = (
  service: Service,
  config: ServiceInstanceConfig,
  parameters: Record<string, string>,
): ResourceInstanceConfig => ({
  name: config.instanceName,
  service,
  plan: config.plan,
  location: config.region,
  resourceGroupId: config.resourceGroupId,
  // trap resources/removed-instance-parameters-stay-set: what is not written out is not taken back either.
  parameters,
  timeouts: { create: `${SERVICE_CATALOGUE[service].createMinutes}m` },
  lifecycle: { preventDestroy: config.deletionProtection },
});
