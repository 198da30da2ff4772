/** What one field of a cron expression takes. */
export interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Names in the order of their numbers. */
  readonly words?: readonly string[];
  /** What else an entry may be. */
  readonly special?: RegExp;
  /** What the field takes, in words. */
  readonly takes: string;
}

/**
 * The five fields of the periodic timer, which are Quartz's and not those of Unix: a week begins with 1, which is Sunday.
 *
 * IBM counts months from 0, which nobody expects: here they go by their names.
 * @see https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-cron-periodic-timer
 */
export const CRON_FIELDS: readonly CronField[] = [
  { name: 'minute', least: 0, most: 59, takes: '0 to 59' },
  { name: 'hour', least: 0, most: 23, takes: '0 to 23' },
  {
    name: 'day of the month',
    least: 1,
    most: 31,
    special: /^(\?|L|LW|([1-9]|[12]\d|3[01])W)$/,
    takes: '1 to 31, ? or L or W',
  },
  {
    name: 'month',
    least: 0,
    most: -1,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
    takes: 'JAN to DEC',
  },
  {
    name: 'day of the week',
    least: 1,
    most: 7,
    words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
    special: /^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$/i,
    takes: '1 (Sunday) to 7 or SUN to SAT, ? or L or #',
  },
];
