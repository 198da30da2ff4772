/** A CPU size and the memory that may go with it. */
export interface CpuMemory {
  /** Virtual CPUs. */
  readonly cpu: number;
  /** Gigabytes of memory, each a legal choice. */
  readonly memory: readonly number[];
}

/**
 * The pairs of CPU and memory that applications and jobs may have; the service refuses any other at apply.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-mem-cpu-combo
 */
export const CONTAINER_SIZES: readonly CpuMemory[] = [
  { cpu: 0.125, memory: [0.25, 0.5, 1] },
  { cpu: 0.25, memory: [0.5, 1, 2] },
  { cpu: 0.5, memory: [1, 2, 4] },
  { cpu: 1, memory: [2, 4, 8] },
  { cpu: 2, memory: [4, 8, 16] },
  { cpu: 4, memory: [8, 16, 32] },
  { cpu: 6, memory: [12, 24, 48] },
  { cpu: 8, memory: [16, 32] },
  { cpu: 10, memory: [20, 40] },
  { cpu: 12, memory: [24, 48] },
];

/**
 * The pairs of CPU and memory that functions may have.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-fun-runtime
 */
export const FUNCTION_SIZES: readonly CpuMemory[] = [
  { cpu: 0.25, memory: [1] },
  { cpu: 0.5, memory: [2] },
  { cpu: 1, memory: [4] },
];

/** Gigabytes of ephemeral storage that Code Engine gives when nothing is said. */
export const DEFAULT_EPHEMERAL_STORAGE = 0.4;
