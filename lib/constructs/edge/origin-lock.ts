import { Construct } from 'constructs';
import { EdgeHeader } from './edge-header';
import { GUARD_OWN, OriginGuard } from './origin-guard';
import { originGuards } from './origin-guards';
import { isInside } from './protection-steps';
import { ICisZone, onZone } from './zone';
import {
  Problem,
  Settled,
  given,
  isA,
  known,
  line,
  matches,
  member,
  reject,
  show,
  withDefaults,
} from '../../core';
import { EDGE_FUNCTIONS } from '../../facts/cis-plans';
import { ORIGIN_NAME, PLAIN_HOST } from '../../facts/names';
import { GUARD_PATH, GUARD_PREFIX, LOCK_HEADER } from '../../facts/origin-lock';
import { protectedApp } from '../auth/protected-app';
import { Image } from '../images/image';
import { SecretValue } from '../secrets/secret-value';
import { frontages } from '../workloads/frontage';
import { ISecureApp, SecureApp, SecureAppOptions } from '../workloads/secure-app';

/** Properties for `OriginLock`. */
export interface OriginLockProps {
  /** The zone that holds the host. */
  readonly zone: ICisZone;
  /** The whole host name in lower case: `shop.example.com`. */
  readonly host: string;
  /** A stock image with Node 20 or newer, pinned by digest, in which the guard runs. */
  readonly nodeImage: Image;
  /** What the edge sends: 32 to 512 printable characters without spaces, as in `openssl rand -hex 32`. */
  readonly headerValue: SecretValue;
  /**
   * What the edge sent before, for as long as the edge goes over to `headerValue`.
   * @default - no other value is let in
   */
  readonly previousHeaderValue?: SecretValue;
  /**
   * The name of the header: letters, digits and hyphens.
   * @default 'X-Origin-Lock'
   */
  readonly headerName?: string;
  /**
   * The path that the guard answers itself, for everybody: the health check of the edge comes without the header.
   * @default '/ping'
   */
  readonly healthPath?: string;
  /**
   * The path at which the app answers 200 where it is well: the guard asks there before it tells the edge of its health.
   * @default - the guard tells of itself alone, and an origin whose app is down stays in the pool
   */
  readonly appHealthPath?: string;
  /**
   * How the guards run, but for what makes them guards.
   * @default - as a `SecureApp` does, with one instance at least
   */
  readonly appOptions?: SecureAppOptions;
}

const DEFAULTS = { headerName: 'X-Origin-Lock', healthPath: '/ping', appOptions: {} };
type Config = Settled<OriginLockProps, typeof DEFAULTS>;

/** The hosts of each zone that have a lock. */
const locked = new WeakMap<object, Set<string>>();

/**
 * Closes the way around the edge: a host answers only what came through Internet Services.
 *
 * An edge function puts a header with a secret value on every request of the host; a guard before the app refuses those
 * without it. Whoever learns the value gets past until it is rotated: it stands in the state, in a secret of the project and
 * in the script of the edge function, which everybody can read who may read the functions of the zone. It takes nothing off
 * what comes through the edge, and other workloads of the project reach the app all the same. The function runs for every
 * request and counts against what the plan of Internet Services allows; where it does not run, requests are refused.
 *
 * To rotate the value, apply with the new one as `headerValue` and the old one as `previousHeaderValue`: the guard learns both
 * first, then the edge goes over. Minutes later apply without `previousHeaderValue`. To take the lock away, map the host to
 * the app and apply before the lock goes.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-edge-functions
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_edge_functions_action
 */
export class OriginLock extends Construct {
  private readonly config: Config;
  private readonly header: EdgeHeader;
  private readonly apps = new Map<string, ISecureApp>();

