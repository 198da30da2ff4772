/**
 * The rights that an instance of an app or a job gets inside its own project.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-service-accounts
 */
export enum ServiceAccount {
  /** No rights: right for any workload that does not manage the project itself. */
  NONE = 'none',
  /** May read the project, the values of its secrets included. */
  READER = 'reader',
  /** May change the project. */
  WRITER = 'writer',
  /** May do anything in the project. */
  MANAGER = 'manager',
  /** Whatever the project calls its default. */
  DEFAULT = 'default',
}

/**
 * The IAM service roles that mean something to Code Engine, least first, and what each is for.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-iam
 */
export const SERVICE_ROLES = {
  Reader: 'see the entities of a project',
  Writer: 'create, change and delete the entities of a project',
  Manager: 'everything that Writer may, and the settings of the project',
} as const;

/**
 * The IAM platform roles that mean something to Code Engine, least first, and what each is for.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-iam
 */
export const PLATFORM_ROLES = {
  Viewer: 'see that a project exists',
  Operator: 'see a project and its use',
  Editor: 'create and delete projects',
  Administrator: 'everything that Editor may, and who has access',
} as const;

const PLATFORM = Object.keys(PLATFORM_ROLES);
const COMMON = [...PLATFORM, ...Object.keys(SERVICE_ROLES)];

/**
 * The roles by the services that know them, as IAM has them: a name that is spelt otherwise fails only at apply.
 * @see https://cloud.ibm.com/docs/account?topic=account-userroles
 */
export const ROLES_BY_SERVICE: Readonly<Record<string, readonly string[]>> = {
  codeengine: COMMON,
  'container-registry': COMMON,
  'secrets-manager': [...COMMON, 'SecretsReader'],
  'event-notifications': [...COMMON, 'Event Source Manager', 'Device Manager', 'Status Reporter'],
  'internet-svcs': COMMON,
  appid: COMMON,
  kms: [...COMMON, 'ReaderPlus'],
  'cloud-object-storage': [...COMMON, 'Content Reader', 'Object Reader', 'Object Writer'],
  'iam-identity': [...PLATFORM, 'Service ID creator', 'User API key creator'],
};

/** Services that an account has once: there is no instance to name. */
export const SERVICES_WITHOUT_INSTANCES: readonly string[] = ['iam-identity'];
