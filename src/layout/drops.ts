import type { Step } from "#layout/box.ts";
import { orthogonalPath } from "#layout/path.ts";
import type { Drop, Point } from "#layout/picture.ts";
import { portOf, type PlacedBox } from "#layout/placed.ts";
import { corner, dropLength, stackBadge } from "#layout/sizes.ts";
import type { RelationId } from "#model/ids.ts";

/** The last stretch to every card and bracket but the theses, in the boxes' order. */
export function dropsOf(boxes: readonly PlacedBox[]): readonly Drop[] {
  const levels: number[] = [];
  return boxes.flatMap((box) => {
    const attacked = boxes[box.plan.attacks];
    levels.push(attacked === undefined ? 0 : (levels[box.plan.attacks] ?? 0) + 1);
    const { inside } = box.plan;
    if (inside.type === "stack") return stackedDrops(box, inside.steps);
    if (inside.step === null) return [];
    if (attacked === undefined) return [dropFromAbove(box, inside.step)];
    return [undercuttingDrop(box, inside.step, attacked, levels.at(-1) ?? 1)];
  });
}

function dropFromAbove(box: PlacedBox, { relation, kind }: Step): Drop {
  const badge = { x: portOf(box), y: box.rect.y };
  const path = orthogonalPath([{ x: badge.x, y: badge.y - dropLength }, badge]);
  return { relation, kind, undercuts: false, path, badge, joint: null };
}

/** From the rail to the left edge of each card of a stack. */
function stackedDrops(box: PlacedBox, steps: readonly Step[]): readonly Drop[] {
  const rail = portOf(box);
  return steps.flatMap(({ relation, kind }, at) => {
    const card = box.cards[at]?.rect;
    if (card === undefined) return [];
    const badge = { x: card.x, y: card.y + stackBadge };
    const path = orthogonalPath([{ x: rail, y: badge.y - corner }, { x: rail, y: badge.y }, badge]);
    return [{ relation, kind, undercuts: false, path, badge, joint: null }];
  });
}

/** Up from an undercutter and left to the drop that it attacks. */
function undercuttingDrop(
  box: PlacedBox,
  { relation, kind }: Step,
  attacked: PlacedBox,
  level: number,
): Drop {
  const badge = { x: portOf(box), y: box.rect.y };
  const height = undercutHeight(level);
  const joint = { x: portOf(attacked), y: badge.y - height };
  const path = orthogonalPath([badge, { x: badge.x, y: joint.y }, joint]);
  return { relation, kind, undercuts: true, path, badge, joint };
}

/**
 * How far above its card an undercutter's line turns. Each undercutter of an undercutter turns lower than the
 * one that it attacks, so that it meets that one's upright stretch; all stay clear of the badges.
 */
function undercutHeight(level: number): number {
  return 16 + corner / level;
}

/** A point on every drop where a cross-link can meet it, clear of the badge. */
export function meetingPoints(
  boxes: readonly PlacedBox[],
  drops: readonly Drop[],
): ReadonlyMap<RelationId, Point> {
  const stacked = new Set(
    boxes.flatMap(({ plan }) => (plan.inside.type === "stack" ? plan.inside.steps : [])).map(relationOf),
  );
  return new Map(drops.map((drop) => [drop.relation, meetingPoint(drop, stacked.has(drop.relation))]));
}

function meetingPoint({ badge, joint }: Drop, isStacked: boolean): Point {
  if (isStacked) return { x: badge.x - 16, y: badge.y };
  if (joint === null) return { x: badge.x, y: badge.y - 20 };
  return { x: (badge.x + joint.x) / 2, y: joint.y };
}

function relationOf({ relation }: Step): RelationId {
  return relation;
}
