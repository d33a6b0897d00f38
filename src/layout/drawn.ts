import type { LineTable } from "#layout/lines.ts";
import type { Curve, Drop, Line, Picture, PlacedBracket, Point, Trunk } from "#layout/picture.ts";
import type { Plan } from "#layout/plan.ts";
import { pointAt, rectAt, type PointTable } from "#layout/rects.ts";
import type { Routes } from "#layout/route.ts";

/** A curve of more map pixels than this is cut where it is drawn. */
export const longCurve = 20_000;

/** Gives what is routed its names; `cut` is for long curves, if there are any. */
export function pictureOf(plan: Plan, routes: Routes, cut?: Picture["cut"]): Picture {
  const { cards, links } = plan.names;
  const curves = drawn(routes.curves, (link, line): Curve => ({ ...links[link]!, ...line }));
  const isLong = curves.some(({ extent }) => Math.max(extent.width, extent.height) > longCurve);
  return {
    bounds: routes.bounds,
    cards: new Map(cards.map((claim, at) => [claim, rectAt(routes.cards, at)])),
    brackets: drawn(routes.brackets, (box, line) => bracketOf(plan, routes, box, line)),
    trunks: drawn(routes.trunks, (card, line): Trunk => ({ parent: cards[card]!, ...line })),
    drops: drawn(routes.drops.lines, (step, line) => dropOf(plan, routes, step, line)),
    curves,
    ...(isLong && cut && { cut }),
  };
}

const ascii = new TextDecoder();

function drawn<Item>(
  { of, paths, ends, extents }: LineTable,
  itemOf: (of: number, line: Line) => Item,
): readonly Item[] {
  const text = ascii.decode(paths);
  const items: Item[] = [];
  for (let at = 0; at < of.length; at++) {
    const path = text.slice(at === 0 ? 0 : ends[at - 1], ends[at]);
    items.push(itemOf(of[at]!, { path, extent: rectAt(extents, at) }));
  }
  return items;
}

export function bracketOf(
  { table, names }: Plan,
  { boxes, chips }: Routes,
  box: number,
  line: Line,
): PlacedBracket {
  const { relation, kind } = names.steps[table.firstStep[box]!]!;
  const elsewhere = [];
  for (let chip = table.firstChip[box]!; chip < table.firstChip[box + 1]!; chip++) {
    elsewhere.push({ claim: names.chips[chip]!, rect: rectAt(chips, chip) });
  }
  return { relation, kind, rect: rectAt(boxes, box), elsewhere, ...line };
}

export function dropOf({ names }: Plan, { drops }: Routes, step: number, { path, extent }: Line): Drop {
  const { relation, kind } = names.steps[step]!;
  const joint = jointAt(drops.joints, step);
  const badge = pointAt(drops.badges, step);
  return { relation, kind, undercuts: joint !== null, badge, joint, path, extent };
}

function jointAt(joints: PointTable, step: number): Point | null {
  return Number.isNaN(joints[2 * step]) ? null : pointAt(joints, step);
}
