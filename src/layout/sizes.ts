import type { Picture, Point } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** Everything stands on this grid: tops of boxes and middles of cards. CSS pixels, as all lengths here. */
export const grid = 4;

export const cardWidth = 264;
export const thesisWidth = 420;

/** Between siblings. */
export const siblingGap = 28;
/** From the tallest box of a rank down to the next rank. */
export const rankGap = 64;
/** Between the cards of one bracket, and between those of one stack. */
export const memberGap = 16;

/** From a bracket's bar down to its cards. */
export const bracketLeg = 16;
export const chipWidth = 120;
export const chipHeight = 28;
/** Between "see" chips, one below the other. */
export const chipGap = 8;

/** From a stack's rail to the left edge of its cards. */
export const stackRail = 32;
/** How far the rail stands out of its box, into the gap beside it: so a trunk between two stacks runs straight down. */
export const railOutside = 12;
/** From a stacked card's top edge down to the middle of its badge: level with the middle of its eyebrow. */
export const stackBadge = 22;

export const corner = 12;
/** The coloured stretch above a card or bracket. */
export const dropLength = 32;
export const badgeSize = 24;

/** The inside of a card, for whoever draws one. */
export const card = {
  paddingTop: 14,
  paddingSide: 16,
  rail: 5,
  radius: 10,
  eyebrow: { size: 12, line: 16 },
  text: { size: 17, line: 23 },
  thesis: { size: 22, line: 28 },
  footer: { size: 12, line: 16 },
  eyebrowGap: 6,
  footerGap: 10,
  /** From the line that says who argued a claim down to the footer. */
  arguersGap: 4,
} as const;

/** How far the camera must move, in map pixels, so that `claim` stays where it is on screen. */
export function anchorHold(before: Picture, after: Picture, claim: ClaimId): Point {
  const from = before.cards.get(claim);
  const to = after.cards.get(claim);
  if (from === undefined || to === undefined) return { x: 0, y: 0 };
  return { x: to.x - from.x, y: to.y - from.y };
}
