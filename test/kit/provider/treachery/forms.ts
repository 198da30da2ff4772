/** The form of an entry of `behaviours.json`: which words there are, and where paths must lead. */
import { BlockSchema, CtyType, ProviderData, TypeData } from '../../../../tools/provider-data';
import { show } from '../schema';
import { Value } from '../msgpack';
import type { Behaviour, Mechanism } from './behaviours';
import { TESTS, WORDS } from './conditions';

/** What each mechanism needs, and what it may have besides; one that needs nothing named is a text. */
export const FORMS: Readonly<Record<Mechanism, Form>> = {
  drops: { needs: ['paths', 'values'], may: ['on', 'becomes'] },
  unsent: { needs: ['paths'], may: ['on', 'values'] },
  adds: { needs: ['values'], may: ['on'] },
  respells: { needs: ['paths'], may: ['from', 'to', 'by', 'hidden'] },
  wipes: { needs: ['paths', 'becomes'], may: ['on'] },
  unread: { needs: [], may: ['paths', 'becomes', 'once'] },
  keeps: { needs: ['paths'], may: [] },
  refuses: { needs: ['on', 'text'], may: ['made'] },
  crashes: { needs: ['at'], may: [] },
  survivesDestroy: { needs: [], may: ['resets'] },
  swallows: { needs: ['on'], may: [] },
  quirk: 'text',
  inherent: 'text',
  documented: 'text',
};

type Form = 'text' | { readonly needs: readonly string[]; readonly may: readonly string[] };

const FRAME = ['trap', 'types', 'when'];

/** What is wrong with the words of an entry. */
export function problemOf(entry: Partial<Behaviour>): string | undefined {
  const words = Object.keys(entry).filter((word) => !FRAME.includes(word));
  const [name] = words;
  if (words.length !== 1 || !(name in FORMS)) {
    return `${entry.trap}: got ${words.join(', ') || 'no mechanism'}, expected one of ${Object.keys(FORMS).join(', ')}`;
  }
  const fault = faultOf(FORMS[name as Mechanism], entry[name as Mechanism]);
  if (fault) return `${entry.trap}: ${name}: ${fault}`;
  for (const [path, condition] of Object.entries(entry.when ?? {})) {
    const said = typeof condition === 'string' ? [condition] : Object.keys(condition);
    if (said.length !== 1 || ![...WORDS, ...TESTS].some((word) => word === said[0])) {
      return `${entry.trap}: when ${path}: got ${said.join()}, expected one of ${[...WORDS, ...TESTS].join(', ')}`;
    }
  }
  return undefined;
}

function faultOf(form: Form, given: unknown): string | undefined {
  if (form === 'text') return typeof given === 'string' ? undefined : 'expected a text';
  if (typeof given !== 'object' || given === null)
    return `got ${show(given as Value)}, expected parameters`;
  const lacking = form.needs.find((key) => !(key in given));
  if (lacking) return `got no ${lacking}, expected one`;
  const foreign = Object.keys(given).find((key) => ![...form.needs, ...form.may].includes(key));
  const known = [...form.needs, ...form.may].join(', ');
  return foreign && `got ${foreign}, expected ${known || 'no parameters'}`;
}

/** What is wrong with the types and paths of an entry. */
export function strayOf(entry: Behaviour, data: ProviderData): string | undefined {
  for (const type of entry.types) {
    const known: TypeData | undefined = data.resources[type] ?? data.dataSources[type];
    if (!known) return `${entry.trap}: got type ${type}, expected one that is recorded`;
    const stray = pathsOf(entry).find((path) => !leads(known.schema.block, path.split('.')));
    if (stray) return `${entry.trap}: got path ${stray}, expected one of ${type}`;
  }
  return undefined;
}

function pathsOf(entry: Behaviour): string[] {
  const { drops, unsent, adds, respells, wipes, unread, keeps, survivesDestroy, when } = entry;
  return [
    ...[drops, unsent, respells, wipes, unread, keeps].flatMap((one) => one?.paths ?? []),
    ...[adds?.values, survivesDestroy?.resets, when].flatMap((one) => Object.keys(one ?? {})),
  ];
}

function leads(block: BlockSchema, [name, ...rest]: readonly string[]): boolean {
  const nested = block.block_types?.[name];
  if (nested) return rest.length === 0 || leads(nested.block, rest);
  const attribute = block.attributes?.[name];
  return attribute !== undefined && (rest.length === 0 || isMember(attribute.type, rest));
}

function isMember(type: CtyType, [name, ...rest]: readonly string[]): boolean {
  if (typeof type === 'string') return false;
  const [kind, of] = type;
  if (kind !== 'object') return isMember(of as CtyType, [name, ...rest]);
  const member = (of as Record<string, CtyType>)[name];
  return member !== undefined && (rest.length === 0 || isMember(member, rest));
}
