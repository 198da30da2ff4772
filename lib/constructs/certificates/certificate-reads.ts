import { ITerraformDependable, TerraformDataSource } from 'cdktf';
import { Construct } from 'constructs';
import { CertificateMaker, digestOf, endsWithin, placeIn, servedPair } from './stored-certificate';
import { DataIbmSmImportedCertificate } from '../../.gen/providers/ibm/data-ibm-sm-imported-certificate';
import { DataIbmSmImportedCertificateMetadata } from '../../.gen/providers/ibm/data-ibm-sm-imported-certificate-metadata';
import { DataIbmSmPublicCertificate } from '../../.gen/providers/ibm/data-ibm-sm-public-certificate';
import { DataIbmSmPublicCertificateMetadata } from '../../.gen/providers/ibm/data-ibm-sm-public-certificate-metadata';
import { CertificateKind } from '../../facts/certificates';
import { ISecretGroup } from '../secrets/secret-group';
import { ISecretsStore } from '../secrets/secrets-store';

/** Which certificate is read. */
interface Wanted {
  readonly store: ISecretsStore;
  readonly secretId: string;
  readonly kind: CertificateKind;
  readonly maximumDays: number;
}

const METADATA = {
  [CertificateKind.PUBLIC]: DataIbmSmPublicCertificateMetadata,
  [CertificateKind.IMPORTED]: DataIbmSmImportedCertificateMetadata,
};

const CONTENT = {
  [CertificateKind.PUBLIC]: DataIbmSmPublicCertificate,
  [CertificateKind.IMPORTED]: DataIbmSmImportedCertificate,
};

/**
 * Reads a certificate without its key after each change, and refuses one that lives too long.
 *
 * On the certificate itself the condition would also refuse the plan that repairs it.
 */
export const gateOfCertificate = (
  scope: Construct,
  { store, secretId, kind, maximumDays }: Wanted,
  dependsOn?: ITerraformDependable[],
): TerraformDataSource =>
  new METADATA[kind](scope, 'Gate', {
    ...placeIn(store),
    secretId,
    dependsOn,
    lifecycle: { postcondition: [endsWithin(maximumDays)] },
  });

/** A certificate that exists: its key gets into the state only with a TLS secret that Terraform makes of it. */
export const existingCertificate = (
  group: ISecretGroup,
  secretId: string,
  kind: CertificateKind,
): CertificateMaker => ({
  store: group.store,
  problemsIn: () => [],

  make: (scope, { hosts, maximumDays }) => {
    const { store } = group;
    const element = gateOfCertificate(scope, { store, secretId, kind, maximumDays });
    const read = () => new CONTENT[kind](scope, 'Content', { ...placeIn(store), secretId });
    let content: ReturnType<typeof read> | undefined;
    const firstContent = () => servedPair((content ??= read()));
    return { secretId, group, digest: digestOf([...hosts, secretId]), element, firstContent };
  },
});
