import { Construct } from 'constructs';
import { ICisZone, onZone } from './zone';
import { CisCustomPage, CisCustomPageConfig } from '../../.gen/providers/ibm/cis-custom-page';
import { Problem, given, matches, member, notEmpty, oneOf, reject } from '../../core';
import { ErrorPage, PAGE_URL } from '../../facts/error-pages';

/** Properties for `ErrorPages`. */
export interface ErrorPagesProps {
  /** The zone whose visitors see the pages. */
  readonly zone: ICisZone;
  /**
   * Where each page lies, by the kinds of `ErrorPage`; at least one. Internet Services reads it when it is set, and
   * again only when the address changes; it has to be read from the United States too, and at most 1.5 MB.
   */
  readonly pages: { readonly [page: string]: string };
}

/** The pages that each zone has already: two owners of one would undo each other. */
const taken = new WeakMap<object, Set<string>>();

/**
 * Pages of your own for visitors who are blocked, challenged or left without an answer.
 *
 * To take a page out of the code changes nothing: visitors see it until `ibmcloud cis custom-page-update waf_block default`,
 * or the like of the page, puts IBM's own back.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-custom-page
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_custom_page
 */
export class ErrorPages extends Construct {
  /** @throws an error naming every problem: no page, one that the zone has already, an address that is not of `https://` */
  constructor(scope: Construct, id: string, props: ErrorPagesProps) {
    super(scope, id);
    reject(this, problemsIn(this, props));
    for (const [page, url] of Object.entries(props.pages)) {
      pagesOf(props.zone).add(page);
      new CisCustomPage(this, `Page-${page}`, terraformOf(props.zone, page, url));
    }
  }
}

function problemsIn(scope: ErrorPages, { zone, pages }: ErrorPagesProps): Problem[] {
  const lost = onZone.problemsIn(scope, zone);
  return [
    ...lost,
    ...given('pages', pages, SOME),
    ...notEmpty('pages', pages ?? ['?'], SOME),
    ...Object.entries(pages ?? {}).flatMap(([page, url]) => [
      ...oneOf(member('pages', page), page, Object.values(ErrorPage)),
      ...(lost.length > 0 ? [] : second(zone, page)),
      // trap internet-services/custom-page-empty-url-fails: no address is none of https either.
      ...given(member('pages', page), url, PAGE_URL.words),
      ...matches(member('pages', page), url ?? undefined, PAGE_URL),
    ]),
  ];
}

const SOME = 'at least one ErrorPage with its address';

const second = (zone: ICisZone, page: string): Problem[] =>
  pagesOf(zone).has(page)
    ? [
        {
          prop: member('pages', page),
          got: 'a page that the zone has already',
          expected: 'one owner for each page of a zone',
        },
      ]
    : [];

function pagesOf(zone: ICisZone): Set<string> {
  const pages = taken.get(onZone.identity(zone)) ?? new Set<string>();
  taken.set(onZone.identity(zone), pages);
  return pages;
}

/** trap internet-services/zone-change-leaves-dependents-behind: it goes along with the zone. */
const terraformOf = (zone: ICisZone, page: string, url: string): CisCustomPageConfig => ({
  ...onZone.terraformOf(zone),
  pageId: page,
  url,
});
