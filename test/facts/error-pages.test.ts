import { ErrorPage, PAGE_URL } from '../../lib/facts/error-pages';
import { readProvider } from '../../tools/provider-data';

test('the pages are those that the provider takes', () => {
  const { facts } = readProvider().resources.ibm_cis_custom_page;
  expect(Object.values(ErrorPage)).toEqual(facts.attributes.page_id.allowed);
});

test('an address is of https', () => {
  expect('https://www.example.com/blocked.html?v=2').toMatch(PAGE_URL.pattern);
  for (const wrong of [
    '',
    'www.example.com',
    'http://www.example.com/a',
    'https://a b.example.com',
  ]) {
    expect(wrong).not.toMatch(PAGE_URL.pattern);
  }
});
