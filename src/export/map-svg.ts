import { drawnCard, drawnText } from "#export/card-drawing.ts";
import { type CardFace, cardSize, drawnFaces } from "#export/card-face.ts";
import { directionOfText, type Direction } from "#export/direction.ts";
import { drawnLegend, type Legend, legendOf } from "#export/legend.ts";
import { coloursFor, drawnFrame, drawnPatterns, drawnSight, faint } from "#export/lens-drawing.ts";
import { drawnBadge, drawnChips, drawnLines } from "#export/line-drawing.ts";
import { palettes, type Look, type Palette } from "#export/look.ts";
import { fontOf, styles, type TypeStyle } from "#export/type.ts";
import { wrapText } from "#export/wrap.ts";
import { element, type Xml } from "#export/xml.ts";
import { layoutOnPage } from "#layout/layout.ts";
import type { Picture, Rect } from "#layout/picture.ts";
import { branchCounts } from "#model/counts.ts";
import type { Folding } from "#model/first-folding.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Steps, within } from "#model/steps.ts";
import { directionOf } from "#model/direction.ts";
import { exportWords } from "#words/export.ts";

const margin = 40;
/** Room for the title, where the map itself is narrower. */
const leastWidth = 480;

/** How many elements a step writes, some 10 ms of work. */
const STEP_ELEMENTS = 200;

/** A map as it is about to be drawn. */
export interface Laid {
  readonly map: ArgumentMap;
  readonly look: Look;
  readonly faces: ReadonlyMap<ClaimId, CardFace>;
  readonly picture: Picture;
  readonly heading: Heading;
  /** The whole sheet, margins included, in CSS pixels. */
  readonly sheet: Rect;
}

/** A map as an SVG document whose fonts are not in it yet. */
export interface DrawnMap {
  /** All characters of its texts. */
  readonly letters: ReadonlySet<string>;
  /** The document, in pieces, with these `@font-face` rules in it; without any, its fonts are the reader's. `over` is drawn over all. */
  svg(fontFaces: string, over?: readonly Xml[]): readonly string[];
}

/** Lays a map out for export: cards as high as their words at 100%, whatever the screen's text size. */
export function* layingOut(map: ArgumentMap, forest: Forest, folded: Folding, look: Look): Steps<Laid> {
  const counts = branchCounts(forest);
  const isFolded = (claim: ClaimId) => folded.has(claim);
  const faces = yield* within(drawnFaces({ map, forest, look, counts, isFolded }), 0, 0.9);
  const sizeOf = (claim: ClaimId) => cardSize(claim, faces.get(claim)!, forest);
  yield 0.9;
  const picture = layoutOnPage({ map, forest, folded, sizeOf, stackLeaves: true });
  const heading = headingOf(map, Math.max(leastWidth, picture.bounds.width), look);
  return { map, look, faces, picture, heading, sheet: sheetOf(picture.bounds, heading) };
}

/**
 * Draws a map as a whole SVG document, with its title and question above it. Drawn from map and layout, never from the
 * screen; all text is text. `window` is how much of the sheet is to be seen, if not all.
 */
export function* drawing(laid: Laid, window: Rect = laid.sheet): Steps<DrawnMap> {
  const { map, look, picture, heading, sheet } = laid;
  const colours = palettes[look.theme];
  const direction = directionOf(map.about.language);
  const title = element("title", { id: "title" }, map.about.title.trim() || exportWords.untitled);
  const [asked, shown] = [map.about.question.trim(), picture.cards.size];
  const told = exportWords.describe(asked, shown, map.claims.size, look.seen?.said ?? "");
  const description = element("desc", { id: "desc" }, told);
  const pieces = [
    ...patternsOf(laid, colours).map(({ xml }) => xml),
    element("rect", { ...window, fill: colours.paper }).xml,
    ...drawnHeading(heading, sheet, direction, colours).map(({ xml }) => xml),
  ];
  const layers = [
    linesOf(picture, look, colours),
    drawnCards(laid, direction),
    chipsOf(picture, map, look, colours),
    badgesOf(picture, look, colours),
    sightsOf(laid, direction),
  ];
  for (const [at, layer] of layers.entries()) {
    pieces.push("<g>");
    yield* within(written(layer, pieces), at / layers.length, (at + 1) / layers.length);
    pieces.push("</g>");
  }
  const letters = yield* lettersOf(pieces);
  const opening = element("svg", rootAttributes(window, map, direction), "").xml.replace("</svg>", "");
  return {
    letters,
    svg: (fontFaces, over = []) => [
      `<?xml version="1.0" encoding="UTF-8"?>\n${opening}${title.xml}${description.xml}`,
      fontFaces && element("style", {}, fontFaces).xml,
      ...pieces,
      ...over.map(({ xml }) => xml),
      "</svg>\n",
    ],
  };
}

function* written(layer: Iterable<Xml>, pieces: string[]): Steps<void> {
  let count = 0;
  for (const { xml } of layer) {
    pieces.push(xml);
    if (++count % STEP_ELEMENTS === 0) yield 0.5;
  }
}

