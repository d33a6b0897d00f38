import { footerGapOf, heldPadding, marksOf, textBox, type CardFace } from "#export/card-face.ts";
import { directionOfText, type Direction } from "#export/direction.ts";
import type { Palette } from "#export/look.ts";
import { styles, type TypeStyle } from "#export/type.ts";
import { element, type Xml } from "#export/xml.ts";
import type { Rect } from "#layout/picture.ts";
import { card } from "#layout/sizes.ts";

/** A sheet of paper for one card: where its lines are, and how the next one is set. */
interface Sheet {
  readonly rect: Rect;
  readonly direction: Direction;
  readonly colours: Palette;
}

/** One card: its ground, its rail, its words. The badge belongs to the lines. */
export function drawnCard(face: CardFace, rect: Rect, direction: Direction, colours: Palette): Xml {
  const sheet = { rect, direction, colours };
  const top = rect.y + card.paddingTop;
  const textTop = top + card.eyebrow.line + card.eyebrowGap;
  const textBottom = textTop + face.lines.length * face.style.line;
  const arguersBottom = textBottom + (face.arguers === "" ? 0 : card.footerGap + card.footer.line);
  return element(
    "g",
    {},
    ...groundOf(face, sheet),
    ...eyebrowOf(face, top, sheet),
    ...face.lines.map((line, at) => claimLine(line, textTop + at * face.style.line, face, sheet)),
    ...arguersOf(face, textBottom + card.footerGap, sheet),
    ...footerOf(face, arguersBottom, sheet),
  );
}

/** Text at its place: `y` is the top of its line. */
export function drawnText(
  text: string | readonly (Xml | string)[],
  place: {
    readonly x: number;
    readonly y: number;
    readonly anchor: "start" | "end";
    readonly direction: Direction;
  },
  style: TypeStyle,
  fill: string,
): Xml {
  const baseline = place.y + style.line / 2 + style.size * 0.34;
  return element(
    "text",
    {
      x: place.x,
      y: baseline,
      "font-family": style.family,
      "font-size": style.size,
      "font-weight": style.weight,
      "text-anchor": place.anchor === "start" ? null : place.anchor,
      direction: place.direction,
      "xml:space": "preserve",
      fill,
    },
    ...(typeof text === "string" ? [text] : text),
  );
}

function groundOf({ kind }: CardFace, { rect, direction, colours }: Sheet): readonly Xml[] {
  const tint = kind === null ? colours.card : colours[`${kind}Tint`];
  const { x, y, width, height } = rect;
  const ground = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: card.radius - 0.5 };
  return [
    element("rect", { ...ground, fill: tint, stroke: colours.hairline }),
    element("path", { d: railPath(rect, direction), fill: colourOf(kind, colours) }),
  ];
}

function colourOf(kind: CardFace["kind"], colours: Palette): string {
  return kind === null ? colours.ink : colours[kind];
}

/** A strip along the leading edge, inside the card's round corners. */
function railPath({ x, y, width, height }: Rect, direction: Direction): string {
  const { radius, rail } = card;
  const outward = direction === "ltr" ? -1 : 1;
  const edge = direction === "ltr" ? x : x + width;
  const inner = edge - outward * rail;
  const reach = radius - Math.sqrt(radius ** 2 - (radius - rail) ** 2);
  const sweep = direction === "ltr" ? 0 : 1;
  const round = `A${radius} ${radius} 0 0 ${sweep}`;
  return `M${inner} ${y + reach}${round} ${edge} ${y + radius}V${y + height - radius}${round} ${inner} ${y + height - reach}Z`;
}

function eyebrowOf(face: CardFace, y: number, sheet: Sheet): readonly Xml[] {
  const { rect, direction, colours } = sheet;
  const place = { x: edgeAt("start", rect, direction), y, anchor: "start", direction } as const;
  const { weight } = styles.label;
  const label = element("tspan", { "font-weight": weight, fill: colours.secondary }, `  ·  ${face.label}`);
  const words = face.label === "" ? [face.eyebrow] : [face.eyebrow, label];
  return [drawnText(words, place, styles.eyebrow, colourOf(face.kind, colours))];
}

/** A line of the claim, set from the side on which its own script begins. */
function claimLine(line: string, y: number, face: CardFace, { rect, direction, colours }: Sheet): Xml {
  const own = directionOfText(face.lines.join(" "));
  const x = edgeAt(own === direction ? "start" : "end", rect, direction);
  const fill = face.isBlank ? colours.secondary : colours.ink;
  return drawnText(line, { x, y, anchor: "start", direction: own }, face.style, fill);
}

function arguersOf({ arguers }: CardFace, y: number, { rect, direction, colours }: Sheet): readonly Xml[] {
  if (arguers === "") return [];
  const place = { x: edgeAt("start", rect, direction), y, anchor: "start", direction } as const;
  return [drawnText(arguers, place, styles.arguers, colours.secondary)];
}

/** `top` is where what stands above it ends. */
function footerOf(face: CardFace, top: number, sheet: Sheet): readonly Xml[] {
  const y = top + footerGapOf(face);
  const { rect, direction, colours } = sheet;
  const marks = face.held === "" ? marksOf(face) : [];
  const start = { x: edgeAt("start", rect, direction), anchor: "start", direction } as const;
  const citation = face.citation.map((line, at) =>
    drawnText(line, { ...start, y: y + at * card.footer.line }, styles.footer, colours.secondary),
  );
  const rows = Math.max(marks.length > 0 ? 1 : 0, citation.length);
  const heldTop = rows === 0 ? top + card.footerGap : y + rows * card.footer.line + card.footerGap;
  return [...citation, ...drawnMarks(marks, y, sheet), ...heldOf(face, heldTop, sheet)];
}

/** Always from left to right: a sign belongs before its number. */
function drawnMarks(
  marks: readonly string[],
  y: number,
  { rect, direction, colours }: Sheet,
): readonly Xml[] {
  if (marks.length === 0) return [];
  const anchor = direction === "ltr" ? "end" : "start";
  const place = { x: edgeAt("end", rect, direction), y, anchor, direction: "ltr" } as const;
  const spans = marks.map((mark, at) => {
    const fill = mark.startsWith("+") ? colours.supports : colours.opposes;
    return element("tspan", { fill }, at === 0 ? mark : ` ${mark}`);
  });
  return [drawnText(spans, place, styles.count, colours.secondary)];
}

function heldOf(face: CardFace, y: number, { rect, direction, colours }: Sheet): readonly Xml[] {
  if (face.held === "") return [];
  const { width } = textBox(rect.width);
  const x = edgeAt("start", rect, direction);
  const end = direction === "ltr" ? x + width : x - width;
  const rule = element("path", { d: `M${x} ${y + 0.5}H${end}`, stroke: colours.hairline, fill: "none" });
  const place = { x, y: y + heldPadding, anchor: "start", direction } as const;
  return [rule, drawnText(face.held, place, { ...styles.footer, weight: 500 }, colours.secondary)];
}

/** The x of the leading or trailing end of a card's lines. */
function edgeAt(end: "start" | "end", rect: Rect, direction: Direction): number {
  const { start, width } = textBox(rect.width);
  const fromLeading = end === "start" ? start : start + width;
  return direction === "ltr" ? rect.x + fromLeading : rect.x + rect.width - fromLeading;
}
