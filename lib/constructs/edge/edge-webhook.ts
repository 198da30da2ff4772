import { Problem, isA, known, rejectValue } from '../../core';
import { PLAIN_URL, SECRET_URL_HOSTS } from '../../facts/edge-alerts';
import { SecretValue } from '../secrets/secret-value';

/** Options for `EdgeWebhook.fromSecretUrl`. */
export interface EdgeWebhookOptions {
  /**
   * What Internet Services sends along in the header `cf-webhook-auth`.
   * @default - nothing: who knows the address is trusted
   */
  readonly secret?: SecretValue;
}

/**
 * An address that is called when there is an alert.
 *
 * Terraform's state holds the address and the secret in clear: keep it in an encrypted backend.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-configuring-webhooks
 */
export class EdgeWebhook {
  /**
   * An address that anyone may know, with a secret by which the receiver knows who calls.
   * @param url the address, of `https://`, without user, query and fragment
   * @param secret what is sent along in the header `cf-webhook-auth`
   * @throws an error when the address is a secret itself, as those of Slack are, or no secret comes with it
   */
  public static fromUrl(url: string, secret: SecretValue): EdgeWebhook {
    rejectValue('EdgeWebhook', [
      ...isPlain('url', url),
      ...isA('secret', secret, '_reference', 'a SecretValue'),
    ]);
    return new EdgeWebhook(url, secret.toTerraform());
  }

  /**
   * An address that only its owner knows, as those of Slack, Microsoft Teams and PagerDuty.
   * @param url the whole address
   * @throws an error when it is a literal
   */
  public static fromSecretUrl(url: SecretValue, options: EdgeWebhookOptions = {}): EdgeWebhook {
    rejectValue('EdgeWebhook', [
      ...isA('url', url, '_reference', 'a SecretValue'),
      ...(options.secret ? isA('secret', options.secret, '_reference', 'a SecretValue') : []),
    ]);
    return new EdgeWebhook(url.toTerraform(), options.secret?.toTerraform());
  }

  private constructor(
    /** @internal */
    public readonly _url: string,
    /** @internal */
    public readonly _secret: string | undefined,
  ) {}

  /** Says what it is, and no more. */
  public toString(): string {
    return 'a webhook';
  }
}

/** The address is not shown: whatever is wrong with it, it may be a secret. */
function isPlain(prop: string, url: string): Problem[] {
  const text = typeof url === 'string';
  if (text && !known(url)) return [];
  const got = text ? `an address of ${url.length} characters` : `another ${typeof url}`;
  if (text && SECRET_URL_HOSTS.test(url)) {
    const expected = 'one that anyone may know';
    return [{ prop, got, expected, remedy: 'use EdgeWebhook.fromSecretUrl' }];
  }
  const right = text && PLAIN_URL.pattern.test(url) && url.length <= PLAIN_URL.most;
  return right ? [] : [{ prop, got, expected: PLAIN_URL.words }];
}
