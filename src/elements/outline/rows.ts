import { type CardFace, type FaceSource, facesOf, isSameFace } from "#elements/map/face.ts";
import { inShort } from "#elements/dialogs/targets.ts";
import type { CardSight, Sights } from "#elements/map/sights.ts";
import type { Branching, CrossLink, Forest, ForestNode } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { RelationKind } from "#model/relation.ts";
import { writeAddress } from "#session/address.ts";
import { outlineWords as words } from "#words/outline.ts";

/** A way to a claim that is drawn elsewhere: "also supports …". */
export interface OutlineLink {
  readonly words: string;
  readonly claim: ClaimId;
  /** Its sentence, in short. */
  readonly text: string;
  readonly href: string;
}

/** The line that runs down beside a branch, at one level of a row. */
export interface Guide {
  readonly kind: RelationKind;
  /** Where the row stands in a bracket of co-premises at this level; `null` where there is none. */
  readonly bracket: "start" | "middle" | "end" | null;
}

/** What rows are made from. */
export interface RowSource extends FaceSource {
  /** How the map is looked at; `null` where all is as ever. */
  readonly sights: Sights | null;
}

/** One line of the outline: plain values. */
export interface OutlineRow {
  /** What it says: with what is said in place of names where these are hidden. */
  readonly face: CardFace;
  /** What it shows besides; `null` where all is as ever. */
  readonly sight: CardSight | null;
  /** The face's name, with where else the claim bears. */
  readonly name: string;
  /** What the row shows beside its name; `null` for nothing. */
  readonly description: string | null;
  /** One for each level below the thesis, its own last; of a deep row the innermost `mostGuides`. */
  readonly guides: readonly Guide[];
  /** Whether it works together with the co-premise before it. */
  readonly joins: boolean;
  readonly links: readonly OutlineLink[];
}

/** Deeper rows are indented no further, so that their text keeps its room. */
export const mostGuides = 12;

/** The rows of the claims that are shown, in their order. A row that says what it said before is the same object. */
export function rowsOf(
  source: RowSource,
  shown: readonly ClaimId[],
  before: ReadonlyMap<ClaimId, OutlineRow>,
): readonly OutlineRow[] {
  const { map, forest, sights } = source;
  const faces = facesOf(source, shown);
  const brackets = bracketsOf(forest);
  const links = crossLinksOf(forest);
  return shown.flatMap((claim) => {
    const face = faces.get(claim);
    const node = forest.nodes.get(claim);
    if (face === undefined || node === undefined) return [];
    const bracket = brackets.get(claim);
    const also = [
      ...togetherOf(map, bracket, claim),
      ...(links.get(claim) ?? []).flatMap(alsoOf(map, forest)),
    ];
    const joins = bracket !== undefined && bracket.premises[0] !== claim;
    const sight = sights?.of(claim, face, "row") ?? null;
    const said = sight === null ? face : { ...face, ...sight.over };
    const row = {
      face: said,
      sight,
      name: nameWith(face.name, also),
      description: descriptionOf(said, joins, sight),
      guides: guidesOf(source, brackets, node),
      joins,
      links: also,
    };
    const same = before.get(claim);
    return [same !== undefined && isSameRow(same, row) ? same : row];
  });
}

/** The branchings that hold several premises, drawn here or elsewhere, by each premise that is drawn here. */
function bracketsOf(forest: Forest): ReadonlyMap<ClaimId, Branching> {
  const brackets = new Map<ClaimId, Branching>();
  for (const { answers, undercutters } of forest.nodes.values()) {
    for (const branching of [...answers, ...undercutters]) {
      if (branching.premises.length + branching.elsewhere.length < 2) continue;
      for (const premise of branching.premises) brackets.set(premise, branching);
    }
  }
  return brackets;
}

function crossLinksOf(forest: Forest): ReadonlyMap<ClaimId, readonly CrossLink[]> {
  const links = new Map<ClaimId, CrossLink[]>();
  for (const link of forest.crossLinks) {
    const list = links.get(link.premise);
    if (list === undefined) links.set(link.premise, [link]);
    else list.push(link);
  }
  return links;
}

