import { bendsBetween, pointOn, portsAt, portsOf, type Bend, type Port } from "#layout/bend.ts";
import { boundsOf } from "#layout/bounds.ts";
import type { Cover, CoverOf } from "#layout/cover.ts";
import { type DropTable, meetingPoint } from "#layout/drops.ts";
import { type LineTable, LineWriter } from "#layout/lines.ts";
import { linkEnds, type LinkTable } from "#layout/plan-table.ts";
import type { Point, Rect } from "#layout/picture.ts";
import type { PlacedPlan } from "#layout/placed.ts";
import { rectAt } from "#layout/rects.ts";

/** A sixteenth of a curve that runs under a card, or outside the forest, costs as much as this many pixels of way. */
const costOfStraying = 200;
const parts = 16;

interface Scene {
  readonly placed: PlacedPlan;
  readonly drops: DropTable;
  readonly cover: Cover;
  /** What the cards take up. */
  readonly frame: Rect;
  /** By relation that is drawn as links alone: where others meet the first of its curves. */
  readonly meetings: (Point | undefined)[];
}

/** Curves for the cross-links whose both ends are shown. One that ends on another is drawn as soon as that one is. */
export function curvesOf(placed: PlacedPlan, drops: DropTable, coverOf: CoverOf): LineTable {
  const { links } = placed.plan;
  const lines = new LineWriter(links.premise.length);
  if (links.premise.length === 0) return lines.finish();
  const { cards } = placed;
  const scene: Scene = { placed, drops, cover: coverOf(cards), frame: boundsOf(cards), meetings: [] };
  const waiting = Array.from({ length: links.relations }, (): number[] => []);
  const ready = [...links.premise.keys()];
  for (const link of ready) {
    const on = unmet(links, link, scene);
    if (on >= 0) {
      waiting[on]!.push(link);
      continue;
    }
    const bend = bendOf(links, link, scene);
    if (bend === null) continue;
    lines.begin(link);
    lines.addBend(bend);
    const relation = links.relation[link]!;
    if (relation < 0 || scene.meetings[relation] !== undefined) continue;
    scene.meetings[relation] = pointOn(bend, 0.5);
    ready.push(...waiting[relation]!);
  }
  return lines.finish();
}

/** The relation whose curve the link ends on, where that is not drawn yet; -1 where nothing holds it up. */
function unmet({ end, endsOn }: LinkTable, link: number, { meetings }: Scene): number {
  const relation = endsOn[link]!;
  return end[link] === linkEnds.relation && meetings[relation] === undefined ? relation : -1;
}

function bendOf({ premise, end, endsOn }: LinkTable, link: number, scene: Scene): Bend | null {
  const from = portsOf(rectAt(scene.placed.cards, premise[link]!));
  const to = portsOn(end[link]!, endsOn[link]!, scene);
  return bestBend(from, to, scene);
}

function portsOn(end: number, at: number, { placed, drops, meetings }: Scene): readonly Port[] {
  if (end === linkEnds.card) return portsOf(rectAt(placed.cards, at));
  if (end === linkEnds.chip) return portsOf(rectAt(placed.chips, at));
  const meeting = end === linkEnds.step ? meetingPoint(drops, at) : meetings[at];
  return meeting === undefined ? [] : portsAt(meeting);
}

function isAstray(x: number, y: number, { cover, frame }: Scene): boolean {
  const isInside = x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;
  return !isInside || cover.isCovered(x, y);
}

/** Nearest ends first, since no curve is shorter than the straight way between its ends. */
function bestBend(from: readonly Port[], to: readonly Port[], scene: Scene): Bend | null {
  const ends = from.flatMap((start) =>
    to.map((end) => ({ start, end, reach: distance(end.at.x - start.at.x, end.at.y - start.at.y) })),
  );
  let best: Bend | null = null;
  let least = Infinity;
  for (const { start, end, reach } of ends.toSorted((a, b) => a.reach - b.reach)) {
    if (reach >= least) break;
    for (const bend of bendsBetween(start, end)) {
      const cost = costOf(bend, scene, least);
      if (cost >= least) continue;
      least = cost;
      best = bend;
    }
  }
  return best;
}

/** Its length, and what it costs to stray; no longer exact once it is above `limit`. */
function costOf(bend: Bend, scene: Scene, limit: number): number {
  let cost = 0;
  let [x, y] = [bend[0].x, bend[0].y];
  for (let sample = 1; sample <= parts && cost < limit; sample++) {
    const [nextX, nextY] =
      sample === parts ? [bend[3].x, bend[3].y] : [along(bend, sample, "x"), along(bend, sample, "y")];
    cost += distance(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  for (let sample = 1; sample < parts && cost < limit; sample++) {
    if (isAstray(along(bend, sample, "x"), along(bend, sample, "y"), scene)) cost += costOfStraying;
  }
  return cost;
}

/** What `pointOn` weighs a curve's points by, at each sixteenth of it: tens of thousands are looked at for some hundred curves. */
const weights = Float64Array.from({ length: 4 * parts }, (_, at) => {
  const t = Math.floor(at / 4) / parts;
  const s = 1 - t;
  return [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t][at % 4]!;
});

function along([a, b, c, d]: Bend, sample: number, axis: "x" | "y"): number {
  const at = 4 * sample;
  return (
    weights[at]! * a[axis] +
    weights[at + 1]! * b[axis] +
    weights[at + 2]! * c[axis] +
    weights[at + 3]! * d[axis]
  );
}

function distance(across: number, down: number): number {
  return Math.sqrt(across * across + down * down);
}
