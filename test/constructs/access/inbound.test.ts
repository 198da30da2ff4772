import { Inbound } from '../../../lib/constructs/access/inbound';
import { INetworkZone } from '../../../lib/constructs/access/network-zone';
import { refusalOf } from '../../kit/refusal';
import { OFFICE, PIPELINE } from '../../kit/samples-network';

const PRIVATE = { name: 'endpointType', value: 'private' };

test('each use case of IBM’s page is one way to be reached', () => {
  expect(Inbound.privateOnly()._contexts).toEqual([[PRIVATE]]);
  expect(Inbound.privateFrom([OFFICE, PIPELINE])._contexts).toEqual([
    [{ name: 'networkZoneId', value: 'office' }, PRIVATE],
    [{ name: 'networkZoneId', value: 'pipeline' }, PRIVATE],
  ]);
  expect(Inbound.isolated()._contexts).toEqual([]);
});

test.each([
  ['zones', []],
  ['zones', undefined],
  ['zones.0', ['office' as unknown as INetworkZone]],
])('to be reached from no zone is refused, as by %s', (prop, zones) => {
  expect(refusalOf(() => Inbound.privateFrom(zones as INetworkZone[]))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});
