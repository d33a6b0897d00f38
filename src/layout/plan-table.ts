import type { BoxTable } from "#layout/boxes.ts";
import type { RectTable } from "#layout/rects.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { RelationKind } from "#model/relation.ts";

/** What is inside a box: one card; co-premises side by side below a bracket; or leaves in a column, a stack. */
export const forms = { card: 0, bracket: 1, stack: 2 } as const;

/** What a cross-link ends on: a card, a "see" chip, the drop of a step, or the curve of another link's relation. */
export const linkEnds = { card: 0, chip: 1, step: 2, relation: 3 } as const;

type Numbers = Int32Array<ArrayBuffer>;

/**
 * What is shown of a map, in numbers alone, so that it goes to a worker in no time. Boxes, cards, chips, steps and
 * links are numbered from 0; -1 says none.
 */
export interface PlanTable {
  readonly boxes: BoxTable;
  /** By box: one of `forms`. */
  readonly form: Uint8Array<ArrayBuffer>;
  /** By box: the card whose trunk leads to it; none for a thesis and for an undercutter. */
  readonly under: Numbers;
  /** By box: the box whose step it attacks. */
  readonly attacks: Numbers;
  /** By box and one more: the first of its cards, chips and steps. They end where those of the next box begin. */
  readonly firstCard: Numbers;
  readonly firstChip: Numbers;
  /** A card or bracket takes one step, a stack one for each card, a thesis none. */
  readonly firstStep: Numbers;
  /** From the box's top left corner. */
  readonly cards: RectTable;
  readonly chips: RectTable;
  readonly links: LinkTable;
}

/** The cross-links whose premise is shown, and whose other end may be. */
export interface LinkTable {
  /** The premise's card. */
  readonly premise: Numbers;
  /** One of `linkEnds`, and the number of what is there. */
  readonly end: Uint8Array<ArrayBuffer>;
  readonly endsOn: Numbers;
  /** The number of the link's relation; none where the relation has a drop, which others then end on. */
  readonly relation: Numbers;
  readonly relations: number;
}

/** What the numbers stand for. */
export interface PlanNames {
  readonly cards: readonly ClaimId[];
  readonly chips: readonly ClaimId[];
  readonly steps: readonly Step[];
  readonly links: readonly NamedLink[];
}

/** How cards hang from what they bear on. */
export interface Step {
  readonly relation: RelationId;
  readonly kind: RelationKind;
}

export interface NamedLink extends Step {
  readonly premise: ClaimId;
}
