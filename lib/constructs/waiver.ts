import { Problem, rejectValue, show } from '../core';

/** Who answers for a waiver, and until when. */
export interface WaiverOptions {
  /** The person or team that answers for it. */
  readonly owner: string;
  /** The last day on which it holds, as `YYYY-MM-DD` in UTC. */
  readonly until: string;
}

/**
 * Leave to depart from a secure default: why, who answers for it and until when.
 *
 * It is written beside the resource in the synthesized Terraform, so that whoever reads that sees it too.
 * After its last day the construct that carries it is refused.
 */
export class Waiver {
  /**
   * A waiver with its reason.
   * @param reason why the secure default cannot be kept, in a sentence
   * @throws an error naming every problem: a reason of fewer than 10 characters, no owner, no such day, a day gone by
   */
  public static because(reason: string, options: WaiverOptions): Waiver {
    rejectValue('Waiver', problemsIn(reason, options));
    return new Waiver(reason, options.owner, options.until);
  }

  private constructor(
    /** Why the secure default cannot be kept. */
    public readonly reason: string,
    /** The person or team that answers for it. */
    public readonly owner: string,
    /** The last day on which it holds. */
    public readonly until: string,
  ) {}
}

function problemsIn(reason: string, { owner, until }: WaiverOptions): Problem[] {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(until) ? Date.parse(`${until}T23:59:59.999Z`) : NaN;
  const real = new Date(day).toJSON()?.startsWith(until) ?? false;
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  return [
    ...(text(reason).length >= 10
      ? []
      : [{ prop: 'reason', got: show(reason), expected: 'a sentence of at least 10 characters' }]),
    ...(text(owner) !== ''
      ? []
      : [{ prop: 'owner', got: show(owner), expected: 'the person or team that answers for it' }]),
    ...(real && day >= Date.now()
      ? []
      : [
          {
            prop: 'until',
            got: show(until),
            expected: 'a day from today on, as YYYY-MM-DD',
            remedy: real
              ? 'renew the waiver, or remove it together with what it excuses'
              : undefined,
          },
        ]),
  ];
}
