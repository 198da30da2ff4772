import { Construct } from 'constructs';
import { alertFilters } from './alert-filters';
import { EdgeWebhook } from './edge-webhook';
import { ICisZone, onZone } from './zone';
import { CisAlert, CisAlertConfig } from '../../.gen/providers/ibm/cis-alert';
import { CisWebhook, CisWebhookConfig } from '../../.gen/providers/ibm/cis-webhook';
import {
  Problem,
  Settled,
  accountNameOf,
  isA,
  line,
  matches,
  member,
  notEmpty,
  oneOf,
  reject,
  replacementTrigger,
  withDefaults,
} from '../../core';
import {
  ALERT_NAME,
  ALERT_WORDS,
  EMAIL_ADDRESS,
  EdgeAlertKind,
  POOL_ALERTS,
  POOL_ID,
  USUAL_ALERTS,
} from '../../facts/edge-alerts';

/** Properties for `EdgeAlerts`. */
export interface EdgeAlertsProps {
  /** The zone, on a plan of `CisPlan.ENTERPRISE_ESSENTIAL` or more. */
  readonly zone: ICisZone;
  /**
   * Addresses that get each alert by e-mail; at least one, or one of `webhooks`.
   * @default - none
   */
  readonly emails?: string[];
  /**
   * Webhooks that get each alert, by names of your own: letters, digits, spaces and any of - . _ :.
   * @default - none
   */
  readonly webhooks?: { readonly [name: string]: EdgeWebhook };
  /**
   * What there is an alert about; what is about pools needs one of them.
   * @default - Layer-7 attacks, spikes of firewall events, both kinds of certificates, and the health of `pools`
   */
  readonly kinds?: EdgeAlertKind[];
  /**
   * Ids of the origin pools that are watched, with or without the instance behind them; see `addPool`.
   * @default - none
   */
  readonly pools?: string[];
  /**
   * How the names of the alerts begin, at most 100 characters.
   * @default - made of the ids from the stack on down to this construct
   */
  readonly alertName?: string;
}

const DEFAULTS = { emails: [], webhooks: {}, kinds: [...USUAL_ALERTS], pools: [] };
type Config = Settled<EdgeAlertsProps, typeof DEFAULTS>;

/**
 * Who is told when the edge is attacked, a firewall has far more to do than usual, an origin is ill or a certificate fails.
 *
 * Internet Services keeps alerts by instance: attacks and certificates are told for all of its zones, so one construct for
 * each instance does; spikes are told for this zone, and pools as they are named. Every alert comes for something out of
 * the ordinary, never for a single request. To change what an alert watches makes it anew.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-types-alerts
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_alert
 */
export class EdgeAlerts extends Construct {
  private readonly config: Config;
  private readonly webhookIds: string[];
  private readonly watched: string[] = [];

  /** @throws an error naming every problem: nobody to tell, a plan without alerts, an address or a pool that is none */
  constructor(scope: Construct, id: string, props: EdgeAlertsProps) {
    super(scope, id);
    this.config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(this, this.config));
    this.webhookIds = webhooksOf(this, this.config);
    for (const kind of this.config.kinds.filter((it) => !POOL_ALERTS.includes(it))) this.tell(kind);
    for (const pool of this.config.pools) this.addPool(pool);
    this.node.addValidation({ validate: () => unwatched(this.config, this.watched).map(line) });
  }

  /**
   * Watches one more origin pool, as far as `kinds` ask for pools.
   * @param poolId its id, with or without the instance behind it
   * @throws an error when it is none
   */
  public addPool(poolId: string): void {
    reject(this, matches('poolId', poolId, POOL_ID));
    this.watched.push(alertFilters.poolId(poolId));
    for (const kind of this.config.kinds.filter((it) => POOL_ALERTS.includes(it))) this.tell(kind);
  }

  /** Makes an alert, unless there is one of the kind. */
  private tell(kind: EdgeAlertKind): void {
    const id = `Alert-${kind}`;
    if (this.node.tryFindChild(id)) return;
    const filters = alertFilters.of(kind, this.config.zone, this.watched);
    new CisAlert(this, id, terraformOf(this, this.config, { kind, filters, to: this.webhookIds }));
  }
}

