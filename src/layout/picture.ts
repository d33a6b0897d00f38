import type { ClaimId, RelationId } from "#model/ids.ts";
import type { RelationKind } from "#model/relation.ts";

/** Map coordinates: CSS pixels at 100%, x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `x`, `y` are the top left corner. */
export interface Rect extends Point, Size {}

/** A line to draw. */
export interface Line {
  /** SVG path data. */
  readonly path: string;
  /** A rect around the line; around a curve it may be larger than needed. */
  readonly extent: Rect;
}

/** Co-premises of one relation: a bracket above their cards, which the drop reaches. The line is its bar. */
export interface PlacedBracket extends Line {
  readonly relation: RelationId;
  readonly kind: RelationKind;
  /** Encloses the bracket's bar, its cards and its "see" chips. */
  readonly rect: Rect;
  /** One chip for each premise that is drawn elsewhere. */
  readonly elsewhere: readonly { readonly claim: ClaimId; readonly rect: Rect }[];
}

/** The neutral line from a claim down to where its answers part: orthogonal, with 12 px corners. */
export interface Trunk extends Line {
  readonly parent: ClaimId;
}

/** The last stretch, in the colour of its kind: from the trunk to a card or bracket; for an undercutter from its card to the attacked drop. */
export interface Drop extends Line {
  readonly relation: RelationId;
  readonly kind: RelationKind;
  readonly undercuts: boolean;
  /** Centre of the round + or square − badge: on the top edge of the card, on the left edge of a stacked one, or on the bracket. */
  readonly badge: Point;
  /** Where an undercutter's drop meets the drop that it attacks, for a dot; `null` for all others. */
  readonly joint: Point | null;
}

/** A cross-link, drawn over the forest from the premise to the relation's target. */
export interface Curve extends Line {
  readonly premise: ClaimId;
  readonly relation: RelationId;
  readonly kind: RelationKind;
}

/** Everything there is to draw, in map coordinates. What is folded away is not in it. */
export interface Picture {
  readonly bounds: Rect;
  readonly cards: ReadonlyMap<ClaimId, Rect>;
  readonly brackets: readonly PlacedBracket[];
  readonly trunks: readonly Trunk[];
  readonly drops: readonly Drop[];
  readonly curves: readonly Curve[];
  /** Cuts a curve to the part that touches a rect, if it is much longer; `null` where it misses it. Only with long curves. */
  readonly cut?: (curve: Curve, rect: Rect) => Curve | null;
}
