import type { Alignment, Blocks } from "#layout/blocks.ts";
import type { KernelMemory } from "#layout/kernel-memory.ts";
import { siblingGap } from "#layout/sizes.ts";

/*
 * Places for the blocks of one alignment, as dagre finds them: first each block as near to its side as the blocks
 * before it let it, then from the other end each as far from its side as those behind it let it.
 *
 * Both are longest paths. Blocks are taken in the order of their leaves, so it is enough to know, for each rank, the
 * last block that was placed there: memory of as many entries as there are ranks, however many boxes.
 */

const halfGap = siblingGap / 2;

/** What an alignment takes up. */
export interface Extent {
  /** The outermost middles of boxes. */
  readonly least: number;
  readonly most: number;
  /** The outermost edges. */
  readonly start: number;
  readonly end: number;
}

/** Writes the middle of each box. Blocks that are pushed to the right count from there to the left, so they are turned. */
export function compact(
  blocks: Blocks,
  memory: KernelMemory,
  { bit, isFromRight }: Alignment,
  into: Float64Array,
): Extent {
  pack(blocks, memory, bit, isFromRight);
  return loosen(blocks, memory, bit, isFromRight, into);
}

/** The least place of each block, into `blockX`. */
function pack(blocks: Blocks, memory: KernelMemory, bit: number, isFromRight: boolean): void {
  const { parent, depth, leaves, joins, ranks, leafCount } = blocks;
  const { half, blockX, lastX, lastHalf } = memory;
  lastX.fill(-Infinity, 0, ranks);
  for (let before = 0; before < leafCount; before++) {
    const block = isFromRight ? leafCount - 1 - before : before;
    const leaf = leaves[block]!;
    let x = 0;
    for (let box = leaf, rank = depth[leaf]!; ; box = parent[box]!, rank--) {
      const least = lastX[rank]! + (half[box]! + halfGap + halfGap + lastHalf[rank]!);
      if (least > x) x = least;
      if ((joins[box]! & bit) === 0) break;
    }
    for (let box = leaf, rank = depth[leaf]!; ; box = parent[box]!, rank--) {
      lastX[rank] = x;
      lastHalf[rank] = half[box]!;
      if ((joins[box]! & bit) === 0) break;
    }
    blockX[block] = x;
  }
}

/** The greatest place of each block that leaves those behind it where they are; of the outermost, the least. */
function loosen(
  blocks: Blocks,
  memory: KernelMemory,
  bit: number,
  isFromRight: boolean,
  into: Float64Array,
): Extent {
  const { parent, depth, leaves, joins, ranks, leafCount } = blocks;
  const { half, blockX, lastX, lastHalf } = memory;
  let [least, most, start, end] = [Infinity, -Infinity, Infinity, -Infinity];
  lastX.fill(Infinity, 0, ranks);
  for (let behind = leafCount - 1; behind >= 0; behind--) {
    const block = isFromRight ? leafCount - 1 - behind : behind;
    const leaf = leaves[block]!;
    let x = Infinity;
    for (let box = leaf, rank = depth[leaf]!; ; box = parent[box]!, rank--) {
      const room = lastX[rank]! - (lastHalf[rank]! + halfGap + halfGap + half[box]!);
      if (room < x) x = room;
      if ((joins[box]! & bit) === 0) break;
    }
    if (x === Infinity || x < blockX[block]!) x = blockX[block]!;
    const middle = isFromRight ? -x : x;
    if (middle < least) least = middle;
    if (middle > most) most = middle;
    for (let box = leaf, rank = depth[leaf]!; ; box = parent[box]!, rank--) {
      lastX[rank] = x;
      lastHalf[rank] = half[box]!;
      into[box] = middle;
      if (middle - half[box]! < start) start = middle - half[box]!;
      if (middle + half[box]! > end) end = middle + half[box]!;
      if ((joins[box]! & bit) === 0) break;
    }
  }
  return { least, most, start, end };
}
