import { holds } from "#elements/map/rects.ts";
import type { Picture, Point, Rect } from "#layout/picture.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { RelationKind } from "#model/relation.ts";
import { siblingsOf } from "#session/navigation.ts";

/** Where a carried branch would go: onto a claim as its reason or objection, or beside a claim. */
export type DropTarget =
  | { readonly type: "onto"; readonly claim: ClaimId; readonly kind: RelationKind; readonly rect: Rect }
  | {
      readonly type: "beside";
      readonly claim: ClaimId;
      readonly place: "before" | "after";
      /** The line that shows the gap, in map coordinates. */
      readonly line: Rect;
    };

/** A branch in the air. */
export interface Carried {
  readonly claim: ClaimId;
  /** Where the pointer is, in screen pixels. */
  readonly at: Point;
  readonly target: DropTarget | null;
  /** Why it cannot be dropped here, in a sentence. */
  readonly refused: string | null;
}

/** How near to the edge of a card a drop counts as beside it, in map pixels: into the card, and out of it. */
const inner = 20;
const outer = 22;
const lineWidth = 6;

/** What lies under a point of the map; `null` over the ground and over the carried card itself. */
export function dropTargetAt(
  picture: Picture,
  forest: Forest,
  carried: ClaimId,
  at: Point,
): DropTarget | null {
  const siblings = new Set(siblingsOf(forest, carried));
  for (const [claim, rect] of picture.cards) {
    if (claim === carried || !holds(rect, at, outer)) continue;
    const beside = siblings.has(claim) ? besideAt(picture, forest, claim, rect, at) : null;
    if (beside !== null) return beside;
    if (!holds(rect, at)) continue;
    const kind = at.x < rect.x + rect.width / 2 ? "supports" : "opposes";
    return { type: "onto", claim, kind, rect };
  }
  return null;
}

/** Siblings stand in a row, or in a column where they are stacked: that says which edges count. */
function besideAt(
  picture: Picture,
  forest: Forest,
  claim: ClaimId,
  rect: Rect,
  at: Point,
): DropTarget | null {
  const column = siblingsOf(forest, claim).some((other) => {
    const there = picture.cards.get(other);
    return other !== claim && there !== undefined && there.x === rect.x;
  });
  const [along, start, length] = column ? [at.y, rect.y, rect.height] : [at.x, rect.x, rect.width];
  const across = column ? holds(rect, { x: at.x, y: rect.y }) : holds(rect, { x: rect.x, y: at.y });
  const near = Math.min(inner, length / 4);
  const place = along < start + near ? "before" : along > start + length - near ? "after" : null;
  if (!across || place === null) return null;
  const gap = column ? 8 : 14;
  const edge = (place === "before" ? start - gap : start + length + gap) - lineWidth / 2;
  const line = column
    ? { x: rect.x, y: edge, width: rect.width, height: lineWidth }
    : { x: edge, y: rect.y, width: lineWidth, height: rect.height };
  return { type: "beside", claim, place, line };
}
