/** Props of what limits access and egress as its types allow them, right and wrong. */
import * as fc from 'fast-check';
import { AccessRule, ProjectAccessProps } from '../../lib/constructs/access/project-access';
import { EgressPolicyProps } from '../../lib/constructs/workloads/egress-policy';
import { OutboundDestination } from '../../lib/constructs/workloads/outbound-destination';
import { ClaimOperator } from '../../lib/facts/identities';
import { Persona } from '../../lib/facts/personas';
import { isPlain, isWaived, key, name, number, some, text } from './arbitraries';
import { PROJECT } from './judged';
import { RESOURCE_GROUP_ID } from './samples';

/** Mostly right, now and then any text. */
const mostly = (right: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: text });

const uuid = fc.uuid();
const list = (item: fc.Arbitrary<string>) => fc.array(mostly(item), { maxLength: 2 });
const hidden = { weight: 12, arbitrary: fc.constant(undefined) };
const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(hidden, { weight: 1, arbitrary });

const rule: fc.Arbitrary<AccessRule> = fc
  .tuple(
    fc.record({
      identityProvider: mostly(fc.constant('https://idp.example.org/SAML2')),
      claim: mostly(fc.stringMatching(/^[a-z]{1,8}$/)),
      value: mostly(fc.stringMatching(/^[a-z]{1,8}$/)),
    }),
    some<Pick<AccessRule, 'operator' | 'expirationHours'>>({
      operator: fc.constantFrom(...Object.values(ClaimOperator)),
      expirationHours: number(1, 24),
    }),
  )
  .map(([given, more]) => ({ ...given, ...more }));

export const accessProps: fc.Arbitrary<ProjectAccessProps> = fc
  .tuple(
    mostly(fc.constant(RESOURCE_GROUP_ID)),
    fc.oneof({ weight: 15, arbitrary: uuid }, { weight: 1, arbitrary: fc.constant('*') }),
    fc.constantFrom(...Object.values(Persona)),
    some<Omit<ProjectAccessProps, 'project' | 'resourceGroupId' | 'persona'>>({
      groupName: mostly(name),
      accessGroupId: seldom(uuid.map((id) => `AccessGroupId-${id}`)),
      users: list(fc.emailAddress().filter(isPlain)),
      serviceIds: list(uuid.map((id) => `ServiceId-${id}`)),
      trustedProfiles: list(uuid.map((id) => `Profile-${id}`)),
      rules: fc.dictionary(key, rule, { maxKeys: 2 }),
      until: mostly(fc.constantFrom('2999-12-31', '2999-12-31T18:00:00Z')),
    }),
  )
  .map(([resourceGroupId, projectId, persona, props]) => ({
    ...props,
    project: { projectId, crn: PROJECT.crn },
    resourceGroupId,
    persona,
  }));

const range = fc.tuple(fc.integer({ min: 0, max: 32 }), fc.nat(2 ** 32 - 1)).map(([mask, bits]) => {
  const size = 2 ** (32 - mask);
  const network = Math.floor(bits / size) * size;
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(network / 2 ** shift) % 256);
  return OutboundDestination.cidr(`${parts.join('.')}/${mask}`);
});
const gateway = fc
  .tuple(fc.stringMatching(/^[a-z0-9-]{1,12}$/), fc.boolean())
  .map(([id, dedicated]) =>
    OutboundDestination.privatePath(
      `crn:v1:bluemix:public:is:us-south:a/0123::private-path-service-gateway:${id}`,
      { dedicated },
    ),
  );

export const egressProps: fc.Arbitrary<EgressPolicyProps> = fc
  .dictionary(name, fc.oneof(range, gateway), { maxKeys: 3 })
  .chain((destinations) =>
    some<Pick<EgressPolicyProps, 'takesPlaceOfAllowAll' | 'waivers'>>({
      takesPlaceOfAllowAll: mostly(fc.constantFrom('nobody', ...Object.keys(destinations))),
      waivers: some({ wideRanges: isWaived }),
    }).map((props) => ({ ...props, project: PROJECT, destinations })),
  );
