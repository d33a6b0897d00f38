import Flatbush from "flatbush";
import type { Point, Rect } from "#layout/picture.ts";
import type { RectTable } from "#layout/rects.ts";
import type { ClaimId } from "#model/ids.ts";

/** Finds cards by place. Built once a picture; a question costs what it finds. */
export interface CardIndex {
  /** Claims whose cards touch `rect`, in no order. */
  cardsIn(rect: Rect): readonly ClaimId[];
}

export function cardIndex(cards: ReadonlyMap<ClaimId, Rect>): CardIndex {
  if (cards.size === 0) return { cardsIn: () => [] };
  const claims = [...cards.keys()];
  const tree = new Flatbush(cards.size);
  for (const { x, y, width, height } of cards.values()) tree.add(x, y, x + width, y + height);
  tree.finish();
  return {
    cardsIn: ({ x, y, width, height }) =>
      tree.search(x, y, x + width, y + height).flatMap((index) => claims[index] ?? []),
  };
}

/** Knows which points lie on one of some rects. */
export interface Cover {
  isCovered(point: Point): boolean;
}

/** `rects` are one or more. */
export function coverOf(rects: RectTable): Cover {
  const tree = new Flatbush(rects.length / 4);
  for (let at = 0; at < rects.length; at += 4) {
    tree.add(rects[at]!, rects[at + 1]!, rects[at]! + rects[at + 2]!, rects[at + 1]! + rects[at + 3]!);
  }
  tree.finish();
  return { isCovered: ({ x, y }) => tree.collides(x, y, x, y) };
}
