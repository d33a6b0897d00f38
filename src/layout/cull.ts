import type { Line, Picture, Point, Rect } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** Finds parts of a picture by place. */
export interface PictureIndex {
  /** How many cards touch `rect`. */
  countIn(rect: Rect): number;
  /** The cards that touch `rect`. */
  cardsIn(rect: Rect): Picture["cards"];
  /** Everything that touches `rect`, in the picture's order; of long curves the part that does. */
  partIn(rect: Rect): Picture;
  /** The card that a point lies on. */
  cardAt(point: Point): ClaimId | null;
}

/**
 * Keeps what is drawn as numbers side by side, and looks at all of it: of 10,000 cards that takes a hundredth of a
 * millisecond or two. It is asked about once a frame, so a tree would cost more to build than it saves.
 */
export function pictureIndex(picture: Picture): PictureIndex {
  const cards = [...picture.cards];
  const edges = edgesOf(cards.map(([, rect]) => rect));
  const brackets = finderOf(picture.brackets, ({ rect }) => rect);
  const [trunks, drops, curves] = [
    finderOf(picture.trunks, extentOf),
    finderOf(picture.drops, extentOf),
    finderOf(picture.curves, extentOf),
  ];
  const cardsIn = (rect: Rect) => new Map(touching(edges, rect).map((at) => cards[at]!));
  return {
    countIn: (rect) => touching(edges, rect).length,
    cardsIn,
    partIn: (rect) => ({
      bounds: picture.bounds,
      cards: cardsIn(rect),
      brackets: brackets(rect),
      trunks: trunks(rect),
      drops: drops(rect),
      curves: curves(rect).flatMap((curve) => (picture.cut ? (picture.cut(curve, rect) ?? []) : curve)),
    }),
    cardAt: ({ x, y }) => {
      const last = touching(edges, { x, y, width: 0, height: 0 }).at(-1);
      return last === undefined ? null : cards[last]![0];
    },
  };
}

/** What of `items` touches a rect; written down when it is first asked. */
function finderOf<Item>(
  items: readonly Item[],
  rectOf: (item: Item) => Rect,
): (rect: Rect) => readonly Item[] {
  let edges: Float64Array | null = null;
  return (rect) => {
    edges ??= edgesOf(items.map(rectOf));
    return touching(edges, rect).map((at) => items[at]!);
  };
}

function extentOf({ extent }: Line): Rect {
  return extent;
}

/** Left, top, right and bottom edge of each rect, one after the other. */
export function edgesOf(rects: readonly Rect[]): Float64Array {
  const edges = new Float64Array(4 * rects.length);
  let end = 0;
  for (const { x, y, width, height } of rects) {
    edges[end++] = x;
    edges[end++] = y;
    edges[end++] = x + width;
    edges[end++] = y + height;
  }
  return edges;
}

/** The places of those that touch `rect`, in their order. */
export function touching(edges: Float64Array, { x, y, width, height }: Rect): readonly number[] {
  const [right, bottom] = [x + width, y + height];
  const found: number[] = [];
  for (let at = 0; at < edges.length; at += 4) {
    if (edges[at]! > right || edges[at + 2]! < x) continue;
    if (edges[at + 1]! <= bottom && edges[at + 3]! >= y) found.push(at / 4);
  }
  return found;
}
