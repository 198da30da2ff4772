/** The resource controller's and the tagging service's own ways. */
import { Value } from '../msgpack';
import { isList } from '../schema';
import type { Quirk } from './quirks';

const TAGGED = ['ibm_resource_instance', 'ibm_resource_tag'];

const listOf = (value: Value | undefined) => (isList(value) ? value : []);

/** A tag that is taken off an instance is deleted from the account. */
export const accountWideTags: Quirk = {
  keeps: ({ cloud, value, before }) => {
    const removed = listOf(before?.tags).filter((tag) => !listOf(value.tags).includes(tag));
    if (removed.length === 0) return value;
    for (const type of TAGGED) {
      for (const { id, value: other } of cloud.list(type)) {
        const tags = listOf(other.tags).filter((tag) => !removed.includes(tag));
        cloud.put(type, id, { ...other, tags });
      }
    }
    return value;
  },
};
