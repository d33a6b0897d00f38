import { type LineTable, LineWriter } from "#layout/lines.ts";
import { forms } from "#layout/plan-table.ts";
import type { Point } from "#layout/picture.ts";
import type { PlacedPlan } from "#layout/placed.ts";
import { type PointTable, pointAt, rectAt } from "#layout/rects.ts";
import { corner, dropLength, stackBadge } from "#layout/sizes.ts";

/** The drop of every step, in the steps' order. */
export interface DropTable {
  readonly lines: LineTable;
  readonly badges: PointTable;
  /** NaN where there is none. */
  readonly joints: PointTable;
  /** 1 where the step is one of a stack. */
  readonly isStacked: Uint8Array<ArrayBuffer>;
}

const noPoint: Point = { x: Number.NaN, y: Number.NaN };

/** The last stretch to every card and bracket but the theses. */
export function dropsOf(placed: PlacedPlan): DropTable {
  const { form, firstStep } = placed.plan;
  const drops = new DropWriter(firstStep.at(-1)!);
  const levels = levelsOf(placed.plan.attacks);
  for (let box = 0; box < form.length; box++) {
    const step = firstStep[box]!;
    if (form[box] === forms.stack) addStacked(drops, placed, box);
    else if (step === firstStep[box + 1]) continue;
    else if (levels[box] === 0) addFromAbove(drops, placed, box);
    else addUndercutting(drops, placed, box, levels[box]!);
  }
  return drops.finish();
}

/** 0 for a box that attacks none, 1 for an undercutter, 2 for one of an undercutter, and so on. */
function levelsOf(attacks: Int32Array): Int32Array {
  const levels = new Int32Array(attacks.length);
  for (let box = 0; box < attacks.length; box++) {
    if (attacks[box]! >= 0) levels[box] = levels[attacks[box]!]! + 1;
  }
  return levels;
}

class DropWriter {
  readonly #lines: LineWriter;
  readonly #badges: PointTable;
  readonly #joints: PointTable;
  readonly #isStacked: Uint8Array<ArrayBuffer>;

  constructor(steps: number) {
    this.#lines = new LineWriter(steps);
    this.#badges = new Float64Array(2 * steps);
    this.#joints = new Float64Array(2 * steps).fill(Number.NaN);
    this.#isStacked = new Uint8Array(steps);
  }

  /** `points` lead from one end to the other. */
  add(points: readonly Point[], badge: Point, { joint = noPoint, isStacked = false } = {}): void {
    const step = this.#lines.count;
    this.#lines.begin(step);
    this.#lines.addOrthogonal(points);
    this.#badges[2 * step] = badge.x;
    this.#badges[2 * step + 1] = badge.y;
    this.#joints[2 * step] = joint.x;
    this.#joints[2 * step + 1] = joint.y;
    if (isStacked) this.#isStacked[step] = 1;
  }

  finish(): DropTable {
    return {
      lines: this.#lines.finish(),
      badges: this.#badges,
      joints: this.#joints,
      isStacked: this.#isStacked,
    };
  }
}

function addFromAbove(drops: DropWriter, placed: PlacedPlan, box: number): void {
  const badge = badgeOn(placed, box);
  drops.add([{ x: badge.x, y: badge.y - dropLength }, badge], badge);
}

/** From the rail to the left edge of each card of a stack. */
function addStacked(drops: DropWriter, { plan, cards, ports }: PlacedPlan, box: number): void {
  const rail = ports[box]!;
  for (let card = plan.firstCard[box]!; card < plan.firstCard[box + 1]!; card++) {
    const { x, y } = rectAt(cards, card);
    const badge = { x, y: y + stackBadge };
    drops.add([{ x: rail, y: badge.y - corner }, { x: rail, y: badge.y }, badge], badge, { isStacked: true });
  }
}

/** Up from an undercutter and left to the drop that it attacks. */
function addUndercutting(drops: DropWriter, placed: PlacedPlan, box: number, level: number): void {
  const badge = badgeOn(placed, box);
  const joint = { x: placed.ports[placed.plan.attacks[box]!]!, y: badge.y - undercutHeight(level) };
  drops.add([badge, { x: badge.x, y: joint.y }, joint], badge, { joint });
}

/** In the middle of the box's top edge. */
function badgeOn({ boxes, ports }: PlacedPlan, box: number): Point {
  return { x: ports[box]!, y: boxes[4 * box + 1]! };
}

/**
 * How far above its card an undercutter's line turns. Each undercutter of an undercutter turns lower than the
 * one that it attacks, so that it meets that one's upright stretch; all stay clear of the badges.
 */
function undercutHeight(level: number): number {
  return 16 + corner / level;
}

/** A point on a step's drop where a cross-link can meet it, clear of the badge. */
export function meetingPoint({ badges, joints, isStacked }: DropTable, step: number): Point {
  const [badge, joint] = [pointAt(badges, step), pointAt(joints, step)];
  if (isStacked[step] === 1) return { x: badge.x - 16, y: badge.y };
  if (Number.isNaN(joint.x)) return { x: badge.x, y: badge.y - 20 };
  return { x: (badge.x + joint.x) / 2, y: joint.y };
}