function* lettersOf(pieces: readonly string[]): Steps<ReadonlySet<string>> {
  const letters = new Set<string>();
  for (const [at, piece] of pieces.entries()) {
    for (const letter of piece) letters.add(letter);
    if (at % STEP_ELEMENTS === 0) yield 1;
  }
  return letters;
}

function* linesOf(picture: Picture, { seen }: Look, colours: Palette): Iterable<Xml> {
  if (!seen) return yield* drawnLines(picture, colours);
  const half = (isFaded: boolean): Picture => ({
    ...picture,
    trunks: picture.trunks.filter((line) => seen.fades(line) === isFaded),
    drops: picture.drops.filter((line) => seen.fades(line) === isFaded),
    brackets: picture.brackets.filter((line) => seen.fades(line) === isFaded),
    curves: picture.curves.filter((line) => seen.fades(line) === isFaded),
  });
  for (const line of drawnLines(half(true), colours)) yield stepped(line);
  yield* drawnLines(half(false), colours);
}

function stepped(drawn: Xml): Xml {
  return element("g", { opacity: faint }, drawn);
}

function* badgesOf({ drops }: Picture, { seen }: Look, colours: Palette): Iterable<Xml> {
  for (const drop of drops) {
    const badge = drawnBadge(drop, colours);
    yield seen?.fades(drop) === true ? stepped(badge) : badge;
  }
}

/** What a lens shows lies over the cards, so that a name on an upper edge is not covered. */
function* sightsOf({ picture, look }: Laid, direction: Direction): Iterable<Xml> {
  if (!look.seen) return;
  for (const [claim, rect] of picture.cards) yield* drawnSight(claim, rect, look.seen, { look, direction });
}

function patternsOf({ look: { seen }, picture }: Laid, colours: Palette): readonly Xml[] {
  if (!seen) return [];
  const inLegend = seen.legend.flatMap(({ paint }) => paint ?? []);
  const onCards = [...picture.cards.keys()].flatMap((claim) => seen.of(claim).paint);
  return [drawnPatterns([...inLegend, ...onCards], colours)];
}

function* chipsOf(picture: Picture, map: ArgumentMap, look: Look, colours: Palette): Iterable<Xml> {
  for (const bracket of picture.brackets) yield* drawnChips(bracket, map, look, colours);
}

function rootAttributes({ x, y, width, height }: Rect, map: ArgumentMap, direction: Direction) {
  return {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    role: "img",
    "aria-labelledby": "title desc",
    "xml:lang": map.about.language.trim() || null,
    direction: direction === "rtl" ? "rtl" : null,
  };
}

interface HeadingLine {
  readonly text: string;
  readonly style: TypeStyle;
  /** From the top of the heading down to the line. */
  readonly y: number;
}

/** What stands above the map. */
interface Heading {
  readonly lines: readonly HeadingLine[];
  /** From the top of the heading down to the legend. */
  readonly legendTop: number;
  readonly legend: Legend;
  /** With what is left free below it; 0 without any words. */
  readonly height: number;
}

function headingOf(map: ArgumentMap, width: number, look: Look): Heading {
  const lines: HeadingLine[] = [];
  let y = 0;
  const set = (text: string, style: TypeStyle) => {
    if (text.trim() === "") return;
    if (lines.length > 0) y += 6;
    for (const line of wrapText(text.trim(), width, (part) => look.measure(part, fontOf(style)))) {
      lines.push({ text: line, style, y });
      y += style.line;
    }
  };
  set(map.about.title, styles.title);
  set(map.about.question, styles.question);
  set(look.seen?.said ?? "", styles.seen);
  const legend = legendOf(look.seen?.legend ?? [], width, look);
  const legendTop = y + 6;
  const height = legend.height > 0 ? legendTop + legend.height : y;
  return { lines, legend, legendTop, height: height === 0 ? 0 : height + margin };
}

function sheetOf(bounds: Rect, heading: Heading): Rect {
  const width = Math.max(leastWidth, bounds.width);
  const left = Math.floor(bounds.x - (width - bounds.width) / 2 - margin);
  const top = Math.floor(bounds.y - heading.height - margin);
  return {
    x: left,
    y: top,
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(bounds.y + bounds.height + margin) - top,
  };
}

function drawnHeading(
  { lines, legend, legendTop }: Heading,
  sheet: Rect,
  direction: Direction,
  colours: Palette,
): readonly Xml[] {
  const x = direction === "ltr" ? sheet.x + margin : sheet.x + sheet.width - margin;
  const words = lines.map(({ text, style, y }) => {
    const own = directionOfText(text);
    const anchor = own === direction ? "start" : "end";
    const fill = style === styles.title ? colours.ink : colours.secondary;
    return drawnText(text, { x, y: sheet.y + margin + y, anchor, direction: own }, style, fill);
  });
  const top = { x, y: sheet.y + margin + legendTop };
  return [...words, ...drawnLegend(legend, top, direction, colours)];
}

function* drawnCards({ faces, picture, look }: Laid, direction: Direction): Iterable<Xml> {
  for (const [claim, rect] of picture.cards)
    yield look.seen?.of(claim).fade === "notYet"
      ? drawnFrame(rect, palettes[look.theme])
      : drawnCard(faces.get(claim)!, rect, direction, coloursFor(look, claim));
}
