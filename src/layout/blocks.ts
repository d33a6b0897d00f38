import type { KernelMemory } from "#layout/kernel-memory.ts";

/**
 * The four ways to align boxes, in dagre's order. Looking up, a box joins the block of its only neighbour there, its
 * parent; the first to ask gets it. Looking down, a box with several children asks its median child, of two medians
 * the one that is nearer to the side that it is pushed to.
 */
export const alignments = [
  { bit: 1, isFromRight: false }, // up and left: a block goes on into the first child
  { bit: 2, isFromRight: true }, // up and right: into the last
  { bit: 4, isFromRight: false }, // down and left: into the median, the left one of two
  { bit: 8, isFromRight: true }, // down and right: into the median, the right one of two
] as const;

export type Alignment = (typeof alignments)[number];

/**
 * Which boxes stand exactly above each other. In every alignment, a block leads from some box down to a leaf, and
 * each leaf ends one block. Blocks do not cross: so in the order of their leaves, they stand from left to right in
 * each rank that they share.
 */
export interface Blocks {
  readonly count: number;
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  readonly ranks: number;
  /** The boxes without children, from left to right: the first `leafCount` of it. */
  readonly leaves: Int32Array;
  readonly leafCount: number;
  /** An alignment's bit says that a box is in its parent's block. */
  readonly joins: Uint8Array;
}

/** Reads the blocks off a forest, in two passes. Throws where it does not stand depth first. */
export function blocksOf(parent: Int32Array, memory: KernelMemory): Blocks {
  const { depth, leaves, joins, children, met } = memory;
  const ranks = countChildren(parent, memory);
  let leafCount = 0;
  for (let box = 0; box < parent.length; box++) {
    if (children[box] === 0) leaves[leafCount++] = box;
    const above = parent[box]!;
    if (above < 0) {
      joins[box] = 0;
      continue;
    }
    const at = met[above]!++;
    const last = children[above]! - 1;
    joins[box] =
      (at === 0 ? 1 : 0) |
      (at === last ? 2 : 0) |
      (at === last >> 1 ? 4 : 0) |
      (at === (last + 1) >> 1 ? 8 : 0);
  }
  return { count: parent.length, parent, depth, ranks, leaves, leafCount, joins };
}

/** Writes depths and numbers of children, and gives the number of ranks. */
function countChildren(parent: Int32Array, { depth, children, met, path }: KernelMemory): number {
  const count = parent.length;
  children.fill(0, 0, count);
  met.fill(0, 0, count);
  let ranks = 0;
  let before = -1;
  for (let box = 0; box < count; box++) {
    const above = parent[box]!;
    const here = above < 0 ? 0 : depth[above]! + 1;
    if (above >= 0) {
      if (above >= box || here > before + 1 || path[here - 1] !== above) throw notDepthFirst(box, above);
      children[above]!++;
    }
    depth[box] = here;
    path[here] = box;
    before = here;
    if (here >= ranks) ranks = here + 1;
  }
  return ranks;
}

function notDepthFirst(box: number, above: number): RangeError {
  return new RangeError(
    `Box ${box} hangs from box ${above}, which is not above it on the way down; expected boxes that stand depth first.`,
  );
}
