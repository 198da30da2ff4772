import { TerraformStack } from 'cdktf';
import {
  PrivateIngress,
  PrivateIngressProps,
} from '../../../lib/constructs/workloads/private-ingress';
import { PROJECT } from '../../kit/judged';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, recorded, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_is_virtual_endpoint_gateway';
const of = (stack: TerraformStack, props: Partial<PrivateIngressProps> = {}) =>
  new PrivateIngress(stack, 'ingress', {
    project: PROJECT,
    resourceGroupId: RESOURCE_GROUP_ID,
    vpcId: 'r006-1',
    subnetIds: ['0717-1'],
    securityGroupIds: ['r006-2'],
    ...props,
  });

test('an ingress renders its defaults: the endpoint of one project, guarded', () => {
  expect(synthesize((stack) => of(stack)).only(TYPE)).toEqual({
    name: 'ingress',
    resource_group: RESOURCE_GROUP_ID,
    vpc: 'r006-1',
    target: { crn: PROJECT.crn, resource_type: 'provider_cloud_service' },
    security_groups: ['r006-2'],
    ips: [{ subnet: '0717-1', name: expect.stringMatching(/^ingress-\w{4}-0$/) }],
  });
});

test('an ingress renders every prop', () => {
  const ingress = synthesize((stack) =>
    of(stack, {
      gatewayName: 'shop',
      subnetIds: ['0717-1', '0727-2'],
      securityGroupIds: [],
      waivers: { defaultSecurityGroup: waiver() },
    }),
  ).only(TYPE);
  expect(ingress).toMatchObject({
    name: 'shop',
    ips: [{ subnet: '0717-1' }, { subnet: '0727-2' }],
    waivers: [recorded('access/private-endpoint-guarded')],
  });
  expect(ingress).not.toHaveProperty('security_groups');
});

test.each<[string, Partial<PrivateIngressProps>]>([
  ['project', { project: undefined }],
  ['resourceGroupId', { resourceGroupId: 'default' }],
  ['vpcId', { vpcId: undefined }],
  ['vpcId', { vpcId: 'a b' }],
  ['subnetIds', { subnetIds: [] }],
  ['subnetIds', { subnetIds: undefined }],
  ['subnetIds.0', { subnetIds: ['a b'] }],
  ['securityGroupIds', { securityGroupIds: [] }],
  ['securityGroupIds.0', { securityGroupIds: ['a b'] }],
  ['gatewayName', { gatewayName: 'Shop' }],
  ['waivers.defaultSecurityGroup', { waivers: { defaultSecurityGroup: waiver() } }],
])('an ingress is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => of(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('an ingress hands out its id and its name', () => {
  const { id, crn } = renderedValues((stack) => {
    const it = of(stack);
    return { id: it.gatewayId, crn: it.crn };
  });
  expect([id, crn]).toEqual([
    expect.stringMatching(/^\$\{ibm_is_virtual_endpoint_gateway\.\w+\.id\}$/),
    expect.stringMatching(/^\$\{ibm_is_virtual_endpoint_gateway\.\w+\.crn\}$/),
  ]);
});
