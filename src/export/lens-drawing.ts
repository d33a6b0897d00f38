import { drawnText } from "#export/card-drawing.ts";
import type { Direction } from "#export/direction.ts";
import { type Look, type Palette, palettes } from "#export/look.ts";
import { schoolTiles, tileSide } from "#export/school-tiles.ts";
import type { Paint, Seen, SeenClaim } from "#export/seen.ts";
import { fontOf, styles } from "#export/type.ts";
import { fittedText } from "#export/wrap.ts";
import { element, type Xml } from "#export/xml.ts";
import type { Rect } from "#layout/picture.ts";
import { card } from "#layout/sizes.ts";
import type { ClaimId } from "#model/ids.ts";

/** How wide the band at a card's far edge is. */
const bandWidth = 12;
const bandGap = 2;
const chip = { height: 20, padding: 8, inset: 8 };
/** Of lines that step back. */
export const faint = 0.22;

/** The patterns that a picture needs, each once, for `fillOf`. */
export function drawnPatterns(paints: Iterable<Paint>, colours: Palette): Xml {
  const needed = new Map([...paints].map((paint) => [nameOf(paint), paint]));
  const patterns = [...needed].map(([id, { colour, pattern }]) => {
    const { line, width } = schoolTiles[pattern];
    const side = { width: tileSide, height: tileSide };
    const cap = pattern === "dots" ? "round" : null;
    return element(
      "pattern",
      { id, ...side, patternUnits: "userSpaceOnUse" },
      element("rect", { ...side, fill: colours.schools[colour] }),
      element("path", {
        d: line,
        fill: "none",
        stroke: colours.card,
        "stroke-width": width,
        "stroke-linecap": cap,
      }),
    );
  });
  return element("defs", {}, ...patterns);
}

export function fillOf(paint: Paint): string {
  return `url(#${nameOf(paint)})`;
}

function nameOf({ colour, pattern }: Paint): string {
  return `${colour}-${pattern}`;
}

/** The colours in which a claim is drawn: those of one that steps back are its words' alone, and faint. */
export function coloursFor(look: Look, claim: ClaimId): Palette {
  const colours = palettes[look.theme];
  if (look.seen?.of(claim).fade !== "dim") return colours;
  const { faintInk: ink, paper } = colours;
  return {
    ...colours,
    ink,
    secondary: ink,
    supports: ink,
    opposes: ink,
    card: paper,
    supportsTint: paper,
    opposesTint: paper,
  };
}

/** The frame of a claim that nobody had made yet. */
export function drawnFrame({ x, y, width, height }: Rect, colours: Palette): Xml {
  const inner = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: card.radius - 0.5 };
  return element("rect", { ...inner, fill: "none", stroke: colours.hairline });
}

/** What a lens and a year show over a card: the band, the name of its group, how it stands. */
export function drawnSight(claim: ClaimId, rect: Rect, seen: Seen, sheet: SightSheet): readonly Xml[] {
  const sight = seen.of(claim);
  if (sight.fade === "notYet") return [];
  return [
    ...(sight.fade === "perhaps" ? [perhapsRing(rect, palettes[sheet.look.theme])] : []),
    ...bandOf(sight, rect, sheet),
    ...chipOf(sight.standing, rect, "start", sheet, coloursFor(sheet.look, claim)),
    ...chipOf(sight.name, rect, "end", sheet, coloursFor(sheet.look, claim)),
  ];
}

/** What a card's sight is drawn with. */
interface SightSheet {
  readonly look: Look;
  readonly direction: Direction;
}

function perhapsRing({ x, y, width, height }: Rect, { line }: Palette): Xml {
  const out = 2.5;
  const ring = { x: x - out, y: y - out, width: width + 2 * out, height: height + 2 * out };
  return element("rect", { ...ring, rx: card.radius + out, fill: "none", stroke: line });
}

/** One stretch a group, from top to bottom, within the card's round corners. */
function bandOf({ paint }: SeenClaim, rect: Rect, { direction, look }: SightSheet): readonly Xml[] {
  const each = (rect.height - bandGap * (paint.length - 1)) / paint.length;
  const ground = palettes[look.theme].card;
  return paint.map((part, at) => {
    const top = rect.y + at * (each + bandGap);
    const ends = { top: at === 0 ? card.radius : 0, bottom: at === paint.length - 1 ? card.radius : 0 };
    const d = stretch({ ...rect, y: top, height: each }, ends, direction);
    return element("path", { d, fill: fillOf(part), stroke: ground, "stroke-width": 0.5 });
  });
}

function stretch(
  { x, y, width, height }: Rect,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  direction: Direction,
): string {
  const outward = direction === "ltr" ? 1 : -1;
  const edge = direction === "ltr" ? x + width : x;
  const sweep = direction === "ltr" ? 1 : 0;
  const inner = edge - outward * bandWidth;
  const low = y + height;
  const arc = (radius: number, toX: number, toY: number) =>
    radius === 0 ? "" : `A${radius} ${radius} 0 0 ${sweep} ${toX} ${toY}`;
  return (
    `M${inner} ${y}H${edge - outward * top}${arc(top, edge, y + top)}V${low - bottom}` +
    `${arc(bottom, edge - outward * bottom, low)}H${inner}Z`
  );
}

/** Words in a frame on a card's upper edge. */
function chipOf(
  text: string,
  rect: Rect,
  end: "start" | "end",
  { look, direction }: SightSheet,
  colours: Palette,
): readonly Xml[] {
  if (text === "") return [];
  const measure = (line: string) => look.measure(line, fontOf(styles.eyebrow));
  const said = fittedText(text, rect.width / 2 - 18 - 2 * chip.padding, measure);
  const width = measure(said) + 2 * chip.padding;
  const isLeft = (end === "start") === (direction === "ltr");
  const x = isLeft ? rect.x + chip.inset : rect.x + rect.width - chip.inset - width;
  const y = rect.y - chip.height / 2;
  const textX = direction === "ltr" ? x + chip.padding : x + width - chip.padding;
  const place = { x: textX, y: y + 2, anchor: "start", direction } as const;
  const frame = { x: x + 0.5, y: y + 0.5, width: width - 1, height: chip.height - 1, rx: chip.height / 2 };
  const dashes = end === "start" ? "3 3" : null;
  return [
    element("rect", { ...frame, fill: colours.card, stroke: colours.line, "stroke-dasharray": dashes }),
    drawnText(said, place, styles.eyebrow, end === "start" ? colours.secondary : colours.ink),
  ];
}
