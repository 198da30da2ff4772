/* eslint-disable no-useless-escape, no-control-regex -- letter by letter the patterns of the provider. */

/** What a name may look like, and the words that say so. */
export interface NameRule {
  readonly pattern: RegExp;
  readonly most: number;
  readonly words: string;
}

/**
 * Names of apps and functions; whatever they allow, jobs and builds allow too.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-application-workloads
 */
export const WORKLOAD_NAME: NameRule = {
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  most: 63,
  words: 'lower case letters, digits and hyphens, a letter first',
};

/**
 * Names of secrets and config maps.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret
 */
export const SECRET_NAME: NameRule = {
  pattern: /^[a-z0-9]([\-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([\-a-z0-9]*[a-z0-9])?)*$/,
  most: 253,
  words: 'lower case letters, digits, hyphens and dots, a letter or digit first',
};

/**
 * Names of projects.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-manage-project
 */
export const PROJECT_NAME: NameRule = {
  pattern: /^([^\x00-\x7F]|[a-zA-Z0-9\-._: ])+$/,
  most: 128,
  words: 'letters, digits, spaces and any of - . _ :',
};

/** Names of environment variables. */
export const ENVIRONMENT_NAME: NameRule = {
  pattern: /^[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  most: 253,
  words: 'letters, digits and any of - . _, no digit first',
};

/** Keys inside a secret or a config map. */
export const DATA_KEY: NameRule = {
  pattern: /^[-._a-zA-Z0-9]+$/,
  most: 253,
  words: 'letters, digits and any of - . _',
};

/** The registry and path of an image, without tag and digest. */
export const IMAGE_REPOSITORY: NameRule = {
  pattern: /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/,
  most: 184,
  words: 'a registry host and a path in lower case, as in private.us.icr.io/shop/web',
};

/** The host of an image registry; the provider takes none with a port. */
export const REGISTRY_HOST: NameRule = {
  pattern: /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/,
  most: 128,
  words: 'the host of a registry in lower case, as in private.us.icr.io',
};

/** A repository inside a registry or a namespace. */
export const REPOSITORY_PATH: NameRule = {
  pattern: /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/,
  most: 128,
  words: 'a path in lower case without the host, as in web or team/web',
};

/**
 * Names of namespaces of Container Registry, unique among all accounts of a region.
 * @see https://cloud.ibm.com/docs/Registry?topic=Registry-registry_setup_cli_namespace
 */
export const NAMESPACE_NAME: NameRule = {
  pattern: /^(?=.{4})[a-z0-9]+[a-z0-9_-]+[a-z0-9]+$/,
  most: 30,
  words:
    'at least 4 lower case letters, digits, hyphens and underscores, letters or digits at the ends',
};

/** The digest that pins an image. */
export const IMAGE_DIGEST: NameRule = {
  pattern: /^sha256:[a-f0-9]{64}$/,
  most: 71,
  words: 'sha256: and 64 hexadecimal digits',
};

/** The tag of an image. */
export const IMAGE_TAG: NameRule = {
  pattern: /^\w[\w.-]*$/,
  most: 128,
  words: 'letters, digits and any of - . _, a letter, digit or underscore first',
};

/**
 * The indices of the instances of a job run.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-job-plan
 */
export const ARRAY_INDICES: NameRule = {
  pattern: /^(0|[1-9]\d{0,6})(-(0|[1-9]\d{0,6}))?(,(0|[1-9]\d{0,6})(-(0|[1-9]\d{0,6}))?)*$/,
  most: 253,
  words: 'indices and ranges with commas between, as in 0-4,9',
};

/** Folders of a container into which files are mounted. */
export const MOUNT_PATH: NameRule = {
  pattern: /^(\/[^/\0\s]+)+$/,
  most: 256,
  words: 'the whole path of a folder, as in /etc/tls',
};

/** What a function is called by inside its code. */
export const IDENTIFIER: NameRule = {
  pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  most: 63,
  words: 'letters, digits and underscores, no digit first',
};

/** The path that an HTTP probe asks for. */
export const PROBE_PATH: NameRule = {
  pattern: /^\/\S*$/,
  most: 2048,
  words: 'a path that begins with a slash',
};

/** Ids of resource groups. */
export const RESOURCE_GROUP_ID: NameRule = {
  pattern: /^[a-z0-9]{32}$/,
  most: 32,
  words: '32 lower case letters and digits',
};

/** Ids that IBM Cloud gives to instances, projects among them. */
export const GUID: NameRule = {
  pattern: /^[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}$/,
  most: 36,
  words: 'a GUID, as in 01234567-89ab-cdef-0123-456789abcdef',
};

/** Names of what belongs to the account: profiles, service IDs, groups. */
export const ACCOUNT_NAME: NameRule = {
  pattern: /^[a-zA-Z0-9][a-zA-Z0-9\-._: ]*$/,
  most: 100,
  words: 'letters, digits, spaces and any of - . _ :, a letter or digit first',
};

/** The cloud resource name of an instance of a service. */
export const instanceCrn = (service: string): NameRule => ({
  pattern: new RegExp(
    `^crn:v1:[^:\\s]+:[^:\\s]+:${service}:[a-z0-9-]+:a/[0-9a-f]+:[0-9a-z-]{36}:[^:\\s]*:[^:\\s]*$`,
  ),
  most: 512,
  words: `the CRN of an instance of ${service}, crn:v1:…:${service}:region:a/account:guid::`,
});

/** The hash of a commit. */
export const COMMIT: NameRule = {
  pattern: /^[0-9a-f]{40}$/,
  most: 40,
  words: 'the whole hash of a commit, 40 hexadecimal digits',
};

/** A branch or tag of a Git repository. */
export const GIT_REF: NameRule = {
  pattern: /^[\w][\w./-]*$/,
  most: 253,
  words: 'letters, digits and any of . _ / -, a letter, digit or underscore first',
};

/**
 * Addresses of private repositories; letter by letter a part of what the provider takes.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-code-repositories
 */
export const SSH_REPOSITORY: NameRule = {
  pattern: /^(ssh:\/\/)?git@[a-z0-9]([\-.]{0,1}[a-z0-9])+(:[a-zA-Z0-9\/][\w\-.]*)?(\/[\w\-.]+)+$/,
  most: 253,
  words: 'the SSH address of a repository, as in git@github.com:owner/repository.git',
};

/** Addresses of repositories that anyone can read; one with a user or a token in it is none. */
export const HTTPS_REPOSITORY: NameRule = {
  pattern: /^https:\/\/[a-z0-9]([\-.]?[a-z0-9])+(:\d{1,5})?(\/[\w\-.]+)+$/,
  most: 253,
  words: 'the HTTPS address of a repository, as in https://github.com/owner/repository',
};

/** Files and folders inside a source. */
export const SOURCE_PATH: NameRule = {
  pattern: /^(?!.*\.\.)[\w.@-]+(\/[\w.@-]+)*$/,
  most: 253,
  words: 'a path inside the source, as in services/web',
};

/** Domains that a zone manages. */
export const DOMAIN_NAME: NameRule = {
  pattern: /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
  most: 253,
  words: 'a domain in lower case, as in example.com',
};

/** Hosts inside a domain; the first label may be a wildcard. */
export const HOST_NAME: NameRule = {
  pattern: /^(\*\.)?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
  most: 253,
  words: 'a whole host name in lower case, as in www.example.com',
};

/** Ids of zones of Internet Services; the provider's own id of a zone has the CRN of the instance behind it. */
export const ZONE_ID: NameRule = {
  pattern: /^[0-9a-f]{32}$/,
  most: 32,
  words: '32 hexadecimal digits',
};

/** Status codes by which a health check knows that an origin is well. */
export const EXPECTED_CODES: NameRule = {
  pattern: /^[1-5]([0-9]{2}|xx)(,[1-5]([0-9]{2}|xx))*$/,
  most: 60,
  words: 'status codes with commas between, as in 200 or 2xx or 200,204',
};

/** Names of origins of a load balancer. */
export const ORIGIN_NAME: NameRule = {
  pattern: /^[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$/,
  most: 32,
  words: 'letters, digits, hyphens and underscores, a letter or digit at the ends',
};

/** One whole host name, and no wildcard: what Code Engine maps and a load balancer is named. */
export const PLAIN_HOST: NameRule = {
  pattern: /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
  most: 253,
  words: 'one whole host name in lower case, as in www.example.com, and no wildcard',
};
