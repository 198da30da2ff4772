import { taxonomiesOf } from '../../lib/report/taxonomies';

test('each framework is a taxonomy, and a control is referred to by where it stands in it', () => {
  const { components, references, target } = taxonomiesOf([
    'NIST SC-7',
    'CIS 6.1.1',
    'NIST AC-4',
    'NIST SC-7',
  ]);
  expect(components).toMatchObject([
    { name: 'CIS IBM Cloud Foundations Benchmark', taxa: [{ id: '6.1.1' }] },
    { name: 'NIST SP 800-53', version: '5', taxa: [{ id: 'AC-4' }, { id: 'SC-7' }] },
  ]);
  expect(references).toEqual([
    { name: 'CIS IBM Cloud Foundations Benchmark', index: 0 },
    { name: 'NIST SP 800-53', index: 1 },
  ]);
  expect(target('NIST SC-7')).toEqual({
    id: 'SC-7',
    index: 1,
    toolComponent: { name: 'NIST SP 800-53', index: 1 },
  });
});

test('without controls there is nothing', () => {
  expect(taxonomiesOf([])).toMatchObject({ components: [], references: [] });
});
