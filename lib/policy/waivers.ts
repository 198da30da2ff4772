import { Waived } from './graph';

/** Why a waiver does not count, or nothing where it does. */
export function stillHolds(waiver: Waived, today: Date): string | undefined {
  if (waiver.reason.trim().length < 10) return 'the waiver has no reason of at least 10 characters';
  if (waiver.owner.trim() === '') return 'the waiver has no owner';
  const last = Date.parse(`${waiver.until}T23:59:59.999Z`);
  if (Number.isNaN(last)) return 'the waiver has no last day as YYYY-MM-DD';
  return last < today.getTime() ? `the waiver ended on ${waiver.until}` : undefined;
}
