import { type LineTable, LineWriter } from "#layout/lines.ts";
import { forms } from "#layout/plan-table.ts";
import type { Point, Rect } from "#layout/picture.ts";
import type { PlacedPlan } from "#layout/placed.ts";
import { rectAt } from "#layout/rects.ts";

/** The bar of every box of co-premises. */
export function bracketsOf(placed: PlacedPlan): LineTable {
  const { form } = placed.plan;
  const lines = new LineWriter(form.length);
  for (let box = 0; box < form.length; box++) {
    if (form[box] !== forms.bracket) continue;
    lines.begin(box);
    for (const part of barOf(rectAt(placed.boxes, box), legsOf(placed, box))) lines.addOrthogonal(part);
  }
  return lines.finish();
}

/** A leg goes down to each card and to the first chip. */
function legsOf({ plan, cards, chips }: PlacedPlan, box: number): readonly Rect[] {
  const { firstCard, firstChip } = plan;
  const legs: Rect[] = [];
  for (let card = firstCard[box]!; card < firstCard[box + 1]!; card++) legs.push(rectAt(cards, card));
  if (firstChip[box]! < firstChip[box + 1]!) legs.push(rectAt(chips, firstChip[box]!));
  return legs;
}

/** A bar along the top, bent down at both ends. */
function barOf({ y }: Rect, legs: readonly Rect[]): readonly (readonly Point[])[] {
  const [first, ...others] = legs;
  const last = others.pop();
  if (first === undefined || last === undefined) return [];
  const down = others.map((leg) => [
    { x: middle(leg), y },
    { x: middle(leg), y: leg.y },
  ]);
  const bar = [
    { x: middle(first), y: first.y },
    { x: middle(first), y },
    { x: middle(last), y },
    { x: middle(last), y: last.y },
  ];
  return [bar, ...down];
}

function middle({ x, width }: Rect): number {
  return x + width / 2;
}
