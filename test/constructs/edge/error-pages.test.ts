import { TerraformStack, TerraformVariable } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { ErrorPages, ErrorPagesProps } from '../../../lib/constructs/edge/error-pages';
import { ICisZone } from '../../../lib/constructs/edge/zone';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { ErrorPage } from '../../../lib/facts/error-pages';
import { refusalOf } from '../../kit/refusal';
import { CIS_CRN, ZONE_ID, zone } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const URL = 'https://www.example.com/blocked.html';
const pages = (stack: TerraformStack, props: Partial<ErrorPagesProps> = {}) =>
  new ErrorPages(stack, 'pages', {
    zone: props.zone ?? zone(stack),
    pages: { [ErrorPage.WAF_BLOCK]: URL },
    ...props,
  });

test('ErrorPages render each page, and what replaces it with the zone', () => {
  const { only, types } = synthesize((stack) => void pages(stack));
  expect(types).toEqual(['ibm_cis_custom_page', 'terraform_data']);
  expect(only('ibm_cis_custom_page')).toEqual({
    cis_id: CIS_CRN,
    domain_id: ZONE_ID,
    page_id: 'waf_block',
    url: URL,
    lifecycle: { replace_triggered_by: [expect.stringMatching(/^terraform_data\.zone_Zone_/)] },
  });
});

test('ErrorPages render every kind', () => {
  const all = Object.fromEntries(Object.values(ErrorPage).map((it) => [it, `${URL}?of=${it}`]));
  const { types } = synthesize((stack) => void pages(stack, { pages: all }));
  expect(types.filter((it) => it === 'ibm_cis_custom_page')).toHaveLength(10);
});

test.each<[string, Partial<ErrorPagesProps>]>([
  ['zone', { zone: 'example.com' as unknown as ICisZone }],
  ['pages', { pages: {} }],
  ['pages', { pages: undefined }],
  ['pages.404_errors', { pages: { '404_errors': URL } }],
  ['pages.waf_block', { pages: { waf_block: '' } }],
  ['pages.waf_block', { pages: { waf_block: 'http://www.example.com/blocked.html' } }],
  ['pages.waf_block', { pages: { waf_block: undefined as unknown as string } }],
])('ErrorPages are refused for their %s when they are %p', (prop, props) => {
  expect(refusalOf(() => pages(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a page of a zone has one owner, whichever construct stands for the zone', () => {
  const stack = newStack();
  pages(stack);
  const same = CisZone.fromAttributes(stack, 'same', {
    ...{ crn: CIS_CRN, zoneId: ZONE_ID },
    ...{ domain: 'example.com', plan: CisPlan.ENTERPRISE_ADVANCED },
  });
  const second = (page: ErrorPage) =>
    new ErrorPages(stack, `second-${page}`, { zone: same, pages: { [page]: URL } });
  expect(second(ErrorPage.IP_BLOCK).node.id).toBe('second-ip_block');
  expect(refusalOf(() => second(ErrorPage.WAF_BLOCK))).toEqual([
    'pages.waf_block: got a page that the zone has already, expected one owner for each page of a zone',
  ]);
});

test('an address that only Terraform knows is not judged', () => {
  const { only } = synthesize((stack) => {
    const url = new TerraformVariable(stack, 'url', {}).stringValue;
    pages(stack, { pages: { [ErrorPage.SERVER_ERRORS]: url } });
  });
  expect(only('ibm_cis_custom_page').url).toBe('${var.url}');
});
