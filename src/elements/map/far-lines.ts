import type { Frame } from "#elements/map/far-frame.ts";
import { edgesOf, touching } from "#layout/cull.ts";
import type { Curve, Drop, Line, Picture, PlacedBracket, Point, Rect, Trunk } from "#layout/picture.ts";
import { badgeSize } from "#layout/sizes.ts";
import type { RelationKind } from "#model/relation.ts";

/** Below this scale lines are shorter than they are wide. */
const leastScale = 0.03;
/** From this scale on badges can be told apart, and cross-links from trunks. */
const badgeScale = 0.13;

/** How strong lines are that step back. */
const faint = 0.2;

type Wanted = (line: Trunk | Drop | PlacedBracket | Curve) => boolean;

/** Lines of one look, their corners read from their paths when they are first on screen. */
class LineGroup<Kind extends Line> {
  readonly #lines: readonly Kind[];
  readonly #edges: Float64Array;
  /** By line: x and y of each corner, a `NaN` before the start of a new stretch. */
  readonly #corners: (readonly number[] | undefined)[] = [];

  constructor(lines: readonly Kind[]) {
    this.#lines = lines;
    this.#edges = edgesOf(lines.map(({ extent }) => extent));
  }

  trace({ context, view }: Frame, seen: Rect, isWanted: (line: Kind) => boolean): void {
    context.beginPath();
    for (const at of touching(this.#edges, seen)) {
      if (!isWanted(this.#lines[at]!)) continue;
      const corners = (this.#corners[at] ??= cornersOf(this.#lines[at]!.path));
      for (let next = 0; next < corners.length; next += 3) {
        const x = (corners[next + 1]! - view.x) * view.scale;
        const y = (corners[next + 2]! - view.y) * view.scale;
        if (corners[next] === 1) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
    }
  }
}

/** The lines between blocks, and the badges on them. */
export class FarLines {
  readonly #trunks: LineGroup<Trunk>;
  readonly #steps: Readonly<Record<RelationKind, LineGroup<Drop | PlacedBracket>>>;
  readonly #drops: readonly Drop[];
  readonly #badges: Float64Array;
  readonly #curves: readonly Curve[];
  readonly #curveEdges: Float64Array;
  readonly #paths = new Map<Curve, Path2D>();

  constructor({ trunks, drops, brackets, curves }: Picture) {
    const steps = (wanted: RelationKind) =>
      new LineGroup([...drops, ...brackets].filter(({ kind }) => kind === wanted));
    this.#trunks = new LineGroup(trunks);
    this.#steps = { supports: steps("supports"), opposes: steps("opposes") };
    this.#drops = drops;
    this.#badges = edgesOf(drops.map(({ badge }) => ({ ...badge, width: 0, height: 0 })));
    this.#curves = curves;
    this.#curveEdges = edgesOf(curves.map(({ extent }) => extent));
  }

  draw(frame: Frame, seen: Rect): void {
    const { view, tones } = frame;
    if (view.scale < leastScale) return;
    if (tones === null) return this.#draw(frame, seen, 1, () => true);
    this.#draw(frame, seen, faint, (line) => tones.sights.fades(line));
    this.#draw(frame, seen, 1, (line) => !tones.sights.fades(line));
  }

  #draw(frame: Frame, seen: Rect, strength: number, isWanted: Wanted): void {
    const { context, view, look } = frame;
    context.lineWidth = Math.max(1, 2 * view.scale);
    context.strokeStyle = look.line;
    context.globalAlpha = 0.75 * strength;
    this.#trunks.trace(frame, seen, isWanted);
    context.stroke();
    context.globalAlpha = strength;
    for (const [kind, colour] of [
      ["supports", look.support],
      ["opposes", look.oppose],
    ] as const) {
      context.strokeStyle = colour;
      context.setLineDash(kind === "opposes" && view.scale >= badgeScale ? [3, 3] : []);
      this.#steps[kind].trace(frame, seen, isWanted);
      context.stroke();
    }
    context.setLineDash([]);
    if (view.scale >= badgeScale) this.#drawCurves(frame, seen, strength, isWanted);
    context.globalAlpha = 1;
  }

  /** A round badge for a reason, a square one for an objection, each with its sign while that can be seen. */
  drawBadges({ context, view, look, tones }: Frame, seen: Rect): void {
    if (view.scale < badgeScale) return;
    const half = Math.max(3.5, (badgeSize / 2) * view.scale);
    for (const at of touching(this.#badges, seen)) {
      const { badge, kind } = this.#drops[at]!;
      context.globalAlpha = tones?.sights.fades(this.#drops[at]!) === true ? faint : 1;
      const x = (badge.x - view.x) * view.scale;
      const y = (badge.y - view.y) * view.scale;
      context.fillStyle = kind === "supports" ? look.support : look.oppose;
      context.strokeStyle = look.paper;
      context.lineWidth = 1;
      context.beginPath();
      if (kind === "supports") context.arc(x, y, half, 0, 2 * Math.PI);
      else context.rect(x - half, y - half, 2 * half, 2 * half);
      context.fill();
      context.stroke();
      sign(context, { x, y }, half / 2, kind, look.onColour);
    }
    context.globalAlpha = 1;
  }

  #drawCurves({ context, view, look, ratio }: Frame, seen: Rect, strength: number, isWanted: Wanted): void {
    context.save();
    context.setTransform(
      view.scale * ratio,
      0,
      0,
      view.scale * ratio,
      -view.x * view.scale * ratio,
      -view.y * view.scale * ratio,
    );
    context.lineWidth = 1 / view.scale;
    context.globalAlpha = 0.35 * strength;
    for (const at of touching(this.#curveEdges, seen)) {
      const curve = this.#curves[at]!;
      if (!isWanted(curve)) continue;
      const path = this.#paths.get(curve) ?? new Path2D(curve.path);
      this.#paths.set(curve, path);
      context.strokeStyle = curve.kind === "supports" ? look.support : look.oppose;
      context.stroke(path);
    }
    context.restore();
  }
}

function sign(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  arm: number,
  kind: RelationKind,
  colour: string,
): void {
  context.strokeStyle = colour;
  context.beginPath();
  context.moveTo(x - arm, y);
  context.lineTo(x + arm, y);
  if (kind === "supports") {
    context.moveTo(x, y - arm);
    context.lineTo(x, y + arm);
  }
  context.stroke();
}

/** The corners of a path of lines and quarter circles, three numbers each: 1 where a stretch begins, x, y. */
export function cornersOf(path: string): readonly number[] {
  const corners: number[] = [];
  for (const [, letter = "", written = ""] of path.matchAll(/([MLA])([^MLA]*)/g)) {
    const numbers = written.match(/-?[\d.]+/g) ?? [];
    corners.push(letter === "M" ? 1 : 0, Number(numbers.at(-2)), Number(numbers.at(-1)));
  }
  return corners;
}
