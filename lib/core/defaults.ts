/** Props after their defaults are in: what has a default is no longer optional. */
export type Settled<Props, Defaults> = Props & {
  readonly [Key in keyof Props & keyof Defaults]-?: NonNullable<Props[Key]>;
};

/** Fills in defaults; an explicit `undefined` counts as absent. */
export function withDefaults<Props extends object, Defaults extends Partial<Props>>(
  props: Props,
  defaults: Defaults,
): Settled<Props, Defaults> {
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  return { ...defaults, ...(Object.fromEntries(given) as Props) } as unknown as Settled<
    Props,
    Defaults
  >;
}
