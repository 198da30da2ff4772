import { createHash } from 'crypto';
import { Lazy } from 'cdktf';
import { known } from './checks';

/**
 * A text that changes whenever a value does: a hash of it at synthesis, and behind that every text in it that only
 * Terraform can fill in.
 * @param value the value, asked for when the stack is written
 */
export function fingerprintOf(value: () => unknown): string {
  return Lazy.stringValue({
    produce: (context) => {
      const resolved: unknown = context.resolve(value());
      const hash = createHash('sha256').update(JSON.stringify(resolved)).digest('hex');
      return [hash, ...lateTexts(resolved)].join('\n');
    },
  });
}

function lateTexts(value: unknown): string[] {
  if (typeof value === 'string') return known(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(lateTexts);
}
