import { tenant } from '../../kit/samples-auth';
import { synthesize } from '../../kit/synth';

test('every setting is one of the same tenant, and is protected with it', () => {
  const { json } = synthesize((stack) => tenant(stack));
  const settings = Object.entries(json.resource as Record<string, Record<string, any>>)
    .filter(([type]) => type.startsWith('ibm_appid_'))
    .flatMap(([, named]) => Object.values(named));
  expect(settings).toHaveLength(10);
  expect(new Set(settings.map(({ tenant_id }) => tenant_id)).size).toBe(1);
  for (const { lifecycle } of settings) expect(lifecycle.prevent_destroy).toBe(true);
});

test('a claim is called by the source as by the token, unless it is said otherwise', () => {
  const { only } = synthesize((stack) =>
    tenant(stack, { claims: { groups: { source: 'saml' as never } } }),
  );
  expect(only('ibm_appid_token_config').access_token_claim).toContainEqual({
    source: 'saml',
    source_claim: 'groups',
    destination_claim: 'groups',
  });
});
