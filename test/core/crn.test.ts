import { TerraformVariable } from 'cdktf';
import { partsOfCrn } from '../../lib/core';
import { renderedValues } from '../kit/synth';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const CRN = `crn:v1:bluemix:public:secrets-manager:eu-de:a/0123:${GUID}::`;

test('a name that is known is taken apart now', () => {
  expect(partsOfCrn(CRN)).toEqual({
    region: 'eu-de',
    instanceId: GUID,
    accountId: '0123',
  });
});

test('a name that only Terraform knows is taken apart there, into texts', () => {
  const parts = renderedValues((stack) => {
    const variable = new TerraformVariable(stack, 'crn', { type: 'string' });
    const { region, instanceId, accountId } = partsOfCrn(variable.stringValue);
    expect([typeof region, typeof instanceId]).toEqual(['string', 'string']);
    return { region, instanceId, accountId, url: `https://${instanceId}.example.com` };
  });
  expect(parts).toEqual({
    region: '${element(split(":", var.crn), 5)}',
    instanceId: '${element(split(":", var.crn), 7)}',
    accountId: '${trimprefix(element(split(":", var.crn), 6), "a/")}',
    url: 'https://${element(split(":", var.crn), 7)}.example.com',
  });
});
