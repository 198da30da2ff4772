/** What a notification says. A hint: it names secrets to begin with, and keeps none from its turn. */
import { jsonOf, uuidOf } from './configuration';

export interface Notice {
  readonly type: string;
  /** The UUIDs of the secrets that it names; one notification may carry a hundred. */
  readonly secrets: readonly string[];
}

/** The notification; undefined when the text is none. A timer sends one that names no secret. */
export function readNotice(text: string): Notice | undefined {
  const json = jsonOf(text);
  if (typeof json !== 'object' || json === null) return undefined;
  const { data, type } = json as { readonly data?: unknown; readonly type?: unknown };
  const { secrets, event_type: eventType } = (data ?? {}) as {
    readonly secrets?: unknown;
    readonly event_type?: unknown;
  };
  const ids = (Array.isArray(secrets) ? secrets : [])
    .map((entry) => (entry as { readonly secret_id?: unknown } | null)?.secret_id)
    .map((id) => (typeof id === 'string' ? uuidOf(id) : undefined))
    .filter((id) => id !== undefined);
  return {
    type: typeNameIn(type) ?? typeNameIn(eventType) ?? 'unknown',
    secrets: [...new Set(ids)],
  };
}

const typeNameIn = (type: unknown) =>
  typeof type === 'string' && /^[\w.-]{1,100}$/.test(type) ? type : undefined;

/** What the notification names first, then all else; nothing is left out and nothing is added. */
export function inOrder<T extends { readonly id: string }>(
  tasks: readonly T[],
  notice: Notice | undefined,
): T[] {
  const isNamed = ({ id }: T) => notice?.secrets.includes(id) ?? false;
  return [...tasks.filter(isNamed), ...tasks.filter((task) => !isNamed(task))];
}
