import { sharedArea } from "#elements/map/rects.ts";
import type { Point, Rect, Size } from "#layout/picture.ts";

/** Between a card and its tools: clear of the badge above, and of the fold control below. */
const clear = 18;
const clearBelow = 24;
const edge = 8;

export const sides = ["above", "below", "right", "left"] as const;
/** On which side of a card its tools stand. */
export type Side = (typeof sides)[number];

/**
 * The side on which tools cover least of other cards and stay on screen; all in screen pixels. Where nothing is
 * drawn below the card, that side comes first: there are no lines either.
 */
export function bestSide(
  card: Rect,
  tools: Size,
  screen: Size,
  others: readonly Rect[],
  isOpenBelow: boolean,
): Side {
  let best: Side = "above";
  let least = Infinity;
  const ranked = isOpenBelow
    ? sides
    : sides.toSorted((a, b) => Number(b === "below") - Number(a === "below"));
  for (const [order, side] of ranked.entries()) {
    const wanted = beside(card, tools, side);
    const place = onScreen(wanted, tools, screen);
    const pushed = Math.abs(place.x - wanted.x) + Math.abs(place.y - wanted.y);
    const rect = { ...place, ...tools };
    const covered = [card, card, ...others].reduce((sum, other) => sum + sharedArea(rect, other), 0);
    const cost = covered + pushed * 20 + order * 200;
    if (cost >= least) continue;
    least = cost;
    best = side;
  }
  return best;
}

/** The top left corner of tools on one side of a card, wholly on screen. */
export function placeOn(side: Side, card: Rect, tools: Size, screen: Size): Point {
  return onScreen(beside(card, tools, side), tools, screen);
}

function beside(card: Rect, tools: Size, side: Side): Point {
  const middle = card.x + card.width / 2 - tools.width / 2;
  switch (side) {
    case "above":
      return { x: middle, y: card.y - clear - tools.height };
    case "below":
      return { x: middle, y: card.y + card.height + clearBelow };
    case "right":
      return { x: card.x + card.width + clear, y: card.y };
    case "left":
      return { x: card.x - clear - tools.width, y: card.y };
  }
}

function onScreen({ x, y }: Point, { width, height }: Size, screen: Size): Point {
  return {
    x: Math.round(Math.max(edge, Math.min(x, screen.width - width - edge))),
    y: Math.round(Math.max(edge, Math.min(y, screen.height - height - edge))),
  };
}
