/**
 * How an app that is public already goes behind the edge: in two applies, with a route at every moment.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos
 */
export enum Cutover {
  /** The app was never public: all is made in one apply. */
  NONE = 'none',
  /** First apply: the way through the edge is made beside the public one. */
  PREPARE = 'prepare',
  /** Second apply: the public way is closed, if the way through the edge stands. */
  COMPLETE = 'complete',
}
