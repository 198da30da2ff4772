import { Fn, ITerraformDependable, dependable } from 'cdktf';
import { Construct } from 'constructs';
import { ICisZone, onZone } from './zone';
import {
  CisEdgeFunctionsAction,
  CisEdgeFunctionsActionConfig,
} from '../../.gen/providers/ibm/cis-edge-functions-action';
import { CisEdgeFunctionsTrigger } from '../../.gen/providers/ibm/cis-edge-functions-trigger';
import { accountNameOf, quoted } from '../../core';
import { EDGE_FUNCTIONS } from '../../facts/cis-plans';
import { SECRET_NAME } from '../../facts/names';
import { LOCK_VALUE_PATTERN } from '../../facts/origin-lock';
import { SecretValue } from '../secrets/secret-value';

/** Properties for `EdgeHeader`. */
interface EdgeHeaderProps {
  readonly zone: ICisZone;
  readonly host: string;
  readonly headerName: string;
  readonly headerValue: SecretValue;
  /** Other values that have to be as this one has to be. */
  readonly alike: readonly SecretValue[];
}

/**
 * A header that the edge puts on every request of a host, in the place of any of that name: an edge function.
 * @internal
 */
export class EdgeHeader extends Construct {
  /** What is there once the edge sends it. */
  public readonly inForce: ITerraformDependable;
  private readonly action: CisEdgeFunctionsAction;

  constructor(scope: Construct, id: string, props: EdgeHeaderProps) {
    super(scope, id);
    const name = nameOf(this, props.zone);
    this.action = new CisEdgeFunctionsAction(this, 'Resource', actionOf(name, props));
    this.inForce = new CisEdgeFunctionsTrigger(this, 'Trigger', {
      ...onZone.terraformOf(props.zone),
      // by reference, since a trigger refers to a script that there is.
      actionName: this.action.actionName,
      // a host, and all its paths; neither scheme nor query may stand in it.
      patternUrl: `${props.host}/*`,
    });
  }

  /** Lets the edge send a value only after something that knows it. */
  public after(dependency: ITerraformDependable): void {
    this.action.dependsOn = [...(this.action.dependsOn ?? []), dependable(dependency)];
  }
}

/**
 * trap internet-services/edge-function-takes-over-a-name: the name tells stack and construct, so that it meets none of
 * somebody else's; where a plan has one script, Internet Services names it after the domain.
 */
const nameOf = (scope: Construct, zone: ICisZone): string =>
  EDGE_FUNCTIONS[zone.plan] === 1
    ? zone.domain
    : accountNameOf(scope, { ...SECRET_NAME, most: 63 });

/**
 * trap internet-services/zone-change-leaves-edge-functions-behind: they go along with the zone.
 * trap internet-services/edge-function-script-is-printed-in-plan: the value is sensitive wherever it came from, and with it
 * the script.
 */
function actionOf(name: string, props: EdgeHeaderProps): CisEdgeFunctionsActionConfig {
  const { zone, headerName, headerValue, alike } = props;
  const zoned = onZone.terraformOf(zone);
  return {
    ...zoned,
    actionName: name,
    script: scriptOf(headerName, headerValue),
    lifecycle: {
      ...zoned.lifecycle,
      // before anything is changed: the guard would refuse to start with another.
      precondition: [headerValue, ...alike].map((value) => ({
        condition: Fn.can(Fn.regex(quoted(LOCK_VALUE_PATTERN), value._reference)),
        errorMessage: `A value of the header ${headerName} has to be 32 to 512 printable characters without spaces, as openssl rand -hex 32 makes them.`,
      })),
    },
  };
}

/**
 * What the edge runs. It says nothing of what to do when it fails: then the edge answers with an error, and sends nothing
 * on; and if it did, the guard would refuse it.
 */
const scriptOf = (name: string, value: SecretValue): string =>
  [
    "addEventListener('fetch', (event) => {",
    '  const request = new Request(event.request);',
    `  request.headers.set(${JSON.stringify(name)}, ${encoded(value)});`,
    '  event.respondWith(fetch(request));',
    '});',
    '',
  ].join('\n');

/** As JavaScript reads it, whatever stands in it. */
const encoded = (value: SecretValue): string => Fn.jsonencode(value.toTerraform());
