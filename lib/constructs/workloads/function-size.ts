import { FUNCTION_SIZES } from '../../facts/sizes';

const pair = (index: number): [number, number] => {
  const { cpu, memory } = FUNCTION_SIZES[index];
  return [cpu, memory[0]];
};

/**
 * CPU and memory of one instance of a function: the three pairs that there are.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-fun-runtime
 */
export class FunctionSize {
  /** A quarter of a CPU and 1 gigabyte. */
  public static readonly SMALL = new FunctionSize(...pair(0));
  /** Half a CPU and 2 gigabytes. */
  public static readonly MEDIUM = new FunctionSize(...pair(1));
  /** 1 CPU and 4 gigabytes. */
  public static readonly LARGE = new FunctionSize(...pair(2));

  private constructor(
    /** Virtual CPUs. */
    public readonly cpu: number,
    /** Gigabytes of memory. */
    public readonly memory: number,
  ) {}

  /** @internal */
  public _toTerraform() {
    return { scaleCpuLimit: String(this.cpu), scaleMemoryLimit: `${this.memory}G` };
  }
}
