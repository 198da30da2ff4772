import { TerraformElement } from 'cdktf';
import { DomainMapping } from './domain-mapping';
import { ICisZone } from './zone';
import { Problem, known, show } from '../../core';
import { Cutover } from '../../facts/cutover';
import { Visibility } from '../../facts/visibility';

/** One of the eight steps of IBM's page, and what of the configuration takes it. */
export interface ProtectionStep {
  /** 1 to 8, as on IBM's page. */
  readonly number: number;
  /** What IBM's page calls it. */
  readonly title: string;
  /** The Terraform addresses of what takes the step; none where it was taken outside. */
  readonly addresses: string[];
  /** Whether it is left to the second apply of a cutover. */
  readonly isPending: boolean;
}

/** All that a protected domain is made of. */
interface Parts {
  readonly zone: ICisZone;
  readonly host: string;
  readonly cutover: Cutover;
  /** Resources of the zone, where it was made here. */
  readonly zoneParts: readonly TerraformElement[];
  readonly mappings: readonly DomainMapping[];
  readonly healthCheck: TerraformElement;
  readonly pools: readonly TerraformElement[];
  readonly balancer: TerraformElement;
  readonly workloads: readonly TerraformElement[];
  readonly gates: readonly TerraformElement[];
}

/** As much of what is rendered as the steps look at; anything may have been written over it. */
interface Rendered {
  readonly name?: unknown;
  readonly component?: unknown;
  readonly tls_secret?: unknown;
  readonly cis_id?: unknown;
  readonly domain_id?: unknown;
  readonly default_pool_ids?: unknown;
  readonly enabled?: unknown;
  readonly proxied?: unknown;
  readonly ttl?: unknown;
  readonly monitor?: unknown;
  readonly origins?: unknown;
  readonly headers?: readonly { readonly header?: unknown; readonly values?: readonly unknown[] }[];
  readonly managed_domain_mappings?: unknown;
  readonly lifecycle?: { readonly postcondition?: readonly { readonly condition?: unknown }[] };
}

/** One block, as an element hands it to the synthesis. */
interface Block {
  readonly address: string;
  readonly body: Rendered;
}

/** A step: its title, what takes it, and what is wrong with that as it is rendered, overrides included. */
interface Step {
  readonly title: string;
  readonly takenBy: (parts: Parts) => readonly TerraformElement[];
  readonly unmet: (parts: Parts) => string | undefined;
  readonly expected: string;
  readonly isLast?: boolean;
}

/** @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos */
const STEPS: readonly Step[] = [
  {
    title: 'Obtain your custom domain',
    takenBy: () => [],
    unmet: ({ host, zone }) =>
      isInside(host, zone.domain) ? undefined : `the host ${host} outside ${zone.domain}`,
    expected: 'a host of the domain',
  },
  {
    title: 'Create a custom domain mapping for your app',
    takenBy: ({ mappings }) => mappings.map(({ resource }) => resource),
    unmet: ({ host, mappings }) =>
      first(mappings, ({ resource }) => {
        const { name, component, tls_secret: secret } = rendered(resource);
        if (!component) return 'a mapping without a workload';
        if (!secret) return 'a mapping without a certificate';
        return isOther(name, host) ? `a mapping of ${show(name)}` : undefined;
      }),
    expected: 'a mapping of the host to each workload, with a certificate',
  },
  {
    title: 'Set up an instance of Cloud Internet Services',
    takenBy: ({ zoneParts }) => zoneParts.slice(0, 1),
    unmet: ({ balancer, zone }) => {
      const { cis_id: instance } = rendered(balancer);
      return instance === zone.crn ? undefined : 'a load balancer of another instance';
    },
    expected: 'the instance that holds the zone',
  },
  {
    title: 'Add the custom domain to the instance',
    takenBy: ({ zoneParts }) => zoneParts.slice(1),
    unmet: ({ balancer, zone }) => {
      const { domain_id: id } = rendered(balancer);
      return id === zone.zoneId ? undefined : 'a load balancer of another zone';
    },
    expected: 'the zone of the domain',
  },
  {
    title: 'Configure a global load balancer',
    takenBy: ({ healthCheck, pools, balancer }) => [healthCheck, ...pools, balancer],
    unmet: (parts) => unmetBalancing(parts),
    expected: 'a load balancer named as the host, over pools that are checked under its name',
  },
  {
    title: 'Enable the HTTP proxy mode for the load balancer',
    takenBy: ({ balancer }) => [balancer],
    unmet: ({ balancer }) => {
      const { proxied, ttl } = rendered(balancer);
      if (proxied !== true) return 'a load balancer that is not proxied';
      return ttl === undefined ? undefined : 'a load balancer with a time to live';
    },
    expected: 'proxied: true, and no ttl',
  },
  {
    title: 'Turn off the public system provided domain mappings',
    takenBy: ({ workloads }) => workloads,
    unmet: ({ workloads }) =>
      first(workloads, (it) =>
        rendered(it).managed_domain_mappings === Visibility.PROJECT
          ? undefined
          : 'a workload that is reached around the edge',
      ),
    expected: 'Visibility.PROJECT for each workload',
    isLast: true,
  },
  {
    title: 'Save the application revision',
    takenBy: ({ gates }) => gates,
    unmet: ({ gates }) =>
      first(gates, (it) =>
        rendered(it).lifecycle?.postcondition?.some(({ condition }) =>
          /\.status\b/.test(String(condition)),
        )
          ? undefined
          : 'a workload whose change nobody looks at',
      ),
    expected: 'a condition on what became of the change',
    isLast: true,
  },
];

