/**
 * Who can reach the endpoint of an application or a function.
 *
 * A project is one trust zone: whatever runs in it reaches every endpoint in it, whichever value is chosen.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-application-workloads#optionsvisibility
 */
export enum Visibility {
  /** Only workloads of the same project: IBM's "No external system domain mapping". */
  PROJECT = 'local',
  /** The same project and IBM Cloud's private network, whoever's account calls from there. */
  PRIVATE = 'local_private',
  /** The internet, through the domain that Code Engine provides. */
  PUBLIC = 'local_public',
}
