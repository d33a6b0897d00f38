import { arguersOn } from "#elements/map/arguers.ts";
import { type Counts, directCounts } from "#model/counts.ts";
import type { Aspect } from "#model/comparison.ts";
import type { Folding } from "#model/first-folding.ts";
import type { Forest, ForestNode } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation, RelationKind } from "#model/relation.ts";
import { mapWords } from "#words/map.ts";

/** What a claim is where it is drawn; names a sentence of `mapWords`. */
export type CardRole = "thesis" | "reason" | "objection" | "reasonForStep" | "objectionToStep";

/** All that a card shows and says of its claim: plain values, so that two faces compare field by field. */
export interface CardFace {
  readonly claim: ClaimId;
  readonly role: CardRole;
  /** `null` for a thesis. */
  readonly kind: RelationKind | null;
  readonly label: string;
  readonly text: string;
  readonly language: string;
  /** A short citation; empty when there is none. */
  readonly citation: string;
  /** Who argued it, in one line; empty where the map does not say. */
  readonly arguers: string;
  readonly hasNote: boolean;
  /** How many images it shows. */
  readonly images: number;
  /** How many other claims or steps it also bears on. */
  readonly links: number;
  readonly reasons: number;
  readonly objections: number;
  /** What it holds while it is folded; empty when it is not. */
  readonly held: string;
  /** How it differs in the comparison that is on screen: "Reworded, Moved"; empty where it does not, or there is none. */
  readonly mark: string;
  /** Whether it is drawn only because the comparison shows what went. */
  readonly isGone: boolean;
  /** The name for screen readers. */
  readonly name: string;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  /** `null` where nothing is below it. */
  readonly expanded: boolean | null;
}

/** The face of no claim, for what waits for one. */
export const blankFace: CardFace = {
  claim: "" as ClaimId,
  role: "thesis",
  kind: null,
  label: "",
  text: "",
  language: "",
  citation: "",
  arguers: "",
  hasNote: false,
  images: 0,
  links: 0,
  reasons: 0,
  objections: 0,
  held: "",
  mark: "",
  isGone: false,
  name: "",
  level: 1,
  position: 1,
  siblings: 1,
  expanded: null,
};

/** What faces are made from. */
export interface FaceSource {
  readonly map: ArgumentMap;
  readonly forest: Forest;
  readonly folding: Folding;
  /** Reasons and objections in the whole branch below a claim. */
  readonly counts: ReadonlyMap<ClaimId, Counts>;
  /** In what claims differ, where two maps are compared. */
  readonly aspects?: ReadonlyMap<ClaimId, readonly Aspect[]> | undefined;
  citationOf(map: ArgumentMap, claim: ClaimId): string;
}

/** The faces of claims that are shown, in the order given. */
export function facesOf(source: FaceSource, claims: readonly ClaimId[]): ReadonlyMap<ClaimId, CardFace> {
  const faceOfClaim = facing(source);
  const faces = new Map<ClaimId, CardFace>();
  for (const claim of claims) {
    const face = faceOfClaim(claim);
    if (face !== undefined) faces.set(claim, face);
  }
  return faces;
}

/** Makes the face of one claim that is shown, or `undefined` where the forest has no such claim. */
export function facing(source: FaceSource): (claim: ClaimId) => CardFace | undefined {
  const links = linksOf(source.forest);
  const places = placing(source.forest);
  return (claim) => {
    const node = source.forest.nodes.get(claim);
    return node && { ...faceOf(source, node, links.get(claim) ?? 0), ...places(node) };
  };
}

export function isSameFace(a: CardFace | null | undefined, b: CardFace | null | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return (Object.keys(a) as (keyof CardFace)[]).every((field) => a[field] === b[field]);
}

/** What a claim is called where it is drawn: "Reason", "Objection to this step". */
export function roleOf(relation: Relation | undefined): CardRole {
  if (relation === undefined) return "thesis";
  const onStep = relation.target.type === "relation";
  if (relation.kind === "supports") return onStep ? "reasonForStep" : "reason";
  return onStep ? "objectionToStep" : "objection";
}

