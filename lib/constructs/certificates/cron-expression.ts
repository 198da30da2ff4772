import { Problem, given, known, show } from '../../core';
import { CRON_FIELDS, CronField } from '../../facts/cron';

/** When a timer runs: five fields, which mean what the periodic timer of Event Notifications takes them for. */
export const cronExpression = {
  problemsIn: (prop: string, cron: string): Problem[] => {
    const missing = given(prop, cron, FIVE);
    if (missing.length > 0 || !known(cron)) return missing;
    const fields = typeof cron === 'string' ? cron.split(' ') : [];
    if (fields.length !== CRON_FIELDS.length) return [{ prop, got: show(cron), expected: FIVE }];
    return fields.flatMap((text, at) => problemsInField(prop, text, CRON_FIELDS[at]));
  },
};

const FIVE = 'five fields with one space between, as in 17 3 * * *';

const problemsInField = (prop: string, text: string, field: CronField): Problem[] =>
  field.special?.test(text) || text.split(',').every((entry) => isEntry(entry, field))
    ? []
    : [{ prop, got: `${field.name} ${show(text)}`, expected: `* or ${field.takes}` }];

/** `*`, a number, a range, and any of these with a step. */
function isEntry(entry: string, field: CronField): boolean {
  const [range, step, ...rest] = entry.split('/');
  const [from, to, ...more] = range.split('-').map((it) => numberOf(it, field));
  const isRange = to === undefined ? from !== undefined : from !== undefined && from <= to;
  return (
    rest.length === 0 &&
    more.length === 0 &&
    (range === '*' || (isRange && !range.endsWith('-') && !range.slice(1).includes('--'))) &&
    (step === undefined || /^[1-9]\d?$/.test(step))
  );
}

function numberOf(text: string, { words = [], least, most }: CronField): number | undefined {
  const at = words.indexOf(text.toUpperCase());
  if (at >= 0) return at + Math.max(least, 0);
  const number = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : undefined;
}
