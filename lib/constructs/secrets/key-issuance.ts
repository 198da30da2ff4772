import { ITerraformDependable, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { GRANTS } from '../../facts/grants';
import { ServiceAuthorization } from '../access/service-authorization';

/** As much of an instance as it takes to give it the leave. */
interface Issuer extends IConstruct {
  readonly instanceId: string;
}

/** The instances that have the leave from elsewhere. */
const authorized = new WeakSet<Issuer>();
/** The leave of each instance that got it here: there is never a second. */
const authorizations = new WeakMap<Issuer, ServiceAuthorization>();

/** The leave of an instance to make API keys: given with the first secret that needs it, once for the instance. */
export const keyIssuance = {
  /** Notes whether an instance has it already. */
  note: (store: Issuer, isAuthorized: boolean): void => {
    if (isAuthorized) authorized.add(store);
  },

  /** What has to be there before the instance makes a key for something in a stack. */
  awaitedBy: (scope: Construct, store: Issuer): ITerraformDependable[] => {
    if (authorized.has(store)) return [];
    const { effective } = authorizations.get(store) ?? authorize(store);
    // another stack is applied before as a whole, and its resources cannot be named here.
    return TerraformStack.of(scope) === TerraformStack.of(store) ? [effective] : [];
  },
};

function authorize(store: Issuer): ServiceAuthorization {
  const { service, roles } = GRANTS.issueApiKeys;
  const props = {
    source: { service: 'secrets-manager', instanceId: store.instanceId },
    target: { service },
    roles: [...roles],
  };
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- an IConstruct always is one.
  const authorization = new ServiceAuthorization(store, 'KeyIssuance', props);
  authorizations.set(store, authorization);
  return authorization;
}
