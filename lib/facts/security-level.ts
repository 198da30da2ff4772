/**
 * From which reputation on a visitor has to solve a challenge; nothing below what a new zone has.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-manage-your-ibm-cis-for-optimal-security
 */
export enum SecurityLevel {
  /** The threatening ones. */
  MEDIUM = 'medium',
  /** All who were threatening in the last two weeks. */
  HIGH = 'high',
  /** Everyone, while an attack lasts: programs cannot call an interface then. */
  UNDER_ATTACK = 'under_attack',
}
