import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import {
  CodeEngineDomainMapping,
  CodeEngineDomainMappingConfig,
} from '../../.gen/providers/ibm/code-engine-domain-mapping';
import {
  DataIbmCodeEngineDomainMapping,
  DataIbmCodeEngineDomainMappingConfig,
} from '../../.gen/providers/ibm/data-ibm-code-engine-domain-mapping';
import { enroll, placeOf } from '../../core';
import { ComponentType } from '../../facts/component-type';
import { IAppSecret } from '../secrets/app-secret';
import { frontages } from '../workloads/frontage';
import { gate } from '../workloads/gate';
import { IWorkload } from '../workloads/workload';

/** Properties for `DomainMapping`. */
interface DomainMappingProps {
  readonly host: string;
  readonly workload: IWorkload;
  readonly tlsSecret: IAppSecret;
  /** What has to hold before the host leads to the workload. */
  readonly after?: readonly ITerraformDependable[];
}

/**
 * The host name of a workload inside Code Engine, with the certificate that is served for it.
 * @internal
 */
export class DomainMapping extends Construct {
  /** Where the edge finds the workload. */
  public readonly target: string;
  /** The name, as what is named after it refers to it. */
  public readonly host: string;
  /** The resource itself. */
  public readonly resource: CodeEngineDomainMapping;

  constructor(scope: Construct, id: string, props: DomainMappingProps) {
    super(scope, id);
    this.resource = new CodeEngineDomainMapping(this, 'Resource', terraformOf(props));
    new DataIbmCodeEngineDomainMapping(this, 'Gate', gateOf(props, this.resource));
    this.target = this.resource.cnameTarget;
    this.host = this.resource.name;
    frontages.get(props.workload)?.hosts.push(props.host);
    enroll(props.workload.project, { kind: 'domainMappings' });
  }
}

const RESOURCE_TYPES: Partial<Record<ComponentType, string>> = {
  [ComponentType.APPLICATION]: 'app_v2',
  [ComponentType.FUNCTION]: 'function_v2',
};

const terraformOf = (props: DomainMappingProps): CodeEngineDomainMappingConfig => ({
  ...placeOf(props.workload.project),
  name: props.host,
  tlsSecret: props.tlsSecret.secretName,
  component: {
    name: props.workload.componentName,
    resourceType: RESOURCE_TYPES[props.workload.componentType]!,
  },
  dependsOn: props.after && [...props.after],
});

/** Reads the mapping after each change: an update that fails is no error of the provider's. */
const gateOf = (
  { workload }: DomainMappingProps,
  mapping: CodeEngineDomainMapping,
): DataIbmCodeEngineDomainMappingConfig => ({
  ...placeOf(workload.project),
  name: mapping.name,
  dependsOn: [mapping],
  lifecycle: { postcondition: [gate.notFailed('domain mapping')] },
});
