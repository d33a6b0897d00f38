import type { Look } from "#export/look.ts";
import { fontOf, styles, type TypeStyle } from "#export/type.ts";
import { fittedText, wrapText } from "#export/wrap.ts";
import type { Size } from "#layout/picture.ts";
import { card, cardWidth, thesisWidth } from "#layout/sizes.ts";
import type { Claim } from "#model/claim.ts";
import { type Counts, directCounts } from "#model/counts.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation, RelationKind } from "#model/relation.ts";
import type { Steps } from "#model/steps.ts";
import { exportWords } from "#words/export.ts";

/** What an exported card says, broken into lines. */
export interface CardFace {
  readonly kind: RelationKind | null;
  readonly eyebrow: string;
  readonly label: string;
  readonly style: TypeStyle;
  readonly lines: readonly string[];
  readonly isBlank: boolean;
  /** Who argued it; empty where the map does not say. */
  readonly arguers: string;
  readonly citation: readonly string[];
  readonly reasons: number;
  readonly objections: number;
  /** What it holds while its branch is not drawn; empty otherwise. */
  readonly held: string;
}

/** What a map's faces are made from. */
export interface FaceSource {
  readonly map: ArgumentMap;
  readonly forest: Forest;
  readonly look: Look;
  /** Reasons and objections in the whole branch below a claim. */
  readonly counts: ReadonlyMap<ClaimId, Counts>;
  /** Claims whose branches are not drawn. */
  readonly isFolded: (claim: ClaimId) => boolean;
}

const side = { start: card.rail + card.paddingSide, end: card.paddingSide };
const none: Counts = { reasons: 0, objections: 0 };
const bottomPadding = card.paddingTop - 1;

/** Where text stands from a card's leading edge, and how wide it can be. */
export function textBox(width: number): { readonly start: number; readonly width: number } {
  return { start: side.start, width: width - side.start - side.end };
}

function faceOf(id: ClaimId, width: number, source: FaceSource): CardFace {
  const { map, forest, look } = source;
  const node = forest.nodes.get(id);
  const claim = map.claims.get(id);
  const relation = map.relations.get(node?.relation ?? ("" as Relation["id"]));
  const style = relation === undefined ? styles.thesis : styles.claim;
  const text = claim?.text ?? "";
  const isBlank = text.trim() === "";
  const room = textBox(width).width;
  const face = {
    kind: relation?.kind ?? null,
    eyebrow: eyebrowOf(relation),
    style,
    isBlank,
    lines: wrapText(isBlank ? exportWords.noWords : text, room, (line) => look.measure(line, fontOf(style))),
    ...(node === undefined ? none : directCounts(node)),
    held:
      node !== undefined && node.children.length > 0 && source.isFolded(id)
        ? exportWords.held(source.counts.get(id) ?? none)
        : "",
  };
  return {
    ...face,
    label: labelOf(claim, face.eyebrow, room, look),
    arguers: arguersOf(claim, room, look),
    citation: citationOf(claim, face, room, look),
  };
}

/** How high the face is, at any width. */
function faceHeight(face: CardFace): number {
  const { style, lines, arguers, citation, reasons, objections, held } = face;
  const hasFooter = citation.length > 0 || (held === "" && reasons + objections > 0);
  return (
    card.paddingTop +
    card.eyebrow.line +
    card.eyebrowGap +
    lines.length * style.line +
    (arguers === "" ? 0 : card.footerGap + card.footer.line) +
    (hasFooter ? footerGapOf(face) + Math.max(1, citation.length) * card.footer.line : 0) +
    (held === "" ? 0 : card.footerGap + heldPadding + card.footer.line) +
    bottomPadding
  );
}

/** From what stands above the footer down to it. */
export function footerGapOf({ arguers }: Pick<CardFace, "arguers">): number {
  return arguers === "" ? card.footerGap : card.arguersGap;
}

/** From the top of the hairline above what a folded card holds down to its words. */
export const heldPadding = 9;

/** How many faces a step makes, some 10 ms of work: their words are measured. */
const STEP_FACES = 50;

/** The faces of the cards that are drawn: of all claims but those below a folded one. */
export function* drawnFaces(source: FaceSource): Steps<ReadonlyMap<ClaimId, CardFace>> {
  const faces = new Map<ClaimId, CardFace>();
  const waiting = source.forest.roots.toReversed();
  for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop()) {
    faces.set(claim, faceOf(claim, widthOf(claim, source.forest), source));
    if (!source.isFolded(claim))
      waiting.push(...(source.forest.nodes.get(claim)?.children ?? []).toReversed());
    if (faces.size % STEP_FACES === 0) yield faces.size / source.forest.nodes.size;
  }
  return faces;
}

/** The size of a card in an export, for a `LayoutRequest`. */
export function cardSize(claim: ClaimId, face: CardFace, forest: Forest): Size {
  return { width: widthOf(claim, forest), height: faceHeight(face) };
}

function widthOf(claim: ClaimId, forest: Forest): number {
  return (forest.nodes.get(claim)?.relation ?? null) === null ? thesisWidth : cardWidth;
}

function eyebrowOf(relation: Relation | undefined): string {
  if (relation === undefined) return exportWords.thesis;
  const isOnStep = relation.target.type === "relation";
  if (relation.kind === "supports") return isOnStep ? exportWords.reasonForStep : exportWords.reason;
  return isOnStep ? exportWords.objectionToStep : exportWords.objection;
}

function labelOf(claim: Claim | undefined, eyebrow: string, room: number, look: Look): string {
  const label = claim?.label.trim() ?? "";
  if (label === "") return "";
  const taken = look.measure(`${eyebrow}  · `, fontOf(styles.eyebrow));
  return fittedText(label, room - taken, (text) => look.measure(text, fontOf(styles.label)));
}

function arguersOf(claim: Claim | undefined, room: number, look: Look): string {
  const arguers = claim === undefined ? "" : look.arguersOf(claim);
  return fittedText(arguers, room, (text) => look.measure(text, fontOf(styles.arguers)));
}

function citationOf(
  claim: Claim | undefined,
  face: Pick<CardFace, "reasons" | "objections" | "held">,
  room: number,
  look: Look,
): readonly string[] {
  const citation = claim === undefined ? "" : look.citationOf(claim).trim();
  if (citation === "") return [];
  const marks = face.held === "" ? marksOf(face).join(" ") : "";
  const taken = marks === "" ? 0 : look.measure(marks, fontOf(styles.count)) + 12;
  return wrapText(citation, room - taken, (text) => look.measure(text, fontOf(styles.footer)));
}

/** "+2" and "−1", where there are any. */
export function marksOf({ reasons, objections }: Counts): readonly string[] {
  return [...(reasons > 0 ? [`+${reasons}`] : []), ...(objections > 0 ? [`−${objections}`] : [])];
}
