/**
 * The regions of IBM Cloud Container Registry, each with hosts of its own.
 * @see https://cloud.ibm.com/docs/Registry?topic=Registry-registry_overview#registry_regions
 */
export enum RegistryRegion {
  AU_SYD = 'au-syd',
  BR_SAO = 'br-sao',
  CA_TOR = 'ca-tor',
  EU_DE = 'eu-de',
  EU_ES = 'eu-es',
  EU_GB = 'eu-gb',
  JP_OSA = 'jp-osa',
  JP_TOK = 'jp-tok',
  US_SOUTH = 'us-south',
}

/**
 * The host of each region on IBM Cloud's private network: what Code Engine pulls and pushes does not leave it.
 * @see https://cloud.ibm.com/docs/Registry?topic=Registry-registry_private
 */
export const PRIVATE_REGISTRY_HOSTS: Readonly<Record<RegistryRegion, string>> = {
  [RegistryRegion.AU_SYD]: 'private.au.icr.io',
  [RegistryRegion.BR_SAO]: 'private.br.icr.io',
  [RegistryRegion.CA_TOR]: 'private.ca.icr.io',
  [RegistryRegion.EU_DE]: 'private.de.icr.io',
  [RegistryRegion.EU_ES]: 'private.es.icr.io',
  [RegistryRegion.EU_GB]: 'private.uk.icr.io',
  [RegistryRegion.JP_OSA]: 'private.jp2.icr.io',
  [RegistryRegion.JP_TOK]: 'private.jp.icr.io',
  [RegistryRegion.US_SOUTH]: 'private.us.icr.io',
};
