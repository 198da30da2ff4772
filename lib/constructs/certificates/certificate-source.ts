import { certificateImport } from './certificate-import';
import { certificateOrder } from './certificate-order';
import { existingCertificate } from './certificate-reads';
import { ICertificateIssuer } from './lets-encrypt';
import { CertificateMaker } from './stored-certificate';
import {
  Problem,
  between,
  given,
  isA,
  isText,
  known,
  matches,
  oneOf,
  rejectValue,
  withDefaults,
} from '../../core';
import { CERTIFICATE_LIMITS, CertificateKind, KeyAlgorithm } from '../../facts/certificates';
import { GUID } from '../../facts/names';
import { ISecretGroup } from '../secrets/secret-group';
import { SecretValue } from '../secrets/secret-value';
import { ISecretsStore } from '../secrets/secrets-store';

/** Options for `CertificateSource.ordered`. */
export interface OrderedCertificateOptions {
  /**
   * The key of the certificate; it is a new one at each renewal.
   * @default KeyAlgorithm.RSA2048
   */
  readonly keyAlgorithm?: KeyAlgorithm;
  /**
   * How often it was ordered by hand: raise it to order anew, as after an order that failed and left its name taken.
   * @default 1
   */
  readonly generation?: number;
}

/** Options for `CertificateSource.imported`. */
export interface ImportedCertificateOptions {
  /** The instance of Secrets Manager that gets it. */
  readonly store: ISecretsStore;
  /** The certificate of the hosts, as PEM. */
  readonly certificate: string;
  /**
   * What stands between it and the root, as PEM.
   * @default - nothing, as when it comes with the certificate
   */
  readonly intermediate?: string;
  /** The private key as PEM, without a passphrase. */
  readonly privateKey: SecretValue;
}

/** Options for `CertificateSource.existing`. */
export interface ExistingCertificateOptions {
  /** The group that holds the certificate, and nothing that its rotators must not read. */
  readonly group: ISecretGroup;
  /** The id of the certificate as a secret, a UUID. */
  readonly secretId: string;
  /**
   * How it came into Secrets Manager.
   * @default CertificateKind.PUBLIC
   */
  readonly kind?: CertificateKind;
}

const DEFAULTS = {
  keyAlgorithm: KeyAlgorithm.RSA2048,
  generation: 1,
  kind: CertificateKind.PUBLIC,
};

/**
 * Where a certificate comes from, and who renews it.
 *
 * Of one that is ordered or imported here, Terraform's state holds the key in clear: keep it in an encrypted backend.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-certificates
 */
export class CertificateSource {
  /**
   * A certificate that Secrets Manager orders and renews, from 31 days before its end, with a new key each time.
   * @param issuer who issues it: a `LetsEncrypt`
   * @throws an error naming every problem: no issuer, an algorithm that there is not
   */
  public static ordered(
    issuer: ICertificateIssuer,
    options: OrderedCertificateOptions = {},
  ): CertificateSource {
    const order = withDefaults(options, DEFAULTS);
    rejectValue('CertificateSource', [
      ...isA('issuer', issuer, 'authorityName', 'a LetsEncrypt'),
      ...oneOf('keyAlgorithm', order.keyAlgorithm, Object.values(KeyAlgorithm)),
      ...between('generation', order.generation, CERTIFICATE_LIMITS.generation),
    ]);
    return new CertificateSource(certificateOrder(issuer, order));
  }

  /**
   * A certificate that was issued elsewhere: whoever has it issued anew changes what is given here, or imports it.
   * @throws an error naming every problem: no store, a private key among what may be seen, a literal in its place
   */
  public static imported(options: ImportedCertificateOptions): CertificateSource {
    rejectValue('CertificateSource', [
      ...isA('store', options.store, 'instanceId', 'a SecretsStore'),
      ...isCertificate('certificate', options.certificate),
      ...(options.intermediate === undefined
        ? []
        : isCertificate('intermediate', options.intermediate)),
      ...isA('privateKey', options.privateKey, '_reference', 'a SecretValue'),
    ]);
    return new CertificateSource(certificateImport(options));
  }

  /**
   * A certificate that Secrets Manager holds already, whoever renews it there.
   * @throws an error naming every problem: no group, no id, a kind that there is not
   */
  public static existing(options: ExistingCertificateOptions): CertificateSource {
    const { group, secretId, kind } = withDefaults(options, DEFAULTS);
    rejectValue('CertificateSource', [
      ...isA('group', group, 'secretGroupId', 'a SecretGroup'),
      ...given('secretId', secretId, GUID.words),
      ...matches('secretId', secretId ?? undefined, GUID),
      ...oneOf('kind', kind, Object.values(CertificateKind)),
    ]);
    return new CertificateSource(existingCertificate(group, secretId, kind));
  }

  private constructor(
    /** @internal */
    public readonly _maker: CertificateMaker,
  ) {}

  /** Says what it is, and no more. */
  public toString(): string {
    return 'a source of a certificate';
  }
}

/** The text is not shown: a key may have got into the wrong place. */
function isCertificate(prop: string, text: string): Problem[] {
  const wrong = isText(prop, text);
  if (wrong.length > 0 || !known(text)) return wrong;
  const isPem = /^\s*-----BEGIN CERTIFICATE-----/.test(text) && !text.includes('PRIVATE KEY');
  return isPem
    ? []
    : [{ prop, got: `a text of ${text.length} characters`, expected: 'certificates as PEM' }];
}
