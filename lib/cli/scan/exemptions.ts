/** What a team has decided to live with: which finding, why, who answers for it and until when. */
import { didYouMean } from '../nearest';
import { shown } from '../plain';
import { refuse } from '../refusal';
import { Shape } from '../shape';
import { Vulnerability } from './report';

/** Leave for one CVE or one security notice, in every package or in one. */
export interface Exemption {
  readonly cve: string | null;
  readonly notice: string | null;
  readonly package: string | null;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, as `YYYY-MM-DD` in UTC. */
  readonly until: string;
}

export const EXEMPTIONS = 'a list of exemptions as JSON';

const KEYS = ['cve', 'notice', 'package', 'reason', 'owner', 'until'];

/** Reads a file of exemptions; refuses all that is wrong with it at once. */
export function readExemptions(json: unknown, name: string): Exemption[] {
  if (!Array.isArray(json)) refuse({ at: name, got: shown(json), expected: EXEMPTIONS });
  const shape = new Shape(name);
  const exemptions = json.flatMap((it: unknown, i) => exemptionOf(shape, it, `[${i}]`));
  shape.finish();
  return exemptions;
}

function exemptionOf(shape: Shape, value: unknown, path: string): Exemption[] {
  const fields = shape.object(value, path);
  if (!fields) return [];
  const text = (key: string) => shape.text(fields, key, path);
  const it: Exemption = {
    cve: text('cve'),
    notice: text('notice'),
    package: text('package'),
    reason: text('reason') ?? '',
    owner: text('owner') ?? '',
    until: text('until') ?? '',
  };
  for (const key of Object.keys(fields).filter((name) => !KEYS.includes(name))) {
    shape.note(path, `a key ${shown(key)}`, KEYS.join(', '), didYouMean(key, KEYS));
  }
  const got = (text: string) => shown(text === '' ? undefined : text);
  // a wrong type was noted above.
  const isText = (key: string) => ['string', 'undefined'].includes(typeof fields[key]);
  if ((it.cve === null) === (it.notice === null) && isText('cve') && isText('notice')) {
    shape.note(path, it.cve === null ? 'neither' : 'both', 'either cve or notice');
  }
  if (it.reason.trim().length < 10 && isText('reason')) {
    shape.note(`${path}.reason`, got(it.reason), 'a sentence of at least 10 characters');
  }
  if (it.owner === '' && isText('owner')) {
    shape.note(`${path}.owner`, 'nothing', 'the person or team that answers for it');
  }
  if (Number.isNaN(endOf(it.until)) && isText('until')) {
    shape.note(`${path}.until`, got(it.until), 'the last day on which it holds, as YYYY-MM-DD');
  }
  return [it];
}

/** Whether an exemption is about a vulnerability, whatever the day. */
export const covers = (exemption: Exemption, { id, notice, ...found }: Vulnerability): boolean =>
  (exemption.package === null || exemption.package === found.package) &&
  (exemption.cve === null
    ? exemption.notice?.toUpperCase() === notice?.toUpperCase()
    : exemption.cve.toUpperCase() === id.toUpperCase());

export const isOver = ({ until }: Exemption, now: number): boolean => endOf(until) < now;

/** An exemption as a reader of its file would look for it. */
export const titleOf = ({ cve, notice, package: name }: Exemption): string =>
  `${cve ?? notice ?? ''}${name === null ? '' : ` in ${name}`}`;

/** The last moment of a day, or NaN where there is no such day. */
function endOf(until: string): number {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(until) ? Date.parse(`${until}T23:59:59.999Z`) : NaN;
  return new Date(end).toJSON()?.startsWith(until) ? end : NaN;
}
