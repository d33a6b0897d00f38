import { drawnText } from "#export/card-drawing.ts";
import type { Direction } from "#export/direction.ts";
import { fillOf } from "#export/lens-drawing.ts";
import type { Look, Palette } from "#export/look.ts";
import type { LegendEntry } from "#export/seen.ts";
import { fontOf, styles } from "#export/type.ts";
import { fittedText } from "#export/wrap.ts";
import { element, type Xml } from "#export/xml.ts";
import type { Point } from "#layout/picture.ts";

const swatch = { width: 22, height: 14, gap: 8 };
const entryGap = 24;
const rowHeight = 24;

/** An entry at its place, from the legend's leading upper corner. */
interface PlacedEntry extends LegendEntry, Point {
  readonly width: number;
}

/** A legend in as many rows as it takes. */
export interface Legend {
  readonly entries: readonly PlacedEntry[];
  readonly height: number;
}

/** Sets the entries in rows no wider than `width`. */
export function legendOf(entries: readonly LegendEntry[], width: number, look: Look): Legend {
  const measure = (text: string) => look.measure(text, fontOf(styles.legend));
  let [x, y] = [0, 0];
  const placed = entries.map(({ paint, name }) => {
    const lead = paint === null ? 0 : swatch.width + swatch.gap;
    const said = fittedText(name, width - lead, measure);
    const own = lead + measure(said);
    if (x > 0 && x + own > width) [x, y] = [0, y + rowHeight];
    const entry = { paint, name: said, x, y, width: own };
    x += own + entryGap;
    return entry;
  });
  return { entries: placed, height: placed.length === 0 ? 0 : y + rowHeight };
}

/** The legend with its leading upper corner at a place. */
export function drawnLegend(
  { entries }: Legend,
  at: Point,
  direction: Direction,
  colours: Palette,
): readonly Xml[] {
  const outward = direction === "ltr" ? 1 : -1;
  return entries.flatMap(({ paint, name, x, y }) => {
    const start = at.x + outward * x;
    const lead = paint === null ? 0 : swatch.width + swatch.gap;
    const left = direction === "ltr" ? start : start - swatch.width;
    const box = { x: left, y: at.y + y + (rowHeight - swatch.height) / 2 };
    const place = { x: start + outward * lead, y: at.y + y + 3, anchor: "start", direction } as const;
    const words = drawnText(name, place, styles.legend, colours.ink);
    if (paint === null) return [words];
    const size = { width: swatch.width, height: swatch.height, rx: 4 };
    return [element("rect", { ...box, ...size, fill: fillOf(paint) }), words];
  });
}
