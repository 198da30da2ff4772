import { NameRule } from './names';

/**
 * How strongly people have to have signed in, as rules ask for it.
 * @see https://cloud.ibm.com/docs/account?topic=account-context-restrictions-whatis
 */
export enum SecondFactorLevel {
  /** A code by mail. */
  LEVEL1 = 'LEVEL1',
  /** A code of an app. */
  LEVEL2 = 'LEVEL2',
  /** A key that one holds in the hand. */
  LEVEL3 = 'LEVEL3',
}

/** Under which name a rule finds a project. */
export enum ProjectSelector {
  /** As IBM's page on inbound traffic has it. */
  PROJECT_ID = 'projectId',
  /** As rules of other services name an instance, and IBM's own Terraform module does. */
  SERVICE_INSTANCE = 'serviceInstance',
}

/**
 * What of Code Engine a rule is for: its management, or requests to apps and functions.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-cbr-inbound
 */
export const API_TYPES = {
  management: 'crn:v1:bluemix:public:context-based-restrictions::::api-type:control-plane',
  inbound: 'crn:v1:bluemix:public:context-based-restrictions::::api-type:data-plane',
} as const;

/** Addresses of which a zone is made, as the service calls them. */
export const ADDRESS_TYPES = {
  address: 'ipAddress',
  range: 'ipRange',
  subnet: 'subnet',
  vpc: 'vpc',
  service: 'serviceRef',
} as const;

/** How many public addresses one entry may hold without a waiver: as many as a mask of 16 bits leaves. */
export const WIDEST_PUBLIC = 2 ** 16;

/** Names of zones. */
export const ZONE_NAME: NameRule = {
  pattern: /^[a-zA-Z0-9 \-_]+$/,
  most: 128,
  words: 'letters, digits, spaces, hyphens and underscores',
};

/** Descriptions of zones and rules. */
export const RESTRICTION_TEXT: NameRule = {
  pattern: /^[\x20-\x7E]*$/,
  most: 300,
  words: 'plain characters on one line',
};

/** Ids of accounts. */
export const ACCOUNT_ID: NameRule = {
  pattern: /^[a-zA-Z0-9-]+$/,
  most: 128,
  words: 'the id of an account, 32 hexadecimal digits',
};

/** Ids of zones. */
export const NETWORK_ZONE_ID: NameRule = {
  pattern: /^[a-zA-Z0-9-]+$/,
  most: 128,
  words: 'the id of a network zone, 32 hexadecimal digits',
};

/** One IPv4 address; Code Engine knows no other. */
export const IPV4_ADDRESS: NameRule = {
  pattern: /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/,
  most: 15,
  words: 'an IPv4 address, as in 192.0.2.7',
};

/** The cloud resource name of a VPC. */
export const VPC_CRN: NameRule = {
  pattern: /^crn:v1:[^:\s]+:[^:\s]+:is:[a-z0-9-]+:a\/[0-9a-f]+::vpc:[\w-]+$/,
  most: 512,
  words: 'the CRN of a VPC',
};

/** Services by their names in the catalogue. */
export const SERVICE_NAME: NameRule = {
  pattern: /^[a-z][a-z0-9-]*$/,
  most: 64,
  words: 'the name of a service in the catalogue, as in event-notifications',
};
