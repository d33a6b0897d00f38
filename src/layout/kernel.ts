import { alignments, blocksOf, type Blocks } from "#layout/blocks.ts";
import type { BoxTable, PlaceTable } from "#layout/boxes.ts";
import { compact } from "#layout/compaction.ts";
import { kernelMemory, type KernelMemory } from "#layout/kernel-memory.ts";
import { rankGap } from "#layout/sizes.ts";

/*
 * dagre's coordinates for a forest of any size.
 *
 * Why this exists. dagre keeps a graph in objects and strings: 10,000 boxes take it seconds, a chain of them overflows
 * its stack. What it computes is simple where the graph is a forest in the author's order, and this computes the same
 * on a handful of typed arrays, in a thousandth of the time. dagre itself goes on to lay out small maps, and is the
 * oracle: a law test holds both equal to the last bit over random forests, so nothing jumps where one takes over.
 *
 * Where it comes from. U. Brandes and B. Köpf, "Fast and Simple Horizontal Coordinate Assignment", Graph Drawing 2001;
 * U. Brandes, J. Walter and J. Zink, "Erratum", 2020 (arXiv:2008.01252). Boxes of a rank keep their order. Boxes that
 * are to stand exactly above each other form a block; it is pushed as far to one side as its neighbours let it. That
 * is done four times, with blocks made by looking up or down, and pushed left or right; the four results are put edge
 * to edge with the narrowest, and each box stands in the mean of its two middle ones.
 *
 * What it relies on, with `down` for the direction:
 *
 * 1. Each depth is a rank and no edge passes a rank, so there are no dummies and no conflicts of inner segments.
 * 2. Boxes stand depth first, so no two edges cross: a box is always free to join the block of its median neighbour.
 *    Which boxes form a block can then be read off the forest (`blocks.ts`).
 * 3. dagre places blocks by two sweeps of longest paths over neighbours in a rank. The paper's compaction by classes,
 *    which the erratum mends, is not needed (`compaction.ts`).
 * 4. Sums of floating point numbers depend on the order of their parts, so each sum here has dagre's order.
 *
 * Time and memory are linear, nothing recurses, and what is not part of the answer is written into the same memory
 * each time.
 */

/** The middles of the boxes. Throws where they do not stand depth first. */
export function centresByKernel({ direction, parent, width, height }: BoxTable): PlaceTable {
  const memory = kernelMemory(parent.length);
  const blocks = blocksOf(parent, memory);
  return direction === "down"
    ? { x: acrossRanks(blocks, width, memory), y: alongRanks(blocks, height, memory) }
    : { x: alongRanks(blocks, width, memory), y: acrossRanks(blocks, height, memory) };
}

/** Where the boxes stand within their ranks: Brandes and Köpf. */
function acrossRanks(blocks: Blocks, breadth: Float64Array, memory: KernelMemory): Float64Array<ArrayBuffer> {
  const { half, results } = memory;
  for (let box = 0; box < blocks.count; box++) half[box] = breadth[box]! / 2;
  const extents = alignments.map((alignment, at) => compact(blocks, memory, alignment, results[at]!));
  const breadths = extents.map(({ start, end }) => end - start);
  const narrowest = extents[breadths.indexOf(Math.min(...breadths))]!;
  const shifts = extents.map(({ least, most }, at) =>
    alignments[at]!.isFromRight ? narrowest.most - most : narrowest.least - least,
  );
  return fromZero(balanced(results, shifts, blocks.count), half);
}

/** The mean of the two middle results of the four, once they are put edge to edge. */
function balanced(
  results: readonly Float64Array[],
  shifts: readonly number[],
  count: number,
): Float64Array<ArrayBuffer> {
  const [upLeft, upRight, downLeft, downRight] = results as readonly [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [a, b, c, d] = shifts as readonly [number, number, number, number];
  const middles = new Float64Array(count);
  for (let box = 0; box < count; box++) {
    const [up1, up2] = [upLeft[box]! + a, upRight[box]! + b];
    const [down1, down2] = [downLeft[box]! + c, downRight[box]! + d];
    const low = Math.max(Math.min(up1, up2), Math.min(down1, down2));
    const high = Math.min(Math.max(up1, up2), Math.max(down1, down2));
    middles[box] = (low + high) / 2;
  }
  return middles;
}

/** Where the ranks stand: the near edges of each in line, a gap behind the longest box of the one before. */
function alongRanks(
  { count, depth, ranks }: Blocks,
  length: Float64Array,
  { half, longest }: KernelMemory,
): Float64Array<ArrayBuffer> {
  longest.fill(0, 0, ranks);
  for (let box = 0; box < count; box++) {
    half[box] = length[box]! / 2;
    if (length[box]! > longest[depth[box]!]!) longest[depth[box]!] = length[box]!;
  }
  let edge = 0;
  for (let rank = 0; rank < ranks; rank++) {
    const next = edge + (longest[rank]! + rankGap);
    longest[rank] = edge;
    edge = next;
  }
  const middles = new Float64Array(count);
  for (let box = 0; box < count; box++) middles[box] = longest[depth[box]!]! + half[box]!;
  return fromZero(middles, half);
}

/** Moves all so that the outermost edge is at 0. */
function fromZero(middles: Float64Array<ArrayBuffer>, half: Float64Array): Float64Array<ArrayBuffer> {
  let start = Infinity;
  for (let box = 0; box < middles.length; box++) start = Math.min(start, middles[box]! - half[box]!);
  for (let box = 0; box < middles.length; box++) middles[box]! -= start;
  return middles;
}
