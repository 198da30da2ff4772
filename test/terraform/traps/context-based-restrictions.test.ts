import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { NO_CHANGES, walk } from './trapped';

const RULE = 'ibm_cbr_rule';
const ZONE = 'ibm_cbr_zone';

const operations = (...types: string[]) => [
  { api_types: types.map((api_type_id) => ({ api_type_id })) },
];
const context = (...names: string[]) => [
  { attributes: names.map((name) => ({ name, value: name })) },
];
const resources = (operator?: string) => [
  { attributes: [{ name: 'serviceName', value: 'codeengine', operator }] },
];
const rule = (values: object) => ({
  [RULE]: { resources: resources('stringEquals'), ...values },
});

describeOffline('the traps of context-based restrictions', () => {
  const it = walk();

  test('context-based-restrictions/removed-operations-stay: the rule stays narrow', async () => {
    await it.apply(rule({ operations: operations('data-plane') }));
    expect(await it.apply(rule({ description: 'all' }))).toContain('1 changed');
    expect(it.stored(RULE).operations[0].api_types[0].api_type_id).toBe('data-plane');
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('context-based-restrictions/unset-mode-and-operations-hide-drift: no plan tells', async () => {
    await it.apply(rule({}));
    it.meddle(RULE, { enforcement_mode: 'disabled', operations: operations('control-plane') });
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('context-based-restrictions/rule-operator-may-never-converge: when left out', async () => {
    await it.apply(rule({ resources: resources() }));
    expect(await it.apply(rule({ resources: resources() }))).toContain(
      '- operator = "stringEquals"',
    );
    expect(await it.plan()).toContain('- operator = "stringEquals"');
  });

  test('context-based-restrictions/rule-context-order-is-a-change: of the same', async () => {
    await it.apply(rule({ contexts: context('networkZoneId', 'endpointType') }));
    const text = await it.apply(rule({ contexts: context('endpointType', 'networkZoneId') }));
    expect(text).toContain('1 changed');
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('context-based-restrictions/zone-address-order-is-a-change: of the same', async () => {
    const zone = (...values: string[]) => ({
      [ZONE]: {
        ...specimen(ZONE),
        addresses: values.map((value) => ({ type: 'ipAddress', value })),
      },
    });
    await it.apply(zone('192.0.2.1', '192.0.2.2'));
    expect(await it.apply(zone('192.0.2.2', '192.0.2.1'))).toContain('1 changed');
  });
});
