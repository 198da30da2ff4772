import { TerraformStack } from 'cdktf';
import { OutboundDestination } from '../../lib/constructs/workloads/outbound-destination';
import { IsolatedBatch, IsolatedBatchProps } from '../../lib/patterns/isolated-batch';
import { PROJECT } from '../kit/judged';
import { refusalOf } from '../kit/refusal';
import { image } from '../kit/samples';
import { hub } from '../kit/samples-certificates';
import { OFFICE, PIPELINE } from '../kit/samples-network';
import { newStack, synthesize } from '../kit/synth';

const of = (stack: TerraformStack, props: Partial<IsolatedBatchProps> = {}) =>
  new IsolatedBatch(stack, 'batch', {
    project: PROJECT,
    image: image(),
    destinations: { bank: OutboundDestination.cidr('198.51.100.0/24') },
    ...props,
  });

test('a batch is reached by nobody and reaches what it was told to', () => {
  const { only, types } = synthesize((stack) => of(stack));
  expect(only('ibm_cbr_rule')).toMatchObject({ contexts: [], enforcement_mode: 'report' });
  expect(only('ibm_code_engine_allowed_outbound_destination').cidr_block).toBe('198.51.100.0/24');
  expect(types.filter((it) => /app|function|en_/.test(it))).toEqual([]);
});

test('a timer that starts the batch is let in where management is closed', () => {
  const { all, only } = synthesize((stack) => {
    const it = of(stack, {
      schedule: { hub: hub(stack), cron: '30 2 * * *' },
      management: { deployer: PIPELINE, people: [OFFICE] },
      jobOptions: { arrayIndices: '0-9', maxExecutionTime: 600 },
    });
    it.perimeter.enforce();
    expect(it.schedule).toBeDefined();
  });
  expect(only('ibm_code_engine_job')).toMatchObject({
    scale_array_spec: '0-9',
    scale_max_execution_time: 600,
  });
  expect(only('ibm_cbr_zone').addresses).toEqual([
    expect.objectContaining({ type: 'serviceRef', ref: expect.anything() }),
  ]);
  const [, management] = all('ibm_cbr_rule');
  expect(management.contexts).toEqual([
    { attributes: [{ name: 'networkZoneId', value: 'pipeline' }] },
    { attributes: [{ name: 'networkZoneId', value: expect.stringContaining('ibm_cbr_zone') }] },
    {
      attributes: [
        { name: 'networkZoneId', value: 'office' },
        { name: 'mfa', value: 'LEVEL2' },
      ],
    },
  ]);
});

test.each<[string, Partial<IsolatedBatchProps>]>([
  ['project', { project: undefined }],
  ['destinations', { destinations: undefined }],
  ['destinations', { destinations: {} }],
  ['image', { image: undefined }],
])('a batch is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => of(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});
