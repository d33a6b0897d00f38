/** What the kernel writes on its way, an entry for each box. It is the same memory each time, so old values are in it. */
export interface KernelMemory {
  readonly depth: Int32Array;
  readonly children: Int32Array;
  /** How many of a box's children were met. */
  readonly met: Int32Array;
  readonly leaves: Int32Array;
  readonly joins: Uint8Array;
  readonly half: Float64Array;
  /** By rank: the last box; the longest box, then where the rank begins; the last block and half of its breadth there. */
  readonly path: Int32Array;
  readonly longest: Float64Array;
  readonly lastX: Float64Array;
  readonly lastHalf: Float64Array;
  /** By block. */
  readonly blockX: Float64Array;
  /** By alignment, then by box. */
  readonly results: readonly Float64Array[];
}

let capacity = 0;
let memory: KernelMemory = newMemory(0);

/** Memory for at least so many boxes. */
export function kernelMemory(count: number): KernelMemory {
  if (count > capacity) {
    capacity = Math.max(count, 2 * capacity);
    memory = newMemory(capacity);
  }
  return memory;
}

function newMemory(count: number): KernelMemory {
  return {
    depth: new Int32Array(count),
    children: new Int32Array(count),
    met: new Int32Array(count),
    leaves: new Int32Array(count),
    joins: new Uint8Array(count),
    half: new Float64Array(count),
    path: new Int32Array(count),
    longest: new Float64Array(count),
    lastX: new Float64Array(count),
    lastHalf: new Float64Array(count),
    blockX: new Float64Array(count),
    results: [0, 1, 2, 3].map(() => new Float64Array(count)),
  };
}
