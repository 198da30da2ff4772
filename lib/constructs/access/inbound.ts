import { INetworkZone } from './network-zone';
import { Problem, isA, rejectValue } from '../../core';

/**
 * Who reaches the apps and functions of a project, whatever their visibility says; what runs in the project always does.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-cbr-inbound
 */
export class Inbound {
  /** Nothing from the internet: only what comes by private endpoints. */
  public static privateOnly(): Inbound {
    return new Inbound([[PRIVATE]]);
  }

  /**
   * Only what comes by private endpoints from some zones.
   * @throws an error when there is none
   */
  public static privateFrom(zones: INetworkZone[]): Inbound {
    rejectValue('Inbound', [
      ...(zones?.length > 0 ? [] : [NOWHERE]),
      ...(zones ?? []).flatMap((it, at) =>
        isA(`zones.${at}`, it, 'networkZoneId', 'a NetworkZone'),
      ),
    ]);
    return new Inbound(zones.map(({ networkZoneId }) => [...zone(networkZoneId), PRIVATE]));
  }

  /** Nothing from outside at all: what runs in the project still calls out, and each other. */
  public static isolated(): Inbound {
    return new Inbound([]);
  }

  private constructor(
    /** @internal */
    public readonly _contexts: readonly (readonly Attribute[])[],
  ) {}
}

/** One thing that a request has to be, in the order in which attributes are rendered. */
interface Attribute {
  readonly name: string;
  readonly value: string;
}

const PRIVATE: Attribute = { name: 'endpointType', value: 'private' };

const zone = (value: string): Attribute[] => [{ name: 'networkZoneId', value }];

const NOWHERE: Problem = {
  prop: 'zones',
  got: 'none',
  expected: 'at least one NetworkZone; for nobody at all there is Inbound.isolated',
};
