import { gateOfCertificate } from './certificate-reads';
import { CertificateMaker, digestOf, placeIn, servedPair } from './stored-certificate';
import { SmImportedCertificate } from '../../.gen/providers/ibm/sm-imported-certificate';
import { CertificateKind } from '../../facts/certificates';
import { SecretGroup } from '../secrets/secret-group';
import { SecretValue } from '../secrets/secret-value';
import { ISecretsStore } from '../secrets/secrets-store';

/**
 * A certificate that was issued elsewhere.
 * @internal
 */
export interface Import {
  readonly store: ISecretsStore;
  readonly certificate: string;
  readonly intermediate?: string;
  readonly privateKey: SecretValue;
}

/** A certificate that is imported, and renewed by importing the next one. */
export const certificateImport = (given: Import): CertificateMaker => ({
  store: given.store,
  problemsIn: () => [],

  make: (scope, { hosts, secretName, maximumDays }) => {
    const { store, certificate, intermediate, privateKey } = given;
    const group = new SecretGroup(scope, 'Group', {
      store,
      description: 'One certificate, for its rotators',
    });
    const element = new SmImportedCertificate(scope, 'Resource', {
      ...placeIn(store),
      secretGroupId: group.secretGroupId,
      name: secretName,
      description: 'A certificate that was issued elsewhere',
      labels: [],
      certificate,
      intermediate,
      privateKey: privateKey._reference,
    });
    const { secretId } = element;
    gateOfCertificate(scope, { store, secretId, kind: CertificateKind.IMPORTED, maximumDays }, [
      element,
    ]);
    const digest = digestOf(hosts);
    return { secretId, group, digest, element, firstContent: () => servedPair(element) };
  },
});
