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

/** Co-premises of one relation: a bracket above their cards, which the drop reaches. */
export interface PlacedBracket {
  readonly relation: RelationId;
  readonly kind: RelationKind;
  /** Encloses the bracket's bar, its cards and its "see" chips. */
  readonly rect: Rect;
  /** SVG path of the bar. */
  readonly path: string;
  /** One chip for each premise that is drawn elsewhere. */
  readonly elsewhere: readonly { readonly claim: ClaimId; readonly rect: Rect }[];
}

/** The neutral line from a claim down to where its answers part. */
export interface Trunk {
  readonly parent: ClaimId;
  /** SVG path data, orthogonal with 12 px corners. */
  readonly path: string;
}

/** The last stretch, in the colour of its kind: from the trunk to a card or bracket; for an undercutter from its card to the attacked drop. */
export interface Drop {
  readonly relation: RelationId;
  readonly kind: RelationKind;
  readonly undercuts: boolean;
  readonly path: string;
  /** Centre of the round + or square − badge: on the top edge of the card, on the left edge of a stacked one, or on the bracket. */
  readonly badge: Point;
  /** Where an undercutter's drop meets the drop that it attacks, for a dot; `null` for all others. */
  readonly joint: Point | null;
}

/** A cross-link, drawn over the forest from the premise to the relation's target. */
export interface Curve {
  readonly premise: ClaimId;
  readonly relation: RelationId;
  readonly kind: RelationKind;
  readonly path: string;
}

/** Everything there is to draw, in map coordinates. What is folded away is not in it. */
export interface Picture {
  readonly bounds: Rect;
  readonly cards: ReadonlyMap<ClaimId, Rect>;
  readonly brackets: readonly PlacedBracket[];
  readonly trunks: readonly Trunk[];
  readonly drops: readonly Drop[];
  readonly curves: readonly Curve[];
}