function guidesOf(
  { map, forest }: FaceSource,
  brackets: ReadonlyMap<ClaimId, Branching>,
  node: ForestNode,
): readonly Guide[] {
  const guides: Guide[] = [];
  let at: ForestNode | undefined = node;
  while (at !== undefined && at.parent !== null && guides.length < mostGuides) {
    const kind = (at.relation === null ? undefined : map.relations.get(at.relation)?.kind) ?? "supports";
    guides.push({ kind, bracket: partOf(brackets.get(at.claim)?.premises ?? [], at.claim, at === node) });
    at = forest.nodes.get(at.parent);
  }
  return guides.reverse();
}

/** What is drawn below the last premise lies outside the bracket. */
function partOf(premises: readonly ClaimId[], claim: ClaimId, isOwn: boolean): Guide["bracket"] {
  if (premises.length < 2) return null;
  const isLast = premises.at(-1) === claim;
  if (!isOwn) return isLast ? null : "middle";
  if (isLast) return "end";
  return premises[0] === claim ? "start" : "middle";
}

/** The co-premises that are drawn elsewhere, told at the last premise of their bracket. */
function togetherOf(
  map: ArgumentMap,
  bracket: Branching | undefined,
  claim: ClaimId,
): readonly OutlineLink[] {
  if (bracket === undefined || bracket.premises.at(-1) !== claim) return [];
  return bracket.elsewhere.map((other) => linkTo(map, other, words.togetherElsewhere));
}

function alsoOf(map: ArgumentMap, forest: Forest) {
  return ({ relation: id }: CrossLink): readonly OutlineLink[] => {
    const relation = map.relations.get(id);
    if (relation === undefined) return [];
    if (relation.target.type === "claim") {
      const said = relation.kind === "supports" ? words.alsoSupports : words.alsoOpposes;
      return [linkTo(map, relation.target.id, said)];
    }
    const attacked = map.relations.get(relation.target.id)?.premises.find((each) => forest.nodes.has(each));
    return attacked === undefined
      ? []
      : [linkTo(map, attacked, relation.kind === "supports" ? words.alsoForStep : words.alsoStep)];
  };
}

function linkTo(map: ArgumentMap, claim: ClaimId, said: string): OutlineLink {
  const text = inShort(map.claims.get(claim)?.text || words.emptyClaim, 110);
  return { words: said, claim, text, href: writeAddress({ screen: "outline", map: map.id, claim }) };
}

/** What stands in brackets at the end of a name stays at its end. */
function nameWith(name: string, links: readonly OutlineLink[]): string {
  const also = links.map(({ words: said, text }) => ` ${said} “${text}”`).join("");
  const [notes] = / \([^()]*\)$/.exec(name) ?? [""];
  return also === "" ? name : `${name.slice(0, name.length - notes.length)}${also}${notes}`;
}

function descriptionOf(
  { label, arguers, citation }: CardFace,
  joins: boolean,
  sight: CardSight | null,
): string | null {
  const told = [label, joins ? words.together : "", arguers, citation, sight?.said ?? ""];
  const parts = told.filter((part) => part !== "");
  return parts.length === 0 ? null : parts.join(". ");
}

function isSameRow(a: OutlineRow, b: OutlineRow): boolean {
  return (
    isSameFace(a.face, b.face) &&
    a.sight?.key === b.sight?.key &&
    a.joins === b.joins &&
    isSameList(a.guides, b.guides, (x, y) => x.kind === y.kind && x.bracket === y.bracket) &&
    isSameList(a.links, b.links, (x, y) => x.claim === y.claim && x.text === y.text && x.words === y.words)
  );
}

function isSameList<Value>(
  a: readonly Value[],
  b: readonly Value[],
  isSame: (x: Value, y: Value) => boolean,
): boolean {
  return a.length === b.length && a.every((value, at) => isSame(value, b[at]!));
}
