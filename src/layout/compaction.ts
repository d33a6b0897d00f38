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

/** Writes the middle of each box. Blocks that are pushed from the right count to the left, and are turned at the end. */
export function compact(
  blocks: Blocks,
  memory: KernelMemory,
  { bit, isFromRight }: Alignment,
  into: Float64Array,
): void {
  const { leafCount, count } = blocks;
  const [first, last] = isFromRight ? [leafCount - 1, 0] : [0, leafCount - 1];
  if (leafCount === 0) return;
  pack(blocks, memory, bit, first, last);
  loosen(blocks, memory, bit, last, first, into);
  if (isFromRight) for (let box = 0; box < count; box++) into[box] = -into[box]!;
}

/** The least place of each block, into `blockX`. */
function pack(blocks: Blocks, memory: KernelMemory, bit: number, first: number, last: number): void {
  const { parent, depth, leaves, joins, ranks } = blocks;
  const { half, blockX, lastX, lastHalf } = memory;
  const step = first <= last ? 1 : -1;
  lastX.fill(-Infinity, 0, ranks);
  for (let block = first; ; block += step) {
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
    if (block === last) break;
  }
}

/** The greatest place of each block that leaves those behind it where they are; of the outermost, the least. */
function loosen(
  blocks: Blocks,
  memory: KernelMemory,
  bit: number,
  first: number,
  last: number,
  into: Float64Array,
): void {
  const { parent, depth, leaves, joins, ranks } = blocks;
  const { half, blockX, lastX, lastHalf } = memory;
  const step = first <= last ? 1 : -1;
  lastX.fill(Infinity, 0, ranks);
  for (let block = first; ; block += step) {
    const leaf = leaves[block]!;
    let x = Infinity;
    for (let box = leaf, rank = depth[leaf]!; ; box = parent[box]!, rank--) {
      const most = lastX[rank]! - (lastHalf[rank]! + halfGap + halfGap + half[box]!);
      if (most < x) x = most;
      if ((joins[box]! & bit) === 0) break;
    }
    if (x === Infinity || x < blockX[block]!) x = blockX[block]!;
    for (let box = leaf, rank = depth[leaf]!; ; box = parent[box]!, rank--) {
      lastX[rank] = x;
      lastHalf[rank] = half[box]!;
      into[box] = x;
      if ((joins[box]! & bit) === 0) break;
    }
    if (block === last) break;
  }
}
