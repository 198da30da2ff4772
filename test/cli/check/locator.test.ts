import { locatorOf } from '../../../lib/cli/check/locator';

const TEXT = `
# ce-guard: waive workloads/app-not-public until=2999-01-01 owner="team shop" a page for everyone
# another comment
resource "ibm_code_engine_app" "web" {
  name = "web"
}

data "ibm_cis" "edge" {}
provider "ibm" {
}
  resource ibm_code_engine_job night {
`;

test('blocks are found by their address, with the waivers above them', () => {
  const at = locatorOf(TEXT);
  expect(at('ibm_code_engine_app.web')).toEqual({
    line: 4,
    waivers: [
      {
        rule: 'workloads/app-not-public',
        until: '2999-01-01',
        owner: 'team shop',
        reason: 'a page for everyone',
      },
    ],
  });
  expect(at('data.ibm_cis.edge')).toEqual({ line: 8, waivers: [] });
  expect(at('provider.ibm').line).toBe(9);
  expect(at('ibm_code_engine_job.night').line).toBe(11);
  expect(at('ibm_x.y')).toEqual({});
});

test('a waiver does not reach past other code', () => {
  const at = locatorOf(
    '# ce-guard: waive a/b until=2999-01-01 owner=me because\nx = 1\nresource "a_b" "c" {\n',
  );
  expect(at('a_b.c').waivers).toEqual([]);
});