function problemsIn(alerts: EdgeAlerts, config: Config): Problem[] {
  const { zone, emails, webhooks, kinds, pools, alertName } = config;
  const lost = onZone.problemsIn(alerts, zone);
  return [
    ...(lost.length > 0 ? lost : onZone.requireCapability(zone, 'alerts', 'zone')),
    ...(Object.keys(webhooks).length > 0 ? [] : notEmpty('emails', emails, RECIPIENTS)),
    ...emails.flatMap((it, at) => matches(member('emails', `${at}`), it, EMAIL_ADDRESS)),
    ...Object.entries(webhooks).flatMap(([name, webhook]) => [
      ...matches(member('webhooks', name), name, ALERT_NAME),
      ...isA(member('webhooks', name), webhook, '_url', 'an EdgeWebhook'),
    ]),
    ...notEmpty('kinds', kinds, 'at least one EdgeAlertKind'),
    ...kinds.flatMap((it, at) => oneOf(`kinds.${at}`, it, Object.values(EdgeAlertKind))),
    ...pools.flatMap((it, at) => matches(`pools.${at}`, it, POOL_ID)),
    ...matches('alertName', alertName, ALERT_NAME),
  ];
}

const RECIPIENTS = 'at least one address, or one of webhooks';

/** What is asked for by name and would tell nothing; what is usual waits for the first pool. */
function unwatched({ kinds }: Config, watched: readonly string[]): Problem[] {
  const asked = kinds !== DEFAULTS.kinds && kinds.some((it) => POOL_ALERTS.includes(it));
  return asked && watched.length === 0
    ? [{ prop: 'pools', got: 'nothing', expected: 'at least one', remedy: 'use addPool' }]
    : [];
}

/** The ids of the webhooks, which are made here. */
const webhooksOf = (alerts: EdgeAlerts, { zone, webhooks }: Config): string[] =>
  Object.entries(webhooks).map(
    ([name, webhook]) =>
      new CisWebhook(alerts, `Webhook-${name}`, webhookOf(zone, name, webhook)).webhookId,
  );

const webhookOf = (zone: ICisZone, name: string, webhook: EdgeWebhook): CisWebhookConfig => ({
  cisId: zone.crn,
  name,
  url: webhook._url,
  secret: webhook._secret,
  lifecycle: { replaceTriggeredBy: [onZone.replacement(zone)] },
});

interface Alert {
  readonly kind: EdgeAlertKind;
  readonly filters?: string;
  readonly to: string[];
}

/**
 * trap internet-services/alert-conditions-are-not-sent-on-create: Internet Services makes them of the filters.
 * trap internet-services/alert-without-conditions-never-converges,
 * trap internet-services/alert-absent-conditions-are-stored-as-null: what it made is no drift, and other filters are
 * another alert.
 */
function terraformOf(
  alerts: EdgeAlerts,
  { zone, emails, alertName }: Config,
  { kind, filters, to }: Alert,
): CisAlertConfig {
  const [end, description] = ALERT_WORDS[kind];
  const change = filters ? [replacementTrigger(alerts, `Filters-${kind}`, filters)] : [];
  return {
    cisId: zone.crn,
    name: `${alertName ?? accountNameOf(alerts, ALERT_NAME)}-${end}`,
    // trap internet-services/removed-alert-description-is-never-sent: there always is one.
    description,
    // trap internet-services/disabled-alert-is-never-sent: it is there or it is not.
    enabled: true,
    alertType: kind,
    mechanisms: [{ email: emails, webhooks: to }],
    filters,
    lifecycle: {
      ignoreChanges: ['filters', 'conditions'],
      replaceTriggeredBy: [onZone.replacement(zone), ...change],
    },
  };
}
