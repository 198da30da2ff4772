import { Postcondition, TerraformDataSource } from 'cdktf';
import { gate } from './gate';

/** As much of a resource as it takes to give its instances a token. */
interface Tokened {
  runComputeResourceTokenEnabled?: unknown;
}

/** What is done about the token of a workload once something is granted to it. */
const switches = new WeakMap<object, () => void>();

/** By what an instance proves to IAM which workload it is: off until something is granted to the workload. */
export const computeToken = {
  /** Says how the token of a workload is turned on: at its resource, and at the gate that would mind it. */
  offer: (workload: object, resource: Tokened, read: TerraformDataSource, kind: string): void => {
    switches.set(workload, () => {
      resource.runComputeResourceTokenEnabled = true;
      hold(read, conditionsOf(read, gate.noToken(kind, false)));
    });
  },

  /** The same for a workload that was not made here: its token is nothing to switch, but to insist on. */
  demand: (workload: object, read: TerraformDataSource, kind: string): void => {
    const token = gate.token(kind);
    switches.set(workload, () => {
      hold(read, [...conditionsOf(read, [token]), token]);
    });
  },

  /** Turns the token of a workload on, or holds a workload that was not made here to have one. */
  turnOn: (workload: object): void => switches.get(workload)?.(),
};

/** What a read is held to, but for some of it. */
function conditionsOf(
  read: TerraformDataSource,
  without: readonly Postcondition[],
): Postcondition[] {
  const { postcondition = [] } = read.lifecycle ?? {};
  return postcondition.filter((it) => !without.some(({ condition }) => condition === it.condition));
}

function hold(read: TerraformDataSource, postcondition: Postcondition[]): void {
  read.lifecycle = { ...read.lifecycle, postcondition };
}
