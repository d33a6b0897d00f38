import type { BoxTable, Direction } from "#layout/boxes.ts";
import { grid } from "#layout/sizes.ts";
import { below, chance, pick, type Random } from "../random-map.ts";

/** How a forest grows: the box above box `at`, which is an earlier one; -1 for a root. */
const shapes = {
  chain: (_random: Random, at: number) => at - 1,
  star: (_random: Random, at: number) => Math.min(at - 1, 0),
  comb: (_random: Random, at: number) => (at % 2 === 0 ? at - 2 : at - 1),
  roots: (random: Random, at: number) => (chance(random, 0.6) ? -1 : below(random, at)),
  bush: (random: Random, at: number) => below(random, at),
  tall: (random: Random, at: number) => Math.max(at - 1 - below(random, 4), -1),
  wide: (random: Random, at: number) => Math.floor(random() ** 3 * at),
  debate: (random: Random, at: number) => (chance(random, 0.03) ? -1 : below(random, Math.ceil(at / 4))),
} as const;

export type Shape = keyof typeof shapes;
export const allShapes = Object.keys(shapes) as readonly Shape[];

/** Cards, theses, brackets of co-premises and the stacks of leaves, as wide as they are. */
const widths = [264, 424, 288, 544, 824, 672] as const;

export interface BoxWishes {
  readonly shape: Shape;
  readonly count: number;
  readonly direction?: Direction;
  /** Lengths as cards have them, or any number up to 1,333. */
  readonly lengths?: "cards" | "any";
}

/** A random forest as a table, depth first. A third of anything has digits down to the last bit, so that sums round. */
export function randomBoxes(
  random: Random,
  { shape, count, direction = "down", lengths = "cards" }: BoxWishes,
): BoxTable {
  const grown = Array.from({ length: count }, (_, at) => (at === 0 ? -1 : shapes[shape](random, at)));
  const parent = depthFirst(grown);
  const length = (own: () => number) =>
    lengths === "cards" ? own() : chance(random, 0.05) ? 0 : (random() * 4000) / 3;
  return {
    direction,
    parent,
    width: Float64Array.from(parent, () => length(() => pick(random, widths) ?? 0)),
    height: Float64Array.from(parent, () => length(() => grid * Math.ceil(10 + random() ** 4 * 500))),
  };
}

/** Numbers the boxes anew, so that each stands before all below it. */
function depthFirst(grown: readonly number[]): Int32Array<ArrayBuffer> {
  const children = grown.map((): number[] => []);
  const waiting: { readonly box: number; readonly above: number }[] = [];
  for (const [box, above] of grown.entries()) children[above]?.push(box);
  for (const [box, above] of grown.entries()) if (above < 0) waiting.push({ box, above });
  waiting.reverse();
  const parent: number[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const place = parent.push(next.above) - 1;
    for (const box of children[next.box]!.toReversed()) waiting.push({ box, above: place });
  }
  return Int32Array.from(parent);
}
