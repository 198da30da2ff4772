import { Offers } from '../../core';

/** The name of the secret with which a workload pulls its image: a registry may give leave after it was defined. */
export const imagePull = new Offers<string>();
