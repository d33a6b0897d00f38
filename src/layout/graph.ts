import type { Line, Point, Rect, Size } from "#layout/picture.ts";

/**
 * Cards and the steps between them, where a claim may answer several: not a forest. Numbers stand for cards and steps
 * by their places in these lists.
 */
export interface ClaimGraph {
  readonly cards: readonly Size[];
  readonly steps: readonly GraphStep[];
  readonly notes: readonly GraphNote[];
}

/** One relation. */
export interface GraphStep {
  /** Cards; at least one, none twice. */
  readonly premises: readonly number[];
  /** The card that it bears on; -1 where that is a step. */
  readonly target: number;
  /** The step that it bears on, one that comes before it; -1 where that is a card. */
  readonly on: number;
}

/** A small plate beside a card, joined to it by a line: there is more. */
export interface GraphNote {
  readonly card: number;
  readonly side: "above" | "below";
  readonly size: Size;
}

/** The neutral part of all lines at one card. */
export interface GraphTrunk extends Line {
  readonly card: number;
}

/** The coloured line of a step; see `Drop`. */
export interface GraphDrop extends Line {
  readonly step: number;
  readonly badge: Point;
  readonly joint: Point | null;
}

/** From where co-premises meet to their cards. */
export interface GraphBracket extends Line {
  readonly step: number;
}

/** Where everything is, in map coordinates. */
export interface GraphLayout {
  readonly bounds: Rect;
  readonly cards: readonly Rect[];
  readonly notes: readonly Rect[];
  readonly trunks: readonly GraphTrunk[];
  readonly drops: readonly GraphDrop[];
  readonly brackets: readonly GraphBracket[];
}
