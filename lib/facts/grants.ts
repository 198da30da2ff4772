/** What one verb of a construct gives, and to what. */
export interface Grant {
  /** Class and method that give it. */
  readonly verb: string;
  /** Who gets it. */
  readonly to: string;
  /** The service, by its name in IAM. */
  readonly service: string;
  /** Roles of that service, no more than the verb needs. */
  readonly roles: readonly string[];
  /** The type of the one resource inside the service that it holds for. */
  readonly resourceType?: string;
  /** How far it reaches, in words. */
  readonly scope: string;
}

/**
 * Every grant of the library: what is rendered is what stands here, and the table in the documentation is made of it.
 * @see https://cloud.ibm.com/docs/account?topic=account-userroles
 */
export const GRANTS = {
  pull: {
    verb: 'PrivateRegistry.grantPull',
    to: 'the pull service ID of the registry',
    service: 'container-registry',
    roles: ['Reader'],
    resourceType: 'namespace',
    scope: 'one namespace in its region',
  },
  push: {
    verb: 'PrivateRegistry.grantPush',
    to: 'the push service ID of the registry',
    service: 'container-registry',
    // to push is to read what is there already, too.
    roles: ['Reader', 'Writer'],
    resourceType: 'namespace',
    scope: 'one namespace in its region',
  },
  readGroup: {
    verb: 'SecretGroup.grantRead',
    to: 'the trusted profile of the workload',
    service: 'secrets-manager',
    roles: ['SecretsReader'],
    resourceType: 'secret-group',
    scope: 'one secret group of one instance',
  },
  readStore: {
    verb: 'SecretsStore.grantRead',
    to: 'the trusted profile of the workload',
    service: 'secrets-manager',
    roles: ['SecretsReader'],
    scope: 'every secret of one instance',
  },
  issueApiKeys: {
    verb: 'IamCredentials',
    to: 'the Secrets Manager instance',
    service: 'iam-identity',
    roles: ['Operator'],
    scope: 'the service IDs of the account, from one instance only',
  },
  readCertificate: {
    verb: 'RotatingCertificate.attachTo',
    to: 'the trusted profile of the rotator job',
    service: 'secrets-manager',
    roles: ['SecretsReader'],
    resourceType: 'secret-group',
    scope: 'the secret group of the certificate',
  },
  writeTlsSecret: {
    verb: 'RotatingCertificate.attachTo',
    to: 'the trusted profile of the rotator job',
    service: 'codeengine',
    roles: ['Writer'],
    scope: 'one project',
  },
  startJob: {
    verb: 'EventTopic.startJob',
    to: 'the Event Notifications instance',
    service: 'codeengine',
    // IBM asks for both, of whoever has jobs started.
    roles: ['Viewer', 'Writer'],
    scope: 'one project, from one instance only',
  },
} as const satisfies Record<string, Grant>;
