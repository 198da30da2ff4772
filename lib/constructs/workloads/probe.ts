import { Problem, Settled, between, matches, rejectValue, withDefaults } from '../../core';
import { APP_LIMITS, PROBE_LIMITS } from '../../facts/limits';
import { PROBE_PATH } from '../../facts/names';

/** Options for `Probe.http` and `Probe.tcp`. */
export interface ProbeOptions {
  /**
   * The port to probe, 1 to 65535.
   * @default - the port of the app
   */
  readonly port?: number;
  /**
   * Seconds from the start of an instance to the first probe, 1 to 10.
   * @default 1
   */
  readonly initialDelay?: number;
  /**
   * Seconds from one probe to the next, 1 to 60.
   * @default 10
   */
  readonly interval?: number;
  /**
   * Seconds after which a probe without an answer has failed, 1 to 3600.
   * @default 2
   */
  readonly timeout?: number;
  /**
   * Failures in a row after which the instance counts as not ready, or is restarted, 1 to 10.
   * @default 3
   */
  readonly failureThreshold?: number;
}

const DEFAULTS = { initialDelay: 1, interval: 10, timeout: 2, failureThreshold: 3 };
type Config = Settled<ProbeOptions, typeof DEFAULTS>;

/**
 * How Code Engine finds out that an instance is ready, or still alive.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-app-probes
 */
export class Probe {
  /**
   * Asks for a path over HTTP and wants an answer from 200 to 399.
   * @param path the path to ask for, beginning with a slash: `/healthz`
   * @throws an error naming every problem: a path without its slash, a number out of range
   */
  public static http(path: string, options: ProbeOptions = {}): Probe {
    rejectValue('Probe', [...matches('path', path, PROBE_PATH), ...problemsIn(options)]);
    return new Probe('http', path, withDefaults(options, DEFAULTS));
  }

  /**
   * Opens a connection and wants it to be taken.
   * @throws an error naming every number out of range
   */
  public static tcp(options: ProbeOptions = {}): Probe {
    rejectValue('Probe', problemsIn(options));
    return new Probe('tcp', undefined, withDefaults(options, DEFAULTS));
  }

  private constructor(
    /** @internal */
    public readonly _kind: string,
    private readonly path: string | undefined,
    private readonly config: Config,
  ) {}

  /**
   * Renders all of a probe, the port of the app included.
   *
   * trap code-engine/unset-probe-port-and-delay-are-sent-as-zero: nothing is left unset.
   * @internal
   */
  public _toTerraform(appPort: number) {
    const { port = appPort, ...timing } = this.config;
    return { type: this._kind, path: this.path, port, ...timing };
  }
}

const problemsIn = (options: ProbeOptions): Problem[] => [
  ...between('port', options.port, APP_LIMITS.port),
  ...between('initialDelay', options.initialDelay, PROBE_LIMITS.initialDelay),
  ...between('interval', options.interval, PROBE_LIMITS.interval),
  ...between('timeout', options.timeout, PROBE_LIMITS.timeout),
  ...between('failureThreshold', options.failureThreshold, PROBE_LIMITS.failureThreshold),
];
