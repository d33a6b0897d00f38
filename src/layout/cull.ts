import type { Rect } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** Finds cards by place. */
export interface CardIndex {
  /** Claims whose cards touch `rect`, in no order. */
  cardsIn(rect: Rect): readonly ClaimId[];
}

/**
 * Keeps the cards as numbers side by side, and looks at all of them: of 10,000 that takes a hundredth of a
 * millisecond or two. It is asked about once a frame, so a tree would cost more to build than it saves.
 */
export function cardIndex(cards: ReadonlyMap<ClaimId, Rect>): CardIndex {
  const claims = [...cards.keys()];
  const edges = new Float64Array(4 * claims.length);
  let end = 0;
  for (const { x, y, width, height } of cards.values()) {
    edges[end++] = x;
    edges[end++] = y;
    edges[end++] = x + width;
    edges[end++] = y + height;
  }
  return { cardsIn: (rect) => touching(edges, rect).map((card) => claims[card]!) };
}

function touching(edges: Float64Array, { x, y, width, height }: Rect): readonly number[] {
  const [right, bottom] = [x + width, y + height];
  const found: number[] = [];
  for (let at = 0; at < edges.length; at += 4) {
    if (edges[at]! > right || edges[at + 2]! < x) continue;
    if (edges[at + 1]! <= bottom && edges[at + 3]! >= y) found.push(at / 4);
  }
  return found;
}