/** The eight steps of IBM's page against Layer-7 attacks: who takes them, and whether all are taken. */
export const protectionSteps = {
  of: (parts: Parts): ProtectionStep[] =>
    STEPS.map(({ title, takenBy, isLast = false }, index) => ({
      number: index + 1,
      title,
      addresses: takenBy(parts).map((it) => addressOf(it)),
      isPending: isLast && parts.cutover === Cutover.PREPARE,
    })),

  /** What is not taken, judged on what is rendered when everything has had its say. */
  problemsIn: (parts: Parts): Problem[] =>
    STEPS.flatMap(({ title, unmet, expected, isLast = false }, index) => {
      if (isLast && parts.cutover === Cutover.PREPARE) return [];
      const got = unmet(parts);
      return got === undefined
        ? []
        : [{ prop: `steps.${index + 1}`, got, expected, remedy: title }];
    }),
};

function unmetBalancing({ host, healthCheck, pools, balancer }: Parts): string | undefined {
  const { name, default_pool_ids: ids, enabled } = rendered(balancer);
  if (isOther(name, host)) return `a load balancer named ${show(name)}`;
  if (enabled === false) return 'a load balancer that is off';
  if (!Array.isArray(ids) || ids.length === 0) return 'a load balancer without pools';
  const unchecked = first(pools, (pool) => {
    const { monitor, origins, enabled: isOn } = rendered(pool);
    if (!monitor) return 'a pool without a health check';
    if (!Array.isArray(origins) || origins.length === 0) return 'a pool without origins';
    return isOn === false ? 'a pool that is off' : undefined;
  });
  const { headers = [] } = rendered(healthCheck);
  const named = headers.some(({ header, values }) => header === 'Host' && values?.[0] === host);
  return unchecked ?? (named ? undefined : 'a health check under another name');
}

/** What an element becomes, with all that was written over it. */
function blockOf(element: TerraformElement): Block {
  const parts = element.toTerraform() as Record<string, Record<string, Record<string, Rendered>>>;
  const part = 'data' in parts ? 'data' : 'resource';
  const [[type, named]] = Object.entries(parts[part]);
  const [[name, body]] = Object.entries(named);
  return { address: [...(part === 'data' ? [part] : []), type, name].join('.'), body };
}

const rendered = (element: TerraformElement): Rendered => blockOf(element).body;

const addressOf = (element: TerraformElement): string => blockOf(element).address;

const first = <T>(items: readonly T[], judge: (item: T) => string | undefined) =>
  items.map(judge).find((it) => it !== undefined);

/** Whether a host is one of a domain, as far as that is known now. */
export const isInside = (host: string, domain: string): boolean =>
  !known(host) || !known(domain) || host === domain || host.endsWith(`.${domain}`);

/** Only a name that was written over can be another one. */
const isOther = (name: unknown, host: string): boolean =>
  typeof name !== 'string' || (known(name) && name !== host);
