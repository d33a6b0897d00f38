import Flatbush from "flatbush";
import type { Point, Rect } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** Finds cards by place. Built once a picture; a question costs what it finds. */
export interface CardIndex {
  /** Claims whose cards touch `rect`, in no order. */
  cardsIn(rect: Rect): readonly ClaimId[];
  /** Whether a card other than those of `except` holds `point`. */
  isCovered(point: Point, except: readonly ClaimId[]): boolean;
}

export function cardIndex(cards: ReadonlyMap<ClaimId, Rect>): CardIndex {
  if (cards.size === 0) return { cardsIn: () => [], isCovered: () => false };
  const claims = [...cards.keys()];
  const tree = new Flatbush(cards.size);
  for (const { x, y, width, height } of cards.values()) tree.add(x, y, x + width, y + height);
  tree.finish();
  const claimAt = (index: number) => claims[index] ?? missing(index);
  return {
    cardsIn: ({ x, y, width, height }) => tree.search(x, y, x + width, y + height).map(claimAt),
    isCovered: ({ x, y }, except) => tree.collides(x, y, x, y, (index) => !except.includes(claimAt(index))),
  };
}

function missing(index: number): never {
  throw new Error(`The card index named card ${index}, which it was not given.`);
}
