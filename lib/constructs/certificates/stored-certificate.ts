import { Fn, Postcondition, TerraformElement, Token, ref } from 'cdktf';
import { Construct } from 'constructs';
import { Problem, known, quoted, shortDigest } from '../../core';
import { ISecretGroup } from '../secrets/secret-group';
import { ISecretsStore } from '../secrets/secrets-store';
import { SecretData } from '../secrets/secret-data';
import { SecretValue } from '../secrets/secret-value';

/**
 * What is asked of a certificate, wherever it comes from.
 * @internal
 */
export interface Wanted {
  readonly hosts: readonly string[];
  readonly secretName: string;
  readonly maximumDays: number;
}

/**
 * A certificate that Secrets Manager holds.
 * @internal
 */
export interface StoredCertificate {
  readonly secretId: string;
  readonly group: ISecretGroup;
  /** Eight characters that change with whatever needs another first content. */
  readonly digest: string;
  /** Beside what waivers are recorded. */
  readonly element: TerraformElement;
  /** What it is now, which is all that Terraform ever writes of it. */
  readonly firstContent: () => SecretData;
}

/**
 * A way to get a certificate into Secrets Manager.
 * @internal
 */
export interface CertificateMaker {
  readonly store: ISecretsStore;
  readonly problemsIn: (wanted: Wanted) => Problem[];
  readonly make: (scope: Construct, wanted: Wanted) => StoredCertificate;
}

/** Where a secret of a store is kept, for resources and reads alike. */
export const placeIn = ({ instanceId, region, endpointType }: ISecretsStore) => ({
  instanceId,
  // trap secrets-manager/unset-region-is-the-providers: always that of the instance.
  region,
  endpointType,
});

/** A text as it stands inside an expression, where one with `${…}` in it is a template. */
export const inExpression = (text: string): string =>
  known(text) || Token.isUnresolved(text) ? quoted(text) : Token.asString(ref(`"${text}"`));

/** The same eight characters whether the parts are known now or to Terraform only. */
export const digestOf = (parts: readonly string[]): string =>
  parts.every((it) => known(it))
    ? shortDigest(parts.join(' '))
    : Fn.substr(Fn.sha256(Fn.join(' ', parts.map(inExpression))), 0, 8);

/** That a certificate ends soon enough after it began. */
export const endsWithin = (days: number): Postcondition => ({
  condition: `\${timecmp(timeadd(self.validity[0].not_before, "${days * 24}h"), self.validity[0].not_after) >= 0}`,
  errorMessage: `The certificate \${self.common_name} is valid for more than ${days} days. Have it issued for less.`,
});

/** The parts of a certificate as a resource or a read hands them out. */
interface Parts {
  readonly certificate: string;
  readonly intermediate: string;
  readonly privateKey: string;
}

/**
 * What Code Engine serves: the leaf first, then what stands between it and the root, which may come with the leaf or beside
 * it.
 */
export function servedPair({ certificate, intermediate, privateKey }: Parts): SecretData {
  const leaf = Fn.trimspace(certificate);
  const between = Fn.try([Fn.trimspace(intermediate), '']) as string;
  const lines = (...parts: string[]) => Fn.join(quoted('\n'), [...parts, '']);
  const isBundled = Fn.strcontains(leaf, between);
  const chain: unknown = Fn.conditional(isBundled, lines(leaf), lines(leaf, between));
  return SecretData.tls({
    certificateChain: Token.asString(chain),
    privateKey: SecretValue.fromReference(privateKey),
  })._handedOver();
}
