import type { FarLook } from "#elements/map/far-look.ts";
import type { Frame, OnScreen, Tones } from "#elements/map/far-frame.ts";
import type { FarTable } from "#elements/map/far-table.ts";
import type { Fade, Paint, Sights } from "#elements/map/sights.ts";
import { schoolTiles, tileSide } from "#export/school-tiles.ts";
import type { Rect } from "#layout/picture.ts";
import type { SchoolColour, SchoolPattern } from "#model/people.ts";

/** How much of a block is left that steps back, by `fade` of `Tones`. */
export const strengths = [1, 0.22, 0.6, 0.1] as const;
const fades: Readonly<Record<Fade, number>> = { none: 0, dim: 1, perhaps: 2, notYet: 3 };
/** In `Tones.fade`: what has not been made yet has no words. */
export const notYet = fades.notYet;

export function tonesOf({ faces }: FarTable, sights: Sights): Tones {
  const fade = new Uint8Array(faces.length);
  const paint = new Uint16Array(faces.length);
  const places = new Map<Paint, number>();
  const paints: Paint[] = [[]];
  const { paintOf } = sights;
  for (const [at, { claim }] of faces.entries()) {
    fade[at] = fades[sights.fadeOf(claim)];
    const each = paintOf?.(claim) ?? [];
    if (each.length === 0) continue;
    const place = places.get(each) ?? paints.push(each) - 1;
    places.set(each, place);
    paint[at] = place;
  }
  return { sights, fade, paint, paints, isPainted: paintOf !== null };
}

/** What is on screen, by how strong it is drawn: the faintest first. */
export function byStrength(
  { tones }: Frame,
  found: OnScreen,
): readonly { readonly strength: number; readonly found: OnScreen }[] {
  if (tones === null) return [{ strength: 1, found }];
  return strengths
    .map((strength, fade) => {
      const places = found.places.slice(0, found.count).filter((at) => tones.fade[at] === fade);
      return { strength, found: { places, count: places.length } };
    })
    .toReversed();
}

const patterns = new WeakMap<FarLook, Map<string, CanvasPattern>>();

/** Fills a rect with the colours and patterns of its groups, side by side from top to bottom. */
export function fillPaint({ context, look }: Frame, paint: Paint, { x, y, width, height }: Rect): void {
  const each = height / paint.length;
  for (const [at, { colour, pattern }] of paint.entries()) {
    context.fillStyle = patternOf(context, look, colour, pattern);
    context.fillRect(x, y + at * each, width, each);
  }
}

function patternOf(
  context: CanvasRenderingContext2D,
  look: FarLook,
  colour: SchoolColour,
  pattern: SchoolPattern,
): CanvasPattern | string {
  const known = patterns.get(look) ?? new Map<string, CanvasPattern>();
  patterns.set(look, known);
  const name = `${colour} ${pattern}`;
  const found = known.get(name) ?? context.createPattern(tileOf(look, colour, pattern), "repeat");
  if (found === null) return look[colour];
  known.set(name, found);
  return found;
}

function tileOf(look: FarLook, colour: SchoolColour, pattern: SchoolPattern): HTMLCanvasElement {
  const tile = document.createElement("canvas");
  tile.width = tile.height = tileSide;
  const pen = tile.getContext("2d")!;
  const { line, width } = schoolTiles[pattern];
  pen.fillStyle = look[colour];
  pen.fillRect(0, 0, tileSide, tileSide);
  pen.strokeStyle = look.card;
  pen.lineWidth = width;
  pen.lineCap = pattern === "dots" ? "round" : "butt";
  pen.stroke(new Path2D(line));
  return tile;
}
