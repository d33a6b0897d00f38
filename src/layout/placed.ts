import type { Part } from "#layout/box.ts";
import { depthsOf, type BoxTable, type PlaceTable } from "#layout/boxes.ts";
import type { Rect } from "#layout/picture.ts";
import type { PlannedBox } from "#layout/plan.ts";
import { railOutside } from "#layout/sizes.ts";
import type { ClaimId } from "#model/ids.ts";

/** A planned box in its place. Rects of cards and chips are in map coordinates. */
export interface PlacedBox {
  readonly plan: PlannedBox;
  readonly depth: number;
  readonly rect: Rect;
  readonly cards: readonly Part[];
  readonly chips: readonly Part[];
}

export function tableOf(plan: readonly PlannedBox[]): BoxTable {
  return {
    direction: "down",
    parent: Int32Array.from(plan, ({ parent }) => parent),
    width: Float64Array.from(plan, ({ size }) => size.width),
    height: Float64Array.from(plan, ({ size }) => size.height),
  };
}

export function placed(plan: readonly PlannedBox[], places: PlaceTable): readonly PlacedBox[] {
  const depths = depthsOf(tableOf(plan).parent);
  return plan.map((box, at) => {
    const rect = { x: places.x[at] ?? 0, y: places.y[at] ?? 0, ...box.size };
    const chips = box.inside.type === "bracket" ? box.inside.chips : [];
    return {
      plan: box,
      depth: depths[at] ?? 0,
      rect,
      cards: box.cards.map((part) => moved(part, rect)),
      chips: chips.map((part) => moved(part, rect)),
    };
  });
}

/** The card of every claim that is drawn. */
export function cardsOf(boxes: readonly PlacedBox[]): ReadonlyMap<ClaimId, Rect> {
  return new Map(boxes.flatMap(({ cards }) => cards.map(({ claim, rect }) => [claim, rect] as const)));
}

/** The x at which a trunk reaches the box: its middle, or the rail of a stack. */
export function portOf({ plan, rect }: PlacedBox): number {
  return plan.inside.type === "stack" ? rect.x - railOutside : rect.x + rect.width / 2;
}

function moved({ claim, rect }: Part, by: Rect): Part {
  return { claim, rect: { ...rect, x: rect.x + by.x, y: rect.y + by.y } };
}
