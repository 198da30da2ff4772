/** Props of identities and authorizations as their types allow them, right and wrong. */
import * as fc from 'fast-check';
import { ServiceAuthorizationProps } from '../../lib/constructs/access/service-authorization';
import { WorkloadIdentityProps } from '../../lib/constructs/access/workload-identity';
import { AccessOptions } from '../../lib/constructs/access/access';
import { ROLES_BY_SERVICE } from '../../lib/facts/roles';

const isPlain = (it: string) => !/[$%]\{/.test(it);
const text = fc.string({ maxLength: 20 }).filter(isPlain);
const rarely = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });
const instanceId = rarely(fc.uuid(), text);

const serviceAndRoles = fc
  .constantFrom(...Object.keys(ROLES_BY_SERVICE).filter((it) => it !== 'iam-identity'))
  .chain((service) =>
    fc.record({
      service: fc.constant(service),
      roles: rarely(
        fc.subarray([...ROLES_BY_SERVICE[service]], { minLength: 1 }),
        fc.array(text, { maxLength: 2 }),
      ),
    }),
  );

const options: fc.Arbitrary<AccessOptions> = fc
  .tuple(
    serviceAndRoles,
    fc.record(
      { instanceId, resourceType: fc.constant('secret-group'), resource: fc.uuid() },
      { requiredKeys: ['instanceId'] },
    ),
  )
  .map(([service, scope]) => ({ ...service, ...scope }));

const name = rarely(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ._:-]{0,40}$/), text);

/** The workload is made in the stack that it is for, by whoever defines the identity. */
export const identitySpecs = fc.record({
  isKnown: rarely(fc.constant(true), fc.constant(false)),
  props: fc.record({ profileName: name }, { requiredKeys: [] }) as fc.Arbitrary<
    Partial<WorkloadIdentityProps>
  >,
  access: options,
});

const end = fc.record({ service: fc.constantFrom('codeengine', 'secrets-manager'), instanceId });

export const authorizationProps: fc.Arbitrary<ServiceAuthorizationProps> = fc
  .tuple(
    end,
    serviceAndRoles,
    fc.record({ instanceId }),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  )
  .map(([source, { service, roles }, { instanceId: target }, isOnce]) => ({
    source,
    target: isOnce ? { service: 'iam-identity' } : { service, instanceId: target },
    roles: isOnce ? ['Operator'] : roles,
  }));
