import { TerraformStack } from 'cdktf';
import { Image } from '../../lib/constructs/images/image';
import {
  PrivateMicroservices,
  PrivateMicroservicesProps,
} from '../../lib/patterns/private-microservices';
import { Visibility } from '../../lib/facts/visibility';
import { PROJECT } from '../kit/judged';
import { refusalOf } from '../kit/refusal';
import { image } from '../kit/samples';
import { variablesIn } from '../kit/samples-auth';
import { OFFICE, callers } from '../kit/samples-network';
import { newStack, synthesize } from '../kit/synth';

const two = {
  orders: { image: image(), calls: { STOCK_URL: 'stock' } },
  stock: { image: image() },
};
const of = (stack: TerraformStack, props: Partial<PrivateMicroservicesProps> = {}) =>
  new PrivateMicroservices(stack, 'shop', { project: PROJECT, services: two, ...props });

test('services call each other by their internal addresses, and nothing outside reaches any', () => {
  const { all, only, types } = synthesize((stack) => of(stack));
  const [orders, stock] = all('ibm_code_engine_app');
  expect([orders, stock].map((it) => it.managed_domain_mappings)).toEqual(['local', 'local']);
  expect(variablesIn(orders).STOCK_URL).toMatch(/shop_stock_\w+\.endpoint_internal\}$/);
  expect(only('ibm_cbr_rule')).toMatchObject({ contexts: [], enforcement_mode: 'report' });
  expect(types).not.toContain('ibm_is_virtual_endpoint_gateway');
});

test('an entry is reached from one VPC, by its private endpoint and by nobody else', () => {
  const services = { ...two, orders: { ...two.orders, isEntry: true } };
  const { all, only } = synthesize((stack) => {
    const it = of(stack, { services, callers, management: { deployer: OFFICE } });
    it.perimeter.enforce();
    expect(Object.keys(it.apps)).toEqual(['orders', 'stock']);
    expect(it.ingress).toBeDefined();
  });
  expect(all('ibm_code_engine_app').map((it) => it.managed_domain_mappings)).toEqual([
    'local_private',
    'local',
  ]);
  expect(only('ibm_cbr_zone').addresses).toEqual([{ type: 'vpc', value: callers.vpcCrn }]);
  const [inbound, management] = all('ibm_cbr_rule');
  expect(management.contexts).toHaveLength(1);
  expect(inbound).toMatchObject({
    enforcement_mode: 'enabled',
    contexts: [{ attributes: [{ name: 'networkZoneId' }, { name: 'endpointType' }] }],
  });
});

test.each<[string, Partial<PrivateMicroservicesProps>]>([
  ['project', { project: undefined }],
  ['services', { services: undefined }],
  ['services', { services: {} }],
  ['services.Orders', { services: { Orders: { image: image() } } }],
  ['services.a.image', { services: { a: { image: {} as Image } } }],
  ['services.a.calls.B_URL', { services: { a: { image: image(), calls: { B_URL: 'b' } } } }],
  ['services.a.calls.A_URL', { services: { a: { image: image(), calls: { A_URL: 'a' } } } }],
  [
    'services.a.appOptions.visibility',
    { services: { a: { image: image(), appOptions: { visibility: Visibility.PUBLIC } } } },
  ],
  ['services.a.isEntry', { services: { a: { image: image(), isEntry: true } } }],
  ['callers', { callers }],
  [
    'callers.vpcCrn',
    {
      callers: { ...callers, vpcCrn: 'r006-1' },
      services: { a: { image: image(), isEntry: true } },
    },
  ],
])('services are refused for %s', (prop, props) => {
  expect(refusalOf(() => of(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});
