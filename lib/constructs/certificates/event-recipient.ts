import { Problem, isA, matches, member, rejectValue } from '../../core';
import { EMAIL_ADDRESS } from '../../facts/edge-alerts';
import { HEADER_NAME } from '../../facts/event-notifications';
import { SecretValue } from '../secrets/secret-value';

/** Options for `EventRecipient.webhook`. */
export interface WebhookRecipientOptions {
  /**
   * What is sent along in headers, by their names.
   * @default - nothing beside the signature
   */
  readonly headers?: { readonly [name: string]: SecretValue };
}

/** How a recipient is reached. */
type Channel = 'email' | 'webhook' | 'slack' | 'teams' | 'pagerDuty';

/**
 * Who is told of an event.
 *
 * Whoever knows the address of a webhook can write to it, so addresses and keys are `SecretValue`s. Terraform's state
 * holds them in clear: keep it in an encrypted backend.
 * @see https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-create-en-destination
 */
export class EventRecipient {
  /**
   * Somebody with an e-mail address, who is invited and gets mail once the invitation is accepted.
   * @param address one address: `ops@example.com`
   * @throws an error when it is no e-mail address
   */
  public static email(address: string): EventRecipient {
    rejectValue('EventRecipient', matches('address', address ?? '', EMAIL_ADDRESS));
    return new EventRecipient('email', address);
  }

  /**
   * An address that is called with each event; calls are signed.
   * @param url the whole address
   * @throws an error naming every problem: a literal in place of the address or of a header, a name that is no header
   */
  public static webhook(url: SecretValue, options: WebhookRecipientOptions = {}): EventRecipient {
    const headers = Object.entries(options.headers ?? {});
    rejectValue('EventRecipient', [
      ...isSecret('url', url),
      ...headers.flatMap(([name, value]) => [
        ...matches(member('headers', name), name, HEADER_NAME),
        ...isSecret(member('headers', name), value),
      ]),
    ]);
    return new EventRecipient('webhook', url.toTerraform(), options.headers);
  }

  /**
   * A channel of Slack, by the address of its incoming webhook.
   * @throws an error when it is a literal
   */
  public static slack(url: SecretValue): EventRecipient {
    rejectValue('EventRecipient', isSecret('url', url));
    return new EventRecipient('slack', url.toTerraform());
  }

  /**
   * A channel of Microsoft Teams, by the address of its incoming webhook.
   * @throws an error when it is a literal
   */
  public static teams(url: SecretValue): EventRecipient {
    rejectValue('EventRecipient', isSecret('url', url));
    return new EventRecipient('teams', url.toTerraform());
  }

  /**
   * A service of PagerDuty, by its integration key.
   * @throws an error when it is a literal
   */
  public static pagerDuty(routingKey: SecretValue): EventRecipient {
    rejectValue('EventRecipient', isSecret('routingKey', routingKey));
    return new EventRecipient('pagerDuty', routingKey.toTerraform());
  }

  private constructor(
    /** @internal */
    public readonly _channel: Channel,
    /** @internal */
    public readonly _target: string,
    private readonly headers: { readonly [name: string]: SecretValue } = {},
  ) {}

  /** @internal */
  public get _headers(): Record<string, string> {
    const references = Object.entries(this.headers).map(([name, it]) => [name, it._reference]);
    return Object.fromEntries(references) as Record<string, string>;
  }

  /** Says what it is, and no more. */
  public toString(): string {
    return 'a recipient of events';
  }
}

const isSecret = (prop: string, value: SecretValue): Problem[] =>
  isA(prop, value, '_reference', 'a SecretValue');
