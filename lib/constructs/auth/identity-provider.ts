import { TerraformResource, TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import { AppidIdpCustom } from '../../.gen/providers/ibm/appid-idp-custom';
import { AppidIdpSaml } from '../../.gen/providers/ibm/appid-idp-saml';
import {
  OptOut,
  Problem,
  departs,
  given,
  isText,
  known,
  matches,
  recordWaivers,
  rejectValue,
  unwaived,
  withDefaults,
} from '../../core';
import { APP_ID_LIMITS, ENTITY_ID, HTTPS_ADDRESS } from '../../facts/app-id';
import { Waiver } from '../waiver';

/** Waivers for `IdentityProvider.saml`. */
export interface SamlProviderWaivers {
  /**
   * Excuses `signRequests: false` and `encryptedAnswers: false`.
   * @default - none
   */
  readonly plainMessages?: Waiver;
}

/** Options for `IdentityProvider.saml`. */
export interface SamlProviderOptions {
  /** The entity id of the provider, as its metadata has it. */
  readonly entityId: string;
  /** The address where the provider lets people sign in, with https. */
  readonly signInUrl: string;
  /** The certificates by which answers of the provider are checked, one or two, as PEM. */
  readonly certificates: string[];
  /**
   * What the provider is called where people choose one.
   * @default - its entity id
   */
  readonly displayName?: string;
  /**
   * Whether App ID signs what it asks the provider.
   * @default true
   */
  readonly signRequests?: boolean;
  /**
   * Whether the provider has to encrypt its answers.
   * @default true
   */
  readonly encryptedAnswers?: boolean;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: SamlProviderWaivers;
}

const DEFAULTS = { signRequests: true, encryptedAnswers: true, waivers: {} };

/**
 * Who knows the people that sign in, beside or instead of the directory of a tenant.
 * @see https://cloud.ibm.com/docs/appid?topic=appid-managing-idp
 */
export class IdentityProvider {
  /**
   * A provider that speaks SAML 2.0.
   * @throws an error naming every problem: no certificate, an address without https, a missing waiver
   */
  public static saml(options: SamlProviderOptions): IdentityProvider {
    const config = withDefaults(options, DEFAULTS);
    const optOuts = optOutsIn(config);
    rejectValue('IdentityProvider', [
      ...given('entityId', config.entityId, ENTITY_ID.words),
      ...matches('entityId', config.entityId ?? undefined, ENTITY_ID),
      ...given('signInUrl', config.signInUrl, HTTPS_ADDRESS.words),
      ...matches('signInUrl', config.signInUrl ?? undefined, HTTPS_ADDRESS),
      ...certificatesIn(config.certificates),
      ...unwaived(optOuts),
    ]);
    return new IdentityProvider('saml', (scope, tenantId, lifecycle) => {
      const provider = new AppidIdpSaml(scope, 'Saml', {
        tenantId,
        isActive: true,
        config: {
          entityId: config.entityId,
          signInUrl: config.signInUrl,
          certificates: config.certificates,
          displayName: config.displayName ?? config.entityId,
          signRequest: config.signRequests,
          encryptResponse: config.encryptedAnswers,
          includeScoping: false,
        },
        lifecycle,
      });
      recordWaivers(provider, optOuts);
      return provider;
    });
  }

  /**
   * A provider of your own, which vouches for people by tokens that it signs.
   * @param publicKey the key by which the tokens are checked, as PEM
   * @throws an error when it is no public key
   */
  public static custom(publicKey: string): IdentityProvider {
    rejectValue('IdentityProvider', publicKeyIn(publicKey));
    return new IdentityProvider(
      'custom',
      (scope, tenantId, lifecycle) =>
        new AppidIdpCustom(scope, 'Custom', { tenantId, isActive: true, publicKey, lifecycle }),
    );
  }

  private constructor(
    /** @internal */
    public readonly _kind: string,
    /** @internal */
    public readonly _define: Define,
  ) {}
}

type Define = (
  scope: Construct,
  tenantId: string,
  lifecycle: TerraformResourceLifecycle,
) => TerraformResource;

const optOutsIn = (config: typeof DEFAULTS & Pick<SamlProviderOptions, 'waivers'>): OptOut[] => [
  {
    rule: 'auth/saml-signed',
    prop: config.signRequests ? 'encryptedAnswers' : 'signRequests',
    got: 'false',
    expected: 'true',
    taken: departs(config.signRequests, !(config.signRequests && config.encryptedAnswers)),
    waiverProp: 'waivers.plainMessages',
    waiver: config.waivers?.plainMessages,
  },
];

function certificatesIn(certificates: string[] | undefined): Problem[] {
  const count = Array.isArray(certificates) ? certificates.length : 0;
  const right = count >= 1 && count <= APP_ID_LIMITS.certificates;
  return right
    ? certificates!.flatMap((it, at) => pemIn(`certificates.${at}`, it, 'CERTIFICATE'))
    : [{ prop: 'certificates', got: `${count}`, expected: 'one or two certificates' }];
}

const publicKeyIn = (key: string): Problem[] => pemIn('publicKey', key, 'PUBLIC KEY');

/** The text is never shown: it may be a private key. */
function pemIn(prop: string, text: string, label: string): Problem[] {
  const kind = isText(prop, text);
  if (kind.length > 0 || !known(text)) return kind;
  return new RegExp(`^\\s*-----BEGIN ${label}-----`).test(text)
    ? []
    : [{ prop, got: 'another text', expected: `a text that begins with -----BEGIN ${label}-----` }];
}