  /** @throws an error naming every problem of the props at once */
  constructor(scope: Construct, id: string, props: OriginLockProps) {
    super(scope, id);
    this.config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(this, this.config));
    hostsOf(this.config.zone).add(this.config.host);
    this.header = new EdgeHeader(this, 'Edge', { ...this.config, alike: previousIn(this.config) });
    this.node.addValidation({ validate: () => this.looseEnds().map(line) });
  }

  /**
   * Puts a guard before an app, in the app's project; with several regions one before the app of each.
   * @param app an app that is made here and that only its project reaches: an app of your own, or that of an `AuthProxy`
   * @param name a name of your own for the origin, such as the region
   * @returns the guard, for `origins` of a `CisProtectedDomain` in the place of the app
   * @throws an error naming every problem: an app that is reached otherwise, a guard, a name that is taken
   */
  public protect(app: ISecureApp, name = 'main'): SecureApp {
    reject(this, [
      ...matches('name', name, ORIGIN_NAME),
      ...(this.apps.has(name) ? [{ ...TAKEN, got: show(name) }] : []),
      ...(originGuards.has(app) ? [GUARD] : protectedApp.closed('app', app)),
    ]);
    this.apps.set(name, app);
    const { host, healthPath, nodeImage: image } = this.config;
    const guard = new OriginGuard(this, `Guard-${name}`, { ...this.config, app, image });
    // the edge goes over to a value when the guards know it: at every moment what it sends is let in.
    this.header.after(guard.serves);
    // as without a guard: nobody waits for an instance unless that was asked for.
    frontages.get(app)?.keepRunning();
    originGuards.add(guard.app, { host, healthPath, inForce: this.header.inForce });
    return guard.app;
  }

  /** What only the whole program shows: a lock without a door, an app that was opened later. */
  private looseEnds(): Problem[] {
    return [
      ...(this.apps.size > 0 ? [] : [NOTHING]),
      ...[...this.apps.values()].flatMap((app) => protectedApp.openedLater(app)),
    ];
  }
}

const TAKEN = { prop: 'name', expected: 'a name that no other origin has' };

const GUARD: Problem = { prop: 'app', got: 'a guard', expected: 'the app behind it' };

const NOTHING: Problem = { prop: 'protect', got: 'no app', expected: 'at least one call' };

const previousIn = ({ previousHeaderValue }: Config): SecretValue[] =>
  previousHeaderValue ? [previousHeaderValue] : [];

function hostsOf(zone: ICisZone): Set<string> {
  const hosts = locked.get(onZone.identity(zone)) ?? new Set<string>();
  locked.set(onZone.identity(zone), hosts);
  return hosts;
}

function problemsIn(scope: Construct, config: Config): Problem[] {
  const lost = onZone.problemsIn(scope, config.zone);
  const { host, previousHeaderValue: previous } = config;
  return [
    ...lost,
    ...given('host', host, PLAIN_HOST.words),
    ...matches('host', host ?? undefined, PLAIN_HOST),
    ...(lost.length > 0 || typeof host !== 'string' ? [] : problemsOnZone(config)),
    ...isA('nodeImage', config.nodeImage, 'reference', 'an Image'),
    ...isA('headerValue', config.headerValue, '_reference', 'a SecretValue'),
    ...(previous === undefined
      ? []
      : isA('previousHeaderValue', previous, '_reference', 'a SecretValue')),
    ...matches('headerName', config.headerName, LOCK_HEADER),
    ...matches('healthPath', config.healthPath, GUARD_PATH),
    ...matches('appHealthPath', config.appHealthPath, GUARD_PATH),
    ...problemsInOptions(config.appOptions),
  ];
}

function problemsOnZone({ zone, host }: Config): Problem[] {
  const hosts = hostsOf(zone);
  const most = known(zone.plan) ? EDGE_FUNCTIONS[zone.plan] : Infinity;
  return [
    ...(known(host) && !isInside(host, zone.domain)
      ? [{ prop: 'host', got: show(host), expected: `a host of ${zone.domain}` }]
      : []),
    ...(hosts.has(host)
      ? [{ prop: 'host', got: `${show(host)} once more`, expected: 'one lock for each host' }]
      : []),
    ...(!hosts.has(host) && hosts.size >= most
      ? [
          {
            prop: 'zone',
            got: `a second lock on a zone of plan ${show(zone.plan)}`,
            expected: 'one, because the plan has one edge function',
          },
        ]
      : []),
  ];
}

/** The guard decides itself where it listens, what it runs and what it is told. */
function problemsInOptions(options: SecureAppOptions): Problem[] {
  const ours = Object.keys(options.environment ?? {}).filter((it) => it.startsWith(GUARD_PREFIX));
  const own = GUARD_OWN.filter((it) => options[it] !== undefined);
  return [
    ...own.map((it) => ({ prop: `appOptions.${it}`, got: 'a value', expected: ITS_OWN })),
    ...ours.map((it) => ({
      prop: member('appOptions.environment', it),
      got: 'a value',
      expected: ITS_OWN,
    })),
  ];
}

const ITS_OWN = 'nothing, because the guard has its own';
