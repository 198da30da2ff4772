/** Values that IBM Cloud would choose: made up, always the same, and fit for where they are used next. */
import { createHash } from 'crypto';
import { AttributeFacts, CtyType, ProviderData, TypeData } from '../../../tools/provider-data';
import { unmet } from './expectations';
import { ObjectValue, Value } from './msgpack';
import { isObject, mapValues } from './schema';

/** What a value is made up for. */
export interface Request {
  /** The resource's or data source's type. */
  readonly type: string;
  readonly name: string;
  readonly cty: CtyType;
  readonly facts?: AttributeFacts;
  /** Whether the user might have given it: then a collection is empty and a choice is the first. */
  readonly isOptional?: boolean;
  /** Equal seeds make equal values. */
  readonly seed: string;
  /** What is known beside it: a member of a made-up object repeats what was asked for. */
  readonly known: ObjectValue;
}

const ACCOUNT = hash('account').slice(0, 32);
const MOMENT = '2026-01-01T00:00:00Z';

/** The words of services in a CRN where they differ from the word in the type's name. */
const SERVICES: Readonly<Record<string, string>> = {
  atracker: 'atracker',
  cis: 'internet-svcs',
  code: 'codeengine',
  cos: 'cloud-object-storage',
  cr: 'container-registry',
  en: 'event-notifications',
  iam: 'iam-identity',
  is: 'is',
  sm: 'secrets-manager',
};

/** Answers of one type that differ from what the name alone suggests. */
const ANSWERS: Readonly<Record<string, string>> = {
  'ibm_cis_advanced_certificate_pack_order.status': 'initializing',
  'ibm_cis_domain.status': 'active',
  'ibm_code_engine_function.runtime': 'nodejs-20',
  'ibm_code_engine_project.status': 'active',
  'ibm_en_destinations.type': 'smtp_ibm',
  'ibm_en_sources.type': 'periodic-timer',
  'ibm_resource_instance.status': 'active',
  'ibm_schematics_workspace.template_type': 'terraform_v1.5',
};

/** How a text looks by the name of its attribute; the first that fits the name counts. */
const BY_NAME: readonly (readonly [RegExp, (request: Request) => string])[] = [
  [/crn$/, crn],
  [/^account(_id)?$|_account(_id)?$/, () => ACCOUNT],
  [/^resource_group(_id)?$/, () => hash('resource group').slice(0, 32)],
  [/status/, () => 'ready'],
  [/^state$|_state$/, () => 'active'],
  [/^region$|_region$|^location$/, () => 'us-south'],
  [
    /(_at|_on|_date|_time|^not_before|^not_after|^expires|^created|^modified|^last_updated)$/,
    () => MOMENT,
  ],
  [/url$|^href$|^endpoint|_endpoint/, (request) => `https://${slug(request)}.example.com`],
  [/host|^domain$|target$|name_servers|^address$/, (request) => `${slug(request)}.example.com`],
  [/email/, (request) => `${slug(request)}@example.com`],
  [/^ipv6/, () => '2001:db8::1'],
  [/^ip|_ip(s|v4)?$/, () => '192.0.2.1'],
  [/^version$|_version$/, () => '1'],
  [/(^|_)(id|guid|uuid)$/, ownOrOtherUuid],
];

/** What else a text may look like where none of that passes the checks. */
const OTHERWISE: readonly ((request: Request) => string)[] = [
  slug,
  ownOrOtherUuid,
  hex,
  crn,
  () => MOMENT,
  (request) => `${slug(request)}.example.com`,
  (request) => `https://${slug(request)}.example.com`,
  (request) => `N${hex(request).toUpperCase().slice(0, 8)}`,
  (request) => `tag:${slug(request)}`,
  () => '10.0.0.0/24',
  () => '/',
  () => '1',
];

/** Makes up values that also pass the checks `provider/` records for attributes of the same name. */
export class Inventor {
  private readonly sameNamed = new Map<string, AttributeFacts[]>();

  constructor(data: ProviderData) {
    const types: TypeData[] = [
      ...Object.values(data.resources),
      ...Object.values(data.dataSources),
    ];
    for (const { facts } of types) {
      for (const [path, known] of Object.entries(facts.attributes)) {
        const name = path.slice(path.lastIndexOf('.') + 1);
        this.sameNamed.set(name, [...(this.sameNamed.get(name) ?? []), known]);
      }
    }
  }

  public value(request: Request): Value {
    const { cty, known, isOptional } = request;
    if (cty === 'bool') return false;
    if (cty === 'number') return request.facts?.min ?? 1;
    if (cty === 'string' || cty === 'dynamic') return this.text(request);
    if (cty[0] === 'map') return {};
    if (cty[0] === 'object') {
      return mapValues(cty[1], (member, inner) => {
        const asked = known[inner];
        if (typeof asked === 'string' && member === 'string') return asked;
        return this.value({ ...request, facts: undefined, name: inner, cty: member });
      });
    }
    return isOptional
      ? []
      : [this.value({ ...request, facts: request.facts?.element, cty: cty[1] })];
  }

  private text(request: Request): string {
    const { facts = {}, type, name } = request;
    if (facts.allowed) return String(facts.allowed[0]);
    const answer = ANSWERS[`${type}.${name}`];
    if (answer !== undefined) return answer;
    const byName = BY_NAME.find(([fits]) => fits.test(name));
    const ways = [...(byName ? [byName[1]] : []), ...OTHERWISE];
    const neighbours = this.sameNamed.get(name) ?? [];
    const faults = (text: string) =>
      // what the attribute itself demands outweighs whatever others of its name do.
      unmet(facts, text).length * (neighbours.length + 1) +
      neighbours.filter((check) => unmet(check, text).length > 0).length;
    let best = { text: '', faults: Infinity };
    for (const way of ways) {
      const text = way(request);
      const count = faults(text);
      if (count < best.faults) best = { text, faults: count };
      if (count === 0) break;
    }
    return best.text;
  }
}

/** A hash that stands for the whole of what is known of a value. */
export function seedOf(type: string, known: ObjectValue): string {
  return hash(`${type} ${JSON.stringify(known, (_, item: unknown) => plain(item))}`);
}

function plain(item: unknown): unknown {
  if (typeof item === 'bigint' || typeof item === 'symbol') return String(item);
  if (!isObject(item as Value)) return item;
  return Object.fromEntries(Object.entries(item as object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function uuid(seed: string): string {
  const digits = hash(seed);
  return [0, 8, 12, 16, 20].map((at, i) => digits.slice(at, [8, 12, 16, 20, 32][i])).join('-');
}

function hex({ seed, name }: Request): string {
  return hash(seed + name).slice(0, 32);
}

function slug({ seed, name }: Request): string {
  return `${name.replace(/[^a-z0-9]+/g, '-')}-${hash(seed + name).slice(0, 8)}`;
}

/** The thing's own identity has several names: of a project, `id` is `guid` is `project_id`. */
function ownOrOtherUuid({ type, name, seed }: Request): string {
  const isOwn = name === 'id' || name === 'guid' || type.endsWith(`_${name.replace(/_id$/, '')}`);
  return uuid(isOwn ? seed : seed + name);
}

function crn({ type, seed }: Request): string {
  const word = type.split('_')[1];
  return `crn:v1:bluemix:public:${SERVICES[word] ?? word}:us-south:a/${ACCOUNT}:${uuid(seed)}::`;
}
