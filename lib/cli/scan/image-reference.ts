/** The name of an image in IBM Cloud Container Registry, taken apart. */
import { shown } from '../plain';
import { refuse } from '../refusal';

export interface ImageReference {
  /** As the caller wrote it. */
  readonly text: string;
  /** The host of its region, private where the caller said so: `private.us.icr.io`. */
  readonly host: string;
  /** As Vulnerability Advisor names it: `us.icr.io/shop/web@sha256:…`. */
  readonly name: string;
  readonly hasDigest: boolean;
}

// a token goes to this host: nothing but a registry of IBM may match.
const HOST = /^(?:private\.)?((?:[a-z]{2}\d?\.)?icr\.io)$/;
const PATH = /^[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)+$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Takes a reference apart; refuses what is not in IBM's registry. */
export function readImage(text: string): ImageReference {
  const [named = '', digest, ...rest] = text.split('@');
  const slash = named.indexOf('/');
  const host = named.slice(0, Math.max(slash, 0));
  const [path = '', tag, ...more] = named.slice(slash + 1).split(':');
  const [, registry] = HOST.exec(host) ?? [];
  const isRight =
    registry !== undefined &&
    text.length <= 512 &&
    rest.length + more.length === 0 &&
    PATH.test(path) &&
    (tag === undefined || TAG.test(tag)) &&
    (digest === undefined || DIGEST.test(digest)) &&
    (tag ?? digest) !== undefined;
  if (!isRight) {
    return refuse({
      at: '--image',
      got: shown(text),
      expected: 'an image in IBM Cloud Container Registry, as in us.icr.io/shop/web@sha256:…',
    });
  }
  // a digest says all; the tag beside it may have moved.
  const end = digest === undefined ? `:${tag ?? ''}` : `@${digest}`;
  return { text, host, name: `${registry}/${path}${end}`, hasDigest: digest !== undefined };
}
