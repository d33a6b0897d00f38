import { drawnText } from "#export/card-drawing.ts";
import { directionOfText, type Direction } from "#export/direction.ts";
import type { Look, Palette } from "#export/look.ts";
import { fontOf, styles } from "#export/type.ts";
import { fittedText } from "#export/wrap.ts";
import { element, type Xml } from "#export/xml.ts";
import type { Drop, Picture, PlacedBracket, Point, Rect } from "#layout/picture.ts";
import { badgeSize } from "#layout/sizes.ts";
import type { ArgumentMap } from "#model/map.ts";
import { exportWords } from "#words/export.ts";

const stroke = { fill: "none", "stroke-width": 2, "stroke-linecap": "round" } as const;
const dashes = "6 5";
const chipPadding = 12;

/** The lines below the cards: trunks, drops, brackets and cross-links. */
export function* drawnLines(picture: Picture, colours: Palette): Iterable<Xml> {
  for (const { path, kind } of picture.curves)
    yield element("path", {
      ...stroke,
      d: path,
      stroke: colours[kind],
      "stroke-width": 1.5,
      "stroke-opacity": 0.6,
      "stroke-dasharray": kind === "opposes" ? dashes : null,
    });
  for (const { path } of picture.trunks) yield element("path", { ...stroke, d: path, stroke: colours.line });
  for (const { path, kind } of picture.brackets)
    yield element("path", { ...stroke, d: path, stroke: colours[kind] });
  for (const drop of picture.drops) yield* drawnDrop(drop, colours);
}

function drawnDrop({ path, kind, joint }: Drop, colours: Palette): readonly Xml[] {
  const dash = kind === "opposes" ? dashes : null;
  const line = element("path", { ...stroke, d: path, stroke: colours[kind], "stroke-dasharray": dash });
  if (joint === null) return [line];
  const { x, y } = joint;
  return [
    line,
    element("circle", { cx: x, cy: y, r: 4, fill: colours[kind], stroke: colours.paper, "stroke-width": 2 }),
  ];
}

/** A round + or a square −, over the edge that the drop reaches. */
export function drawnBadge({ badge, kind }: Drop, colours: Palette): Xml {
  const { x, y } = badge;
  const half = badgeSize / 2;
  const fill = { fill: colours[kind], stroke: colours.paper, "stroke-width": 2 };
  const ground =
    kind === "supports"
      ? element("circle", { cx: x, cy: y, r: half - 1, ...fill })
      : element("rect", {
          x: x - half + 2,
          y: y - half + 2,
          width: badgeSize - 4,
          height: badgeSize - 4,
          rx: 4,
          ...fill,
        });
  const upright = kind === "supports" ? `M${x} ${y - 5}V${y + 5}` : "";
  const sign = element("path", {
    ...stroke,
    d: `M${x - 5} ${y}H${x + 5}${upright}`,
    stroke: colours.onColour,
  });
  return element("g", {}, ground, sign);
}

/** "see …": premises of a bracket that are drawn elsewhere. */
export function drawnChips(
  { elsewhere, kind }: PlacedBracket,
  map: ArgumentMap,
  look: Look,
  colours: Palette,
): readonly Xml[] {
  return elsewhere.flatMap(({ claim, rect }) => {
    const record = map.claims.get(claim);
    const words = exportWords.see(record?.label.trim() || record?.text || exportWords.noWords);
    const text = fittedText(words, rect.width - 2 * chipPadding, (line) =>
      look.measure(line, fontOf(styles.chip)),
    );
    const place = { ...chipText(rect, directionOfText(text)), anchor: "start" } as const;
    return [
      element("rect", {
        ...inset(rect),
        rx: rect.height / 2 - 0.5,
        fill: colours.card,
        stroke: colours[kind],
      }),
      drawnText(text, place, styles.chip, colours.ink),
    ];
  });
}

function chipText({ x, y, width, height }: Rect, direction: Direction): Point & { direction: Direction } {
  const start = direction === "ltr" ? x + chipPadding : x + width - chipPadding;
  return { x: start, y: y + (height - styles.chip.line) / 2, direction };
}

function inset({ x, y, width, height }: Rect): Rect {
  return { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
}
