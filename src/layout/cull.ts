import type { Line, Picture, Point, Rect } from "#layout/picture.ts";
import { edgesOf, touching } from "#layout/rects.ts";
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

/** Finds the lines whose rects touch this one, in their order. */
type LinesIn = (rect: Rect) => Pick<Picture, "brackets" | "trunks" | "drops" | "curves">;

const known = new WeakMap<Picture, LinesIn>();

/** Lines of this picture are found by what has not made all of them. */
export function showLinesBy(picture: Picture, linesIn: LinesIn): void {
  known.set(picture, linesIn);
}

/**
 * Keeps what is drawn as numbers side by side, and looks at all of it: of 10,000 cards that takes a hundredth of a
 * millisecond or two. It is asked about once a frame, so a tree would cost more to build than it saves.
 */
export function pictureIndex(picture: Picture): PictureIndex {
  const cards = [...picture.cards];
  const edges = edgesOf(cards.map(([, rect]) => rect));
  const linesIn = known.get(picture) ?? findLines(picture);
  const cardsIn = (rect: Rect) => new Map(touching(edges, rect).map((at) => cards[at]!));
  return {
    countIn: (rect) => touching(edges, rect).length,
    cardsIn,
    partIn: (rect) => {
      const { curves, ...lines } = linesIn(rect);
      const cut = curves.flatMap((curve) => (picture.cut ? (picture.cut(curve, rect) ?? []) : curve));
      return { bounds: picture.bounds, cards: cardsIn(rect), ...lines, curves: cut };
    },
    cardAt: ({ x, y }) => {
      const last = touching(edges, { x, y, width: 0, height: 0 }).at(-1);
      return last === undefined ? null : cards[last]![0];
    },
  };
}

function findLines(picture: Picture): LinesIn {
  const brackets = finderOf(picture.brackets, ({ rect }) => rect);
  const trunks = finderOf(picture.trunks, extentOf);
  const drops = finderOf(picture.drops, extentOf);
  const curves = finderOf(picture.curves, extentOf);
  return (rect) => ({
    brackets: brackets(rect),
    trunks: trunks(rect),
    drops: drops(rect),
    curves: curves(rect),
  });
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
