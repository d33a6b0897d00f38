import Flatbush from "flatbush";
import type { Point, Rect } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** Finds cards by place. Built once a picture; a question costs what it finds. */
export interface CardIndex {
  /** Claims whose cards touch `rect`, in no order. */
  cardsIn(rect: Rect): readonly ClaimId[];
  /** Whether `point` lies on a card. */
  isCovered(point: Point): boolean;
}

export function cardIndex(cards: ReadonlyMap<ClaimId, Rect>): CardIndex {
  if (cards.size === 0) return { cardsIn: () => [], isCovered: () => false };
  const claims = [...cards.keys()];
  const tree = new Flatbush(cards.size);
  for (const { x, y, width, height } of cards.values()) tree.add(x, y, x + width, y + height);
  tree.finish();
  return {
    cardsIn: ({ x, y, width, height }) =>
      tree.search(x, y, x + width, y + height).flatMap((index) => claims[index] ?? []),
    isCovered: ({ x, y }) => tree.collides(x, y, x, y),
  };
}
