import { drawnCard, drawnText } from "#export/card-drawing.ts";
import { cardSizes, faceOf, type FaceSource } from "#export/card-face.ts";
import { directionOfText, type Direction } from "#export/direction.ts";
import { drawnBadge, drawnChips, drawnLines } from "#export/line-drawing.ts";
import { palettes, type Look, type Palette } from "#export/look.ts";
import { fontOf, styles, type TypeStyle } from "#export/type.ts";
import { wrapText } from "#export/wrap.ts";
import { element, type Xml } from "#export/xml.ts";
import { layoutOnPage } from "#layout/layout.ts";
import type { Picture, Rect } from "#layout/picture.ts";
import { branchCounts } from "#model/counts.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { directionOf } from "#model/direction.ts";
import { exportWords } from "#words/export.ts";

const margin = 40;
/** Room for the title, where the map itself is narrower. */
const leastWidth = 480;

/** Lays a map out for export: cards as high as their words at 100%, whatever the screen's text size. */
export function exportPicture(
  map: ArgumentMap,
  forest: Forest,
  folded: ReadonlySet<ClaimId>,
  look: Look,
): Picture {
  const sizeOf = cardSizes({
    map,
    forest,
    look,
    counts: branchCounts(forest),
    isFolded: (claim) => folded.has(claim),
  });
  return layoutOnPage({ map, forest, folded, sizeOf, stackLeaves: true });
}

/**
 * The picture as a whole SVG document, with the map's title and question above it. Drawn from map and layout,
 * never from the screen; all text is text.
 */
export function mapToSvg(map: ArgumentMap, forest: Forest, picture: Picture, look: Look): string {
  const colours = palettes[look.theme];
  const direction = directionOf(map.about.language);
  const heading = headingOf(map, Math.max(leastWidth, picture.bounds.width), look);
  const sheet = sheetOf(picture.bounds, heading);
  const svg = element(
    "svg",
    { ...rootAttributes(sheet, map, direction) },
    element("title", { id: "title" }, map.about.title.trim() || exportWords.untitled),
    element(
      "desc",
      { id: "desc" },
      exportWords.describe(map.about.question.trim(), picture.cards.size, map.claims.size),
    ),
    ...(look.fontFaces ? [element("style", {}, look.fontFaces)] : []),
    element("rect", { ...sheet, fill: colours.paper }),
    ...drawnHeading(heading, sheet, direction, colours),
    element("g", {}, ...drawnLines(picture, colours)),
    element("g", {}, ...drawnCards(map, forest, picture, look)),
    element("g", {}, ...picture.brackets.flatMap((bracket) => drawnChips(bracket, map, look, colours))),
    element("g", {}, ...picture.drops.map((drop) => drawnBadge(drop, colours))),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.xml}\n`;
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

function headingOf(map: ArgumentMap, width: number, look: Look): readonly HeadingLine[] {
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
  return lines;
}

function headingHeight(heading: readonly HeadingLine[]): number {
  const last = heading.at(-1);
  return last === undefined ? 0 : last.y + last.style.line + margin;
}

function sheetOf(bounds: Rect, heading: readonly HeadingLine[]): Rect {
  const width = Math.max(leastWidth, bounds.width);
  const left = Math.floor(bounds.x - (width - bounds.width) / 2 - margin);
  const top = Math.floor(bounds.y - headingHeight(heading) - margin);
  return {
    x: left,
    y: top,
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(bounds.y + bounds.height + margin) - top,
  };
}

function drawnHeading(
  heading: readonly HeadingLine[],
  sheet: Rect,
  direction: Direction,
  colours: Palette,
): readonly Xml[] {
  const x = direction === "ltr" ? sheet.x + margin : sheet.x + sheet.width - margin;
  return heading.map(({ text, style, y }) => {
    const own = directionOfText(text);
    const anchor = own === direction ? "start" : "end";
    const fill = style === styles.title ? colours.ink : colours.secondary;
    return drawnText(text, { x, y: sheet.y + margin + y, anchor, direction: own }, style, fill);
  });
}

function drawnCards(map: ArgumentMap, forest: Forest, picture: Picture, look: Look): readonly Xml[] {
  const isFolded = (claim: ClaimId) =>
    !(forest.nodes.get(claim)?.children ?? []).some((child) => picture.cards.has(child));
  const source: FaceSource = { map, forest, look, counts: branchCounts(forest), isFolded };
  const direction = directionOf(map.about.language);
  return [...picture.cards].map(([claim, rect]) =>
    drawnCard(faceOf(claim, rect.width, source), rect, direction, palettes[look.theme]),
  );
}
