import { ITerraformDependable, Lazy, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { AppidRedirectUrls } from '../../.gen/providers/ibm/appid-redirect-urls';
import { OptOut, Problem, given, line, matches, recordWaivers } from '../../core';
import { REDIRECT_URL } from '../../facts/app-id';

/** As much of a tenant as its redirect addresses need. */
interface Tenant {
  readonly tenantId: string;
  readonly _settings: ITerraformDependable[];
}

/** How the list begins, and whether it stays. */
interface Options {
  readonly redirectUrls: readonly string[];
  readonly deletionProtection: boolean;
}

/** What an address at which a sign-in may end has to be. */
export const redirectUrls = {
  /** trap app-id/redirect-url-scheme-and-wildcards-are-unchecked */
  problemsIn: (prop: string, url: string): Problem[] => [
    ...given(prop, url, REDIRECT_URL.words),
    ...matches(prop, url ?? undefined, REDIRECT_URL),
  ],
};

/**
 * Where sign-ins of a tenant may end: one list, whoever asks for an address.
 *
 * trap app-id/redirect-urls-have-two-owners: one resource holds all that proxies and callers ask for.
 * trap app-id/destroyed-redirect-urls-are-emptied: it goes with the tenant.
 * @internal
 */
export class RedirectUrls extends Construct {
  private readonly urls: string[];
  private readonly resource: TerraformResource;

  constructor(scope: Construct, id: string, tenant: Tenant, options: Options) {
    super(scope, id);
    this.urls = [...options.redirectUrls];
    this.resource = new AppidRedirectUrls(this, 'Resource', {
      tenantId: tenant.tenantId,
      urls: Lazy.listValue({ produce: () => [...this.urls].sort() }),
      dependsOn: tenant._settings,
      lifecycle: { preventDestroy: options.deletionProtection },
    });
    this.node.addValidation({ validate: () => nowhereToGo(this.urls).map(line) });
  }

  /** Adds an address that is not there yet. */
  public add(url: string): void {
    if (!this.urls.includes(url)) this.urls.push(url);
  }

  /** Writes down who answers for what the list departs from. */
  public excuse(optOuts: readonly OptOut[]): void {
    recordWaivers(this.resource, optOuts);
  }
}

/** trap app-id/empty-redirect-urls-pass */
const nowhereToGo = (urls: readonly string[]): Problem[] =>
  urls.length > 0
    ? []
    : [
        {
          prop: 'redirectUrls',
          got: 'none',
          expected: 'at least one address at which a sign-in ends',
          remedy: 'put an AuthProxy in front of an app, or list the addresses of your own',
        },
      ];
