import { Offers } from '../../core';

/** The name of the secret with which a build pushes its image: a registry may give leave after it was defined. */
export const buildPush = new Offers<string>();
