import type { Rect, Size } from "#layout/picture.ts";
import {
  bracketLeg,
  chipGap,
  chipHeight,
  chipWidth,
  grid,
  memberGap,
  railOutside,
  stackRail,
} from "#layout/sizes.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { RelationKind } from "#model/relation.ts";

/** A claim's card or chip; `rect` is measured from its box's top left corner. */
export interface Part {
  readonly claim: ClaimId;
  readonly rect: Rect;
}

/** How a box hangs: the step that its cards take. `null` for a thesis. */
export interface Step {
  readonly relation: RelationId;
  readonly kind: RelationKind;
}

/**
 * What is inside a box, apart from where it stands:
 * one card; a bracket with its co-premises side by side; or a stack of leaves in a column.
 */
export type Inside =
  | { readonly type: "card"; readonly step: Step | null }
  | { readonly type: "bracket"; readonly step: Step; readonly chips: readonly Part[] }
  | { readonly type: "stack"; readonly steps: readonly Step[] };

/** What the layout moves about as one piece. Width is a multiple of twice the grid, height of the grid. */
export interface Box {
  readonly size: Size;
  readonly inside: Inside;
  /** In the author's order. In a stack, one for each step. */
  readonly cards: readonly Part[];
}

type SizeOf = (claim: ClaimId) => Size;

export function cardBox(claim: ClaimId, step: Step | null, sizeOf: SizeOf): Box {
  const { width, height } = sizeOf(claim);
  const size = { width: up(width, 2 * grid), height: up(height, grid) };
  const rect = { x: (size.width - width) / 2, y: 0, width, height };
  return { size, inside: { type: "card", step }, cards: [{ claim, rect }] };
}

/** Co-premises side by side below the bar; those that are drawn elsewhere are chips in a last column. */
export function bracketBox(
  step: Step,
  premises: readonly ClaimId[],
  elsewhere: readonly ClaimId[],
  sizeOf: SizeOf,
): Box {
  let x = 0;
  const cards = premises.map((claim) => {
    const rect = { x, y: bracketLeg, ...sizeOf(claim) };
    x += up(rect.width, grid) + memberGap;
    return { claim, rect };
  });
  const chips = elsewhere.map((claim, row) => {
    const y = bracketLeg + row * (chipHeight + chipGap);
    return { claim, rect: { x, y, width: chipWidth, height: chipHeight } };
  });
  const right = chips.length > 0 ? x + chipWidth : x - memberGap;
  const size = { width: up(right, 2 * grid), height: up(lowest([...cards, ...chips]), grid) };
  return { size, inside: { type: "bracket", step, chips }, cards };
}

/** Leaves in a column, to the right of the rail that joins them; the rail itself stands outside. */
export function stackBox(claims: readonly ClaimId[], steps: readonly Step[], sizeOf: SizeOf): Box {
  let y = 0;
  const cards = claims.map((claim) => {
    const rect = { x: stackRail - railOutside, y, ...sizeOf(claim) };
    y += up(rect.height, grid) + memberGap;
    return { claim, rect };
  });
  const right = Math.max(...cards.map(({ rect }) => rect.x + rect.width));
  const size = { width: up(right, 2 * grid), height: up(lowest(cards), grid) };
  return { size, inside: { type: "stack", steps }, cards };
}

function lowest(parts: readonly Part[]): number {
  return parts.reduce((low, { rect }) => Math.max(low, rect.y + rect.height), 0);
}

function up(length: number, step: number): number {
  return Math.ceil(length / step) * step;
}
