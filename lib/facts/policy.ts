/** From which weight on a broken rule stops a synthesis. */
export enum PolicySeverity {
  /** Exposes or leaks something directly. */
  CRITICAL = 'critical',
  /** Weakens a row of IBM's page. */
  HIGH = 'high',
  /** Depends on what is around it. */
  MEDIUM = 'medium',
  /** Hygiene. */
  LOW = 'low',
}

/** Which rules are asked. */
export enum PolicyPack {
  /** The rules that rarely cry wolf. */
  BASELINE = 'baseline',
  /** Every rule. */
  STRICT = 'strict',
  /** The eight steps against Layer-7 attacks, and what belongs with them. */
  LAYER7 = 'layer7',
  /** What serves a control of IBM Cloud for Financial Services. */
  FINANCIAL_SERVICES = 'financial-services',
}