function faceOf(
  { map, forest, folding, counts, aspects, citationOf }: FaceSource,
  node: ForestNode,
  links: number,
): Omit<CardFace, "position" | "siblings"> {
  const { claim } = node;
  const record = map.claims.get(claim);
  const relation = node.relation === null ? undefined : map.relations.get(node.relation);
  const isFolded = node.children.length > 0 && folding.has(claim);
  const held = isFolded ? mapWords.count(counts.get(claim) ?? directCounts(node)) : "";
  const differing = aspects?.get(claim) ?? [];
  const face = {
    claim,
    role: roleOf(relation),
    kind: relation?.kind ?? null,
    label: record?.label ?? "",
    text: record?.text ?? "",
    language: map.about.language,
    citation: citationOf(map, claim),
    arguers: arguersOn(map, claim, relation === undefined),
    hasNote: (record?.note ?? "") !== "",
    images: record?.images.length ?? 0,
    links,
    ...directCounts(node),
    held,
    mark: differing.map((aspect) => mapWords.marks[aspect]).join(", "),
    isGone: differing.includes("removed"),
    level: node.depth + 1,
    expanded: node.children.length === 0 ? null : !isFolded,
  };
  return { ...face, name: nameOf(face, relation, map, forest, node) };
}

function nameOf(
  face: Pick<CardFace, "role" | "text" | "held" | "links" | "hasNote" | "images" | "mark">,
  relation: Relation | undefined,
  map: ArgumentMap,
  forest: Forest,
  node: ForestNode,
): string {
  const word =
    face.role === "thesis"
      ? mapWords.thesis
      : relation?.kind === "opposes"
        ? mapWords.objection
        : mapWords.reason;
  const attacked = relation?.target.type === "relation" && node.parent !== null ? node.parent : null;
  const others = (relation?.premises.filter((premise) => forest.nodes.has(premise)).length ?? 1) - 1;
  const notes = [
    ...(face.mark === "" ? [] : [face.mark.toLowerCase()]),
    ...(attacked === null ? [] : [mapWords.toTheStep(shortened(map.claims.get(attacked)?.text ?? ""))]),
    ...(others > 0 ? [mapWords.together(others)] : []),
    ...(face.links > 0 ? [mapWords.alsoAnswers(face.links)] : []),
    ...(face.hasNote ? [mapWords.hasNote] : []),
    ...(face.images > 0 ? [mapWords.hasImages(face.images)] : []),
    ...(face.held === "" ? [] : [mapWords.folded(face.held)]),
  ];
  const text = face.text.trim() === "" ? mapWords.noWords : face.text;
  return `${word}: ${text}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
}

function shortened(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, " ").trim()];
  return characters.length <= 60 ? characters.join("") : `${characters.slice(0, 59).join("").trimEnd()}…`;
}

/** How many cross-links each claim has; those without any are left out. */
export function linksOf({ crossLinks }: Forest): ReadonlyMap<ClaimId, number> {
  const links = new Map<ClaimId, number>();
  for (const { premise } of crossLinks) links.set(premise, (links.get(premise) ?? 0) + 1);
  return links;
}

type Place = Pick<CardFace, "position" | "siblings">;

/** Where a claim stands among its siblings, counted from 1; siblings are counted when one of them is asked about. */
function placing({ roots, nodes }: Forest): (node: ForestNode) => Place {
  const places = new Map<ClaimId, Place>();
  return ({ claim, parent }) => {
    if (!places.has(claim)) {
      const siblings = parent === null ? roots : (nodes.get(parent)?.children ?? [claim]);
      siblings.forEach((each, at) => places.set(each, { position: at + 1, siblings: siblings.length }));
    }
    return places.get(claim) ?? { position: 1, siblings: 1 };
  };
}
