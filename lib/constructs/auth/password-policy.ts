import { Problem, Settled, between, withDefaults } from '../../core';
import { APP_ID_LIMITS } from '../../facts/app-id';

/** Options for what passwords of a cloud directory have to be. */
export interface PasswordPolicyOptions {
  /**
   * Characters of a password at least, 8 to 64; upper and lower case, a digit and another character are always asked for.
   * @default 12
   */
  readonly minLength?: number;
  /**
   * Days after which a password has to be changed, 1 to 90.
   * @default 90
   */
  readonly expiresAfterDays?: number;
  /**
   * Former passwords that are not taken again, 1 to 10.
   * @default 8
   */
  readonly remembered?: number;
  /**
   * Hours from one change of a password to the next, 0 to 720, so that nobody runs through what is remembered.
   * @default 1
   */
  readonly hoursBetweenChanges?: number;
  /**
   * Wrong passwords in a row after which a user is locked out, 1 to 10.
   * @default 5
   */
  readonly attempts?: number;
  /**
   * Seconds for which a user is locked out, 60 to 86400.
   * @default 1800
   */
  readonly lockout?: number;
}

const DEFAULTS = {
  minLength: 12,
  expiresAfterDays: 90,
  remembered: 8,
  hoursBetweenChanges: 1,
  attempts: 5,
  lockout: 1800,
};
type Config = Settled<PasswordPolicyOptions, typeof DEFAULTS>;

/** The rules for passwords of a tenant: what is asked, and how it is rendered. */
export const passwordPolicy = {
  settle: (policy: PasswordPolicyOptions): Config => withDefaults(policy, DEFAULTS),

  problemsIn: (config: Config): Problem[] =>
    MEMBERS.flatMap((name) => between(`passwords.${name}`, config[name], APP_ID_LIMITS[name])),

  /** trap app-id/password-management-needs-all-four-blocks: always rendered. */
  rulesOf: (config: Config) => ({
    enabled: true,
    preventPasswordWithUsername: true,
    passwordReuse: { enabled: true, maxPasswordReuse: config.remembered },
    passwordExpiration: { enabled: true, daysToExpire: config.expiresAfterDays },
    lockoutPolicy: {
      enabled: true,
      lockoutTimeSec: config.lockout,
      numOfAttempts: config.attempts,
    },
    minPasswordChangeInterval: {
      enabled: true,
      minHoursToChangePassword: config.hoursBetweenChanges,
    },
  }),

  strengthOf: ({ minLength }: Config) => ({
    regex: `^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[^a-zA-Z0-9]).{${minLength},}$`,
    errorMessage: `At least ${minLength} characters, among them upper and lower case, a digit and another one.`,
  }),
};

const MEMBERS = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
