import { StoredSecretConfig, StoredSecretProps } from './stored-secret';
import { OptOut, Problem, Settled, between, departs } from '../../core';
import { STORED_SECRET_LIMITS } from '../../facts/secrets-manager';
import { Waiver } from '../waiver';

/** Waivers for a secret that the service can renew. */
export interface RotatingSecretWaivers {
  /**
   * Excuses `automaticRotation: false`.
   * @default - none
   */
  readonly manualRotation?: Waiver;
}

/** What every secret has that the service can renew. */
export interface RotatingSecretProps extends StoredSecretProps {
  /**
   * Whether the service renews the secret by itself; without that it needs a waiver.
   * @default true
   */
  readonly automaticRotation?: boolean;
  /**
   * Days from one renewal to the next, 1 to 365.
   * @default 30
   */
  readonly rotationDays?: number;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: RotatingSecretWaivers;
}

const DEFAULTS = { automaticRotation: true, rotationDays: 30, waivers: {} };

/** The props of such a secret with their defaults in. */
export type RotatingSecretConfig = StoredSecretConfig &
  Settled<RotatingSecretProps, typeof DEFAULTS>;

/** How secrets are renewed by the service, which knows the new value; Terraform never says one. */
export const rotation = {
  defaults: DEFAULTS,

  problemsIn: ({ rotationDays }: RotatingSecretConfig): Problem[] =>
    between('rotationDays', rotationDays, STORED_SECRET_LIMITS.rotationDays),

  optOutsIn: ({ automaticRotation, waivers }: RotatingSecretConfig): OptOut[] => [
    {
      rule: 'secrets/rotates',
      prop: 'automaticRotation',
      got: 'false',
      expected: 'true',
      taken: departs(automaticRotation, !automaticRotation),
      waiverProp: 'waivers.manualRotation',
      waiver: waivers.manualRotation,
    },
  ],

  /** trap secrets-manager/rotation-without-interval-passes-plan: interval and unit are always there. */
  terraformOf: ({ automaticRotation, rotationDays }: RotatingSecretConfig) => ({
    autoRotate: automaticRotation,
    interval: rotationDays,
    unit: 'day',
  }),
};
