import { PLATFORM_ROLES, SERVICE_ROLES } from './roles';

/**
 * What somebody is to one Code Engine project; each has the least roles that let it do that.
 *
 * Who may write may also read: Writer and Manager see the values of secrets.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-iam
 */
export enum Persona {
  /** Sees what is in the project: Viewer and Reader. */
  READER = 'reader',
  /** A person who changes what is in the project, and so can read its secrets: Viewer and Writer. */
  DEVELOPER = 'developer',
  /** A machine that changes what is in the project, and so can read its secrets: Viewer and Writer. */
  DEPLOYER = 'deployer',
  /** Sees what is in the project until an end that has to be said: Viewer and Reader. */
  AUDITOR = 'auditor',
  /** Does anything in the project, says who else may, and can read its secrets: Administrator and Manager. */
  ADMINISTRATOR = 'administrator',
}

/** A role by the one spelling that IAM knows. */
export type Role = keyof typeof PLATFORM_ROLES | keyof typeof SERVICE_ROLES;

/** What a persona gets, and who can be one. */
export interface PersonaFacts {
  /** The least roles on the project, in the order of the alphabet. */
  readonly roles: readonly Role[];
  /** Whether a person can be one. */
  readonly people: boolean;
  /** Whether a service ID can be one. */
  readonly machines: boolean;
  /** Whether its access has to end. */
  readonly ends: boolean;
}

/**
 * The least that each persona needs.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-iam
 */
export const PERSONAS: Readonly<Record<Persona, PersonaFacts>> = {
  [Persona.READER]: { roles: ['Reader', 'Viewer'], people: true, machines: true, ends: false },
  [Persona.DEVELOPER]: { roles: ['Viewer', 'Writer'], people: true, machines: false, ends: false },
  [Persona.DEPLOYER]: { roles: ['Viewer', 'Writer'], people: false, machines: true, ends: false },
  [Persona.AUDITOR]: { roles: ['Reader', 'Viewer'], people: true, machines: true, ends: true },
  [Persona.ADMINISTRATOR]: {
    roles: ['Administrator', 'Manager'],
    people: true,
    machines: true,
    ends: false,
  },
};

/**
 * What everyone needs on the resource group of the project: command line and console look it up there.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-iam
 */
export const RESOURCE_GROUP_ROLES: readonly Role[] = ['Viewer'];
