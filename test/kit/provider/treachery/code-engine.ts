/** Code Engine's own ways. */
import { Cloud } from '../cloud';
import { ObjectValue, Value } from '../msgpack';
import type { Quirk } from './quirks';

const PROJECT = 'ibm_code_engine_project';
const DESTINATION = 'ibm_code_engine_allowed_outbound_destination';
const EVERYWHERE = '0.0.0.0/0';
const DOMAIN = 'us-south.codeengine.appdomain.cloud';

/** An image or code reference with this in it stands for one that does not start. */
export const FAILING = 'does-not-start';

/** Where a workload is reached follows who may reach it. */
export const reachability: Quirk = {
  keeps: ({ type, value }) => {
    const [name, project] = [String(value.name), String(value.project_id).slice(0, 8)];
    const inside = type.endsWith('_function') ? 'function.cluster.local' : 'svc.cluster.local';
    const outside: Record<string, string> = {
      local: '',
      local_private: `https://${name}.${project}.private.${DOMAIN}`,
      local_public: `https://${name}.${project}.${DOMAIN}`,
    };
    const endpoint = outside[String(value.managed_domain_mappings)] ?? outside.local_public;
    return { ...value, endpoint, endpoint_internal: `http://${name}.${project}.${inside}` };
  },
};

/** The service rolls out whatever it is given, and says later how that went. */
export const rollout: Quirk = {
  keeps: ({ value }) => {
    const runs = String(value.image_reference ?? value.code_reference);
    return { ...value, status: runs.includes(FAILING) ? 'failed' : 'ready' };
  },
};

/** Every project begins with a destination that allows all, and takes no narrower one beside it. */
export const allowAll: Quirk = {
  keeps: ({ type, cloud, value, before }) => {
    if (before) return value;
    const { project_id } = value;
    if (type === PROJECT) {
      const id = `${String(project_id)}/allow-all`;
      const own: ObjectValue = { id, project_id, name: 'allow-all', status: 'deployed', etag: '1' };
      const range = { type: 'cidr_block', cidr_block: EVERYWHERE, isolation_policy: 'shared' };
      cloud.put(DESTINATION, id, { ...own, ...range });
    } else if (destinationsOf(project_id, cloud).some((each) => each.cidr_block === EVERYWHERE)) {
      throw new Error('CreateAllowedOutboundDestination failed: the project allows all already');
    }
    return value;
  },
  deletes: ({ type, cloud, value }) => {
    if (type !== PROJECT) return;
    for (const { id } of destinationsOf(value.project_id, cloud)) {
      cloud.delete(DESTINATION, String(id));
    }
  },
};

const destinationsOf = (project: Value, cloud: Cloud) =>
  cloud
    .list(DESTINATION)
    .map(({ value }) => value)
    .filter((value) => value.project_id === project);
