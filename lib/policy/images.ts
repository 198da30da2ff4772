/** The registry of an image whose reference names none. */
export const DOCKER_HUB = 'docker.io';

/**
 * The host of the registry in what is known of a reference, unknown parts being `\0`; undefined where it cannot be told.
 */
export function registryOf(reference: string): string | undefined {
  const end = reference.indexOf('/');
  const first = end < 0 ? reference : reference.slice(0, end);
  if (end < 0 && !first.includes('\0')) return DOCKER_HUB;
  if (end < 0 || (first.includes('\0') && !isContainerRegistry(first))) return undefined;
  return /[.:]/.test(first) || first === 'localhost' ? first : DOCKER_HUB;
}

/** Whether a host is one of IBM Cloud Container Registry. */
export const isContainerRegistry = (host: string): boolean => /(^|\.)icr\.io$/.test(host);

/** What is known of a text, as a report shows it. */
export const shown = (pattern: string): string => `'${pattern.replace(/\0/g, '…')}'`;
