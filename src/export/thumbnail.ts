import { palettes, type Palette } from "#export/look.ts";
import { element, type Xml } from "#export/xml.ts";
import { layoutOnPage } from "#layout/layout.ts";
import type { Picture, Rect, Size } from "#layout/picture.ts";
import { card, cardWidth, thesisWidth } from "#layout/sizes.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { RelationKind } from "#model/relation.ts";

/** Deeper levels are left out as soon as they would bring more cards than this. */
const mostCards = 20;
const mostLines = 7;
/** Characters on one line of a card, by and large. */
const lineLength = 30;
/** A thumbnail is at least this wide for its height; what is lower is cut off. */
const leastAspect = 16 / 9;
const margin = 24;
const stroke = 8;

/** The top of a map in small, as a whole SVG document: blocks and lines, no words. In both themes, as the page around it has it. */
export function thumbnail(map: ArgumentMap, whole: Forest): string {
  const forest = trimmed(whole);
  const sizeOf = (claim: ClaimId) => roughSize(map, forest, claim);
  const folded = foldedFor(forest);
  const picture = layoutOnPage({ map, forest, folded, sizeOf, stackLeaves: true });
  const { x, y, width, height } = sheetOf(picture.bounds);
  const svg = element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `${x} ${y} ${width} ${height}`, width, height },
    element("style", {}, themeRules),
    ...drawnLines(picture),
    ...[...picture.cards].map(([claim, rect]) => drawnBlock(rect, kindOf(map, forest, claim))),
  );
  return svg.xml;
}

/** The first theses, each with its first answers: however broad a map is, its thumbnail costs little. */
function trimmed(forest: Forest): Forest {
  const roots = forest.roots.slice(0, mostCards);
  const nodes = new Map(forest.nodes);
  for (const root of roots) {
    const node = nodes.get(root);
    if (node === undefined) continue;
    const answers = node.answers.slice(0, mostCards);
    nodes.set(root, { ...node, answers, children: answers.flatMap(({ premises }) => premises) });
  }
  return { ...forest, roots, nodes };
}

/** Level by level from the theses, as long as there are few enough cards; the first answers are always in. */
function foldedFor(forest: Forest): ReadonlySet<ClaimId> {
  let level = forest.roots;
  let shown = level.length;
  for (let isFirst = true; ; isFirst = false) {
    const next = level.flatMap((claim) => forest.nodes.get(claim)?.children ?? []);
    if (next.length === 0 || (!isFirst && shown + next.length > mostCards)) return new Set(level);
    shown += next.length;
    level = next;
  }
}

function roughSize(map: ArgumentMap, forest: Forest, claim: ClaimId): Size {
  const isThesis = (forest.nodes.get(claim)?.relation ?? null) === null;
  const style = isThesis ? card.thesis : card.text;
  const lines = Math.min(mostLines, Math.ceil((map.claims.get(claim)?.text.length ?? 0) / lineLength));
  return {
    width: isThesis ? thesisWidth : cardWidth,
    height: 2 * card.paddingTop + (1 + lines) * style.line,
  };
}

function sheetOf({ x, y, width, height }: Rect): Rect {
  const wide = Math.max(width, thesisWidth) + 2 * margin;
  return {
    x: x + width / 2 - wide / 2,
    y: y - margin,
    width: wide,
    height: Math.max(1, Math.min(height + 2 * margin, wide / leastAspect)),
  };
}

function kindOf(map: ArgumentMap, forest: Forest, claim: ClaimId): RelationKind | null {
  const relation = forest.nodes.get(claim)?.relation ?? null;
  return relation === null ? null : (map.relations.get(relation)?.kind ?? null);
}

const { light, dark } = palettes;

/** The elements carry the light theme's colours; these rules bring the dark one's. */
const themeRules = `@media (prefers-color-scheme: dark) {
.card { fill: ${dark.card}; stroke: ${dark.hairline} }
.words { fill: ${dark.hairline} }
.line { stroke: ${dark.line} }
${(["supports", "opposes"] as const).map((kind) => kindRules(kind, dark)).join("\n")}
.thesis { fill: ${dark.ink} }
}`;

function kindRules(kind: RelationKind, colours: Palette): string {
  return `.${kind} { fill: ${colours[kind]} } .line.${kind} { fill: none; stroke: ${colours[kind]} }`;
}

function drawnLines({ trunks, drops, brackets }: Picture): readonly Xml[] {
  return [
    ...trunks.map(({ path }) => drawnLine(path, null)),
    ...brackets.map(({ path, kind }) => drawnLine(path, kind)),
    ...drops.map(({ path, kind }) => drawnLine(path, kind)),
  ];
}

function drawnLine(path: string, kind: RelationKind | null): Xml {
  return element("path", {
    class: kind === null ? "line" : `line ${kind}`,
    d: path,
    fill: "none",
    stroke: kind === null ? light.line : light[kind],
    "stroke-width": stroke,
  });
}

function drawnBlock(rect: Rect, kind: RelationKind | null): Xml {
  const { x, y, width, height } = rect;
  const ground = { x, y, width, height, rx: 14, fill: light.card, stroke: light.hairline, "stroke-width": 4 };
  const rail = { x, y, width: 18, height, rx: 9, fill: kind === null ? light.ink : light[kind] };
  return element(
    "g",
    {},
    element("rect", { class: "card", ...ground }),
    element("rect", { class: kind ?? "thesis", ...rail }),
    ...barsIn(rect).map((bar) => element("rect", { class: "words", ...bar, rx: 6, fill: light.hairline })),
  );
}

/** Grey bars where the lines of text would be, the last one shorter. */
function barsIn({ x, y, width, height }: Rect): readonly Rect[] {
  const step = 34;
  const count = Math.max(1, Math.floor((height - 2 * card.paddingTop) / step));
  return Array.from({ length: count }, (_, at) => ({
    x: x + 40,
    y: y + card.paddingTop + 6 + at * step,
    width: (width - 68) * (at === count - 1 ? 0.6 : 1),
    height: 14,
  }));
}
