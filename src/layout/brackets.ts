import { orthogonalPath } from "#layout/path.ts";
import type { PlacedBracket, Rect } from "#layout/picture.ts";
import type { PlacedBox } from "#layout/placed.ts";

/** The bar and the "see" chips of every box of co-premises. */
export function bracketsOf(boxes: readonly PlacedBox[]): readonly PlacedBracket[] {
  return boxes.flatMap((box) => {
    const { inside } = box.plan;
    if (inside.type !== "bracket") return [];
    const { relation, kind } = inside.step;
    return [{ relation, kind, rect: box.rect, path: barOf(box), elsewhere: box.chips }];
  });
}

/** A bar along the top with a leg down to each card and to the first chip. */
function barOf({ rect, cards, chips }: PlacedBox): string {
  const legs = [...cards, ...chips.slice(0, 1)].map((part) => part.rect);
  const [first, ...others] = legs;
  const last = others.pop();
  if (first === undefined || last === undefined) return "";
  const down = others.map((leg) => [
    { x: middle(leg), y: rect.y },
    { x: middle(leg), y: leg.y },
  ]);
  const bar = [
    { x: middle(first), y: first.y },
    { x: middle(first), y: rect.y },
    { x: middle(last), y: rect.y },
    { x: middle(last), y: last.y },
  ];
  return [bar, ...down].map(orthogonalPath).join("");
}

function middle({ x, width }: Rect): number {
  return x + width / 2;
}
