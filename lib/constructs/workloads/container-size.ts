import { Problem, rejectValue } from '../../core';
import { CONTAINER_SIZES, DEFAULT_EPHEMERAL_STORAGE } from '../../facts/sizes';

/** Options for `ContainerSize.of`. */
export interface ContainerSizeOptions {
  /**
   * Gigabytes of ephemeral storage, at most as many as of memory.
   * @default - 0.4, or the memory where that is less
   */
  readonly ephemeralStorage?: number;
}

/**
 * CPU, memory and ephemeral storage of one instance: only pairs that Code Engine runs.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-mem-cpu-combo
 */
export class ContainerSize {
  /**
   * A size by its parts.
   * @param cpu virtual CPUs: 0.125, 0.25, 0.5, 1, 2, 4, 6, 8, 10 or 12
   * @param memory gigabytes of memory: 2, 4 or 8 times the CPUs as a rule
   * @throws an error that lists the pairs that go with the CPU or the memory given
   */
  public static of(cpu: number, memory: number, options: ContainerSizeOptions = {}): ContainerSize {
    const storage = options.ephemeralStorage ?? Math.min(DEFAULT_EPHEMERAL_STORAGE, memory);
    rejectValue('ContainerSize', problemsIn(cpu, memory, storage));
    return new ContainerSize(cpu, memory, storage);
  }

  private constructor(
    /** Virtual CPUs. */
    public readonly cpu: number,
    /** Gigabytes of memory. */
    public readonly memory: number,
    /** Gigabytes of ephemeral storage. */
    public readonly ephemeralStorage: number,
  ) {}

  /** @internal */
  public _toTerraform() {
    return {
      scaleCpuLimit: String(this.cpu),
      scaleMemoryLimit: quantity(this.memory),
      scaleEphemeralStorageLimit: quantity(this.ephemeralStorage),
    };
  }
}

function problemsIn(cpu: number, memory: number, storage: number): Problem[] {
  const size = CONTAINER_SIZES.find((it) => it.cpu === cpu);
  if (size === undefined) {
    const known = CONTAINER_SIZES.map((it) => it.cpu).join(', ');
    return [{ prop: 'cpu', got: `${cpu}`, expected: `one of ${known}` }];
  }
  const expected = `one of ${size.memory.join(', ')} beside ${cpu} CPUs`;
  const problems = size.memory.includes(memory)
    ? []
    : [{ prop: 'memory', got: `${memory}`, expected }];
  return storage > 0 && storage <= memory
    ? problems
    : [
        ...problems,
        {
          prop: 'ephemeralStorage',
          got: `${storage}`,
          expected: `more than 0 and at most the memory, which is ${memory}`,
        },
      ];
}

/** Gigabytes in the one spelling that the service gives back, so that no plan sees a difference. */
const quantity = (gigabytes: number) =>
  Number.isInteger(gigabytes) ? `${gigabytes}G` : `${Math.round(gigabytes * 1000)}M`;
