import * as fc from 'fast-check';
import { blocksOfModule } from '../../../lib/policy/loaders/configuration';
import { withOverrides } from '../../../lib/policy/loaders/overrides';
import { wholeOf } from '../../../lib/policy/graph';

/** The blocks of files, changed by override files. */
function overridden(files: readonly object[], ...overrides: object[]) {
  const parts = files.map((json, at) => ({ json, origin: { file: `${at}.tf` } }));
  const others = overrides.map((json) => ({ json, origin: { file: 'override.tf' } }));
  return blocksOfModule({ parts: withOverrides(parts, others) }).map(
    (it) => [it.address, wholeOf(it), it.file] as const,
  );
}
const app = (body: object) => ({ resource: { ibm_code_engine_app: { web: body } } });
const WEB = 'ibm_code_engine_app.web';

test('an argument takes the place of the same one, and the block stays where it is', () => {
  const base = app({ name: 'web', managed_domain_mappings: 'local_public' });
  expect(overridden([{}, base], app({ managed_domain_mappings: 'local' }))).toEqual([
    [WEB, { name: 'web', managed_domain_mappings: 'local' }, '1.tf'],
  ]);
  // HCL has a list of bodies for each name.
  expect(overridden([app([{ name: 'web' }] as object)], app([{ name: 'b' }] as object))).toEqual([
    [WEB, { name: 'b' }, '0.tf'],
  ]);
});

test('blocks take the place of all of their kind, generated ones too; of lifecycle each argument', () => {
  const base = {
    run_env_variables: [{ name: 'A' }, { name: 'B' }],
    dynamic: [{ probe_liveness: [{ for_each: [1] }] }, { run_volume_mounts: [{}] }],
    lifecycle: [{ prevent_destroy: true, create_before_destroy: true }],
  };
  const over = {
    run_env_variables: [{ name: 'C' }],
    probe_liveness: [{ port: 1 }],
    lifecycle: { create_before_destroy: false },
  };
  const [[, body]] = overridden([app(base)], app(over));
  expect(body).toMatchObject({
    run_env_variables: [{ name: 'C' }],
    probe_liveness: [{ port: 1 }],
    run_volume_mounts: { references: [] },
    lifecycle: [{ prevent_destroy: true, create_before_destroy: false }],
  });
});

test('what an override generates takes the place of what was written', () => {
  const base = { probe_liveness: [{ port: 1 }], dynamic: [{ run_volume_mounts: [{}] }] };
  const [[, body]] = overridden([app(base)], app({ dynamic: { probe_liveness: [{}] } }));
  expect(body).toMatchObject({
    probe_liveness: { references: [] },
    run_volume_mounts: { references: [] },
  });
});

test('the last of several override files wins', () => {
  const [[, body]] = overridden([app({ name: 'a' })], app({ name: 'b', x: 1 }), app({ name: 'c' }));
  expect(body).toEqual({ name: 'c', x: 1 });
});

test('of several providers the one with the same alias is meant', () => {
  const provider = (...ibm: object[]) => ({ provider: { ibm } });
  const base = provider({ region: 'us-south' }, { alias: 'eu', region: 'eu-de' });
  const bodies = overridden([base], provider({ alias: 'eu', visibility: 'private' }));
  expect(bodies.map(([, body]) => body)).toEqual([
    { region: 'us-south' },
    { alias: 'eu', region: 'eu-de', visibility: 'private' },
  ]);
});

test('local values and variables are overridden before anybody reads them', () => {
  const base = {
    ...app({ name: '${local.name}', image_reference: '${var.image}' }),
    locals: { name: 'a' },
    variable: { image: { type: 'string' } },
  };
  const over = { locals: [{ name: 'b' }], variable: { image: { sensitive: true } } };
  const [[, body]] = overridden([base], over);
  expect(body).toMatchObject({ name: 'b', image_reference: { isSensitive: true } });
});

test('what overrides nothing is judged all the same, once', () => {
  const over = {
    resource: { ibm_code_engine_app: { web: { a: 1 }, other: { a: 2 } }, ibm_cis: { x: {} } },
  };
  expect(overridden([app({})], over)).toEqual([
    [WEB, { a: 1 }, '0.tf'],
    ['ibm_code_engine_app.other', { a: 2 }, 'override.tf'],
    ['ibm_cis.x', {}, 'override.tf'],
  ]);
});

test('whatever stands in an override, no block is lost', () => {
  const json = fc.dictionary(
    fc.constantFrom('resource', 'variable', 'provider', 'locals', '__proto__'),
    fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constant({ ibm_cis: { a: { b: 1 } } })),
  );
  fc.assert(
    fc.property(json, json, (base, over) => {
      const addresses = (parts: object[]) =>
        blocksOfModule({ parts: parts.map((it) => ({ json: it })) }).map((it) => it.address);
      const seen = new Set(overridden([base], over).map(([address]) => address));
      expect(addresses([base]).filter((it) => !seen.has(it))).toEqual([]);
    }),
  );
});
