/** Props of stores, groups and stored secrets as their types allow them, right and wrong. */
import * as fc from 'fast-check';
import { SecretGroupProps } from '../../lib/constructs/secrets/secret-group';
import { SecretsStoreProps } from '../../lib/constructs/secrets/secrets-store';
import { SecretsManagerPlan } from '../../lib/facts/secrets-manager';
import { SERVICE_CATALOGUE } from '../../lib/facts/service-instances';
import { RESOURCE_GROUP_ID, waiver } from './samples';

const isPlain = (it: string) => !/[$%]\{/.test(it);
const text = fc.string({ maxLength: 20 }).filter(isPlain);
const some = <T extends object>(members: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const rarely = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });
const number = (min: number, max: number) =>
  rarely(fc.integer({ min, max }), fc.constantFrom(min - 1, max + 1, 0, -1, 1.5, NaN, Infinity));
const name = rarely(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/), text);
const isWaived = rarely(fc.constant(undefined), fc.constant(waiver()));
const flag = (usual: boolean) => rarely(fc.constant(usual), fc.constant(!usual));

export const storeProps: fc.Arbitrary<SecretsStoreProps> = fc
  .tuple(
    fc.record({
      resourceGroupId: rarely(fc.constant(RESOURCE_GROUP_ID), text),
      region: rarely(fc.constantFrom(...SERVICE_CATALOGUE['secrets-manager'].regions), text),
    }),
    some<Omit<SecretsStoreProps, 'resourceGroupId' | 'region'>>({
      instanceName: name,
      plan: fc.constantFrom(...Object.values(SecretsManagerPlan)),
      publicEndpoint: flag(false),
      deletionProtection: flag(true),
      waivers: some({ publicEndpoint: isWaived, deletionProtection: isWaived }),
    }),
  )
  .map(([required, props]) => ({ ...required, ...props }));

export const groupProps = some<Omit<SecretGroupProps, 'store'>>({
  groupName: name,
  description: rarely(text, fc.constant('a'.repeat(1025))),
});

const stored = {
  secretName: name,
  description: text,
  labels: fc.array(rarely(fc.stringMatching(/^[a-z ]{2,30}$/), text), { maxLength: 3 }),
};
const rotating = {
  ...stored,
  automaticRotation: flag(true),
  rotationDays: number(1, 60),
  waivers: some({ manualRotation: isWaived }),
};

/** The values are made in the stack that they are for: here are only what they stand under, and whether they are any. */
export const arbitrarySecretSpecs = fc.record({
  isLiteral: flag(false),
  props: some({
    ...stored,
    expiresOn: rarely(
      fc
        .date({ min: new Date('2027-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
        .map((day) => day.toJSON().slice(0, 10)),
      text,
    ),
  }),
});

export const keyValueSecretSpecs = fc.record({
  isLiteral: flag(false),
  keys: fc.array(rarely(fc.stringMatching(/^[A-Za-z_][\w.-]{0,12}$/), text), { maxLength: 3 }),
  props: some(stored),
});

export const userCredentialsProps = fc
  .tuple(
    fc.record({ username: rarely(fc.stringMatching(/^[a-z]{1,12}$/), text) }),
    some({ ...rotating, passwordLength: number(12, 256), passwordSymbols: fc.boolean() }),
  )
  .map(([user, props]) => ({ ...user, ...props }));

export const iamCredentialsProps = fc
  .tuple(
    fc.record({
      serviceId: rarely(
        fc.uuid().map((id) => `ServiceId-${id}`),
        text,
      ),
    }),
    some({ ...rotating, ttl: number(5270400, 7776000) }),
  )
  .map(([service, props]) => ({ ...service, ...props }));
