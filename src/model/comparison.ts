import { bearingOf, type Bearing } from "#model/bearings.ts";
import { type Change, changeBetween, type Edit } from "#model/change.ts";
import type { Claim } from "#model/claim.ts";
import { isSame } from "#model/equality.ts";
import { type Forest, forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import type { Holder, School } from "#model/people.ts";
import type { RelationKind } from "#model/relation.ts";
import type { Source } from "#model/source.ts";

/**
 * In what a claim differs. `moved`: it is drawn under something else; `turned`: it answers in the other way;
 * `linked`: what it bears on besides; `reordered`: it stands elsewhere among its neighbours.
 */
export type Aspect =
  | "added"
  | "removed"
  | "reworded"
  | "turned"
  | "moved"
  | "linked"
  | "reordered"
  | "label"
  | "note"
  | "citations"
  | "attributions"
  | "period"
  | "images";

/** Where a claim is drawn: below which one, and how it bears on what its step bears on; both `null` for a thesis. */
export interface Standing {
  readonly under: ClaimId | null;
  readonly kind: RelationKind | null;
}

/** One claim that differs between two maps; `null` where a map does not have it. */
export interface ClaimDifference {
  readonly claim: ClaimId;
  readonly before: Claim | null;
  readonly after: Claim | null;
  readonly stood: Standing | null;
  readonly stands: Standing | null;
  /** Never empty, and in the order of the type. */
  readonly aspects: readonly Aspect[];
}

/** What differs between two maps, as a person reads it. */
export interface Comparison {
  readonly about: Edit<About> | null;
  /** Removed claims where they stood in the first map, all others as they stand in the second. */
  readonly claims: readonly ClaimDifference[];
  readonly sources: readonly Edit<Source>[];
  readonly holders: readonly Edit<Holder>[];
  readonly schools: readonly Edit<School>[];
  /** Steps that differ and that hold no claim of either map. */
  readonly looseSteps: readonly RelationId[];
}

/**
 * Compares two maps claim by claim. Total, on any two maps; empty exactly where `changeBetween` is empty; and every
 * claim is in it whose record, or whose step, the change between the maps touches.
 */
export function compareMaps(before: ArgumentMap, after: ArgumentMap): Comparison {
  const change = changeBetween(before, after);
  const maps: Maps = { before: sideOf(before), after: sideOf(after), restepped: resteppedBy(change) };
  const touched = new Set<ClaimId>(change.claims.map(({ before: was, after: is }) => (is ?? was)!.id));
  for (const claim of maps.restepped) if (isIn(maps, claim)) touched.add(claim);
  for (const claim of redrawn(maps)) touched.add(claim);
  return {
    about: change.about,
    claims: inReadingOrder(maps, touched).map((claim) => differenceOf(maps, claim)),
    sources: change.sources,
    holders: change.holders,
    schools: change.schools,
    looseSteps: looseSteps(change, maps),
  };
}

export function isEmptyComparison({ claims, ...others }: Comparison): boolean {
  return claims.length === 0 && !differsBesides(others);
}

/** Whether anything differs besides claims: what the map says of itself, its sources and people, steps that hold no claim. */
export function differsBesides({
  about,
  sources,
  holders,
  schools,
  looseSteps,
}: Omit<Comparison, "claims">): boolean {
  return about !== null || [sources, holders, schools, looseSteps].some((edits) => edits.length > 0);
}

interface Side {
  readonly map: ArgumentMap;
  readonly forest: Forest;
  readonly bearing: (claim: ClaimId) => Bearing;
}

interface Maps {
  readonly before: Side;
  readonly after: Side;
  /** The premises of steps that differ. */
  readonly restepped: ReadonlySet<ClaimId>;
}

function sideOf(map: ArgumentMap): Side {
  return { map, forest: forestOf(map), bearing: bearingOf(map) };
}

function isIn({ before, after }: Maps, claim: ClaimId): boolean {
  return before.map.claims.has(claim) || after.map.claims.has(claim);
}

function resteppedBy({ relations }: Change): ReadonlySet<ClaimId> {
  const premises = relations.flatMap(({ before, after }) => [
    ...(before?.premises ?? []),
    ...(after?.premises ?? []),
  ]);
  return new Set(premises);
}

/** Claims of both maps that are drawn under something else, whether or not a record of their own has changed. */
function redrawn(maps: Maps): readonly ClaimId[] {
  const found: ClaimId[] = [];
  for (const [claim, node] of maps.before.forest.nodes) {
    const other = maps.after.forest.nodes.get(claim);
    if (other !== undefined && (node.parent !== other.parent || isTurned(maps, claim))) found.push(claim);
  }
  return found;
}

/** Depth first through the second map; a removed claim comes after the one that it followed in the first. */
function inReadingOrder({ before, after }: Maps, touched: ReadonlySet<ClaimId>): readonly ClaimId[] {
  const places = new Map<ClaimId, readonly number[]>();
  for (const [at, claim] of after.forest.order.entries()) places.set(claim, [at]);
  let last: readonly number[] = [-1];
  for (const [at, claim] of before.forest.order.entries()) {
    const place = places.get(claim);
    if (place === undefined) places.set(claim, [last[0] ?? -1, 1 + at]);
    else last = place;
  }
  return [...touched].toSorted((a, b) => comparePlaces(places.get(a), places.get(b)) || compareIds(a, b));
}

function comparePlaces(a: readonly number[] = [], b: readonly number[] = []): number {
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}

function differenceOf(maps: Maps, claim: ClaimId): ClaimDifference {
  const before = maps.before.map.claims.get(claim) ?? null;
  const after = maps.after.map.claims.get(claim) ?? null;
  const [stood, stands] = [before && standingIn(maps.before, claim), after && standingIn(maps.after, claim)];
  return { claim, before, after, stood, stands, aspects: aspectsOf(maps, claim, before, after) };
}

function standingIn(side: Side, claim: ClaimId): Standing {
  return { under: parentOf(side, claim), kind: side.bearing(claim).kind };
}

function aspectsOf(maps: Maps, claim: ClaimId, before: Claim | null, after: Claim | null): readonly Aspect[] {
  if (before === null) return ["added"];
  if (after === null) return ["removed"];
  const words: readonly (Aspect | false)[] = [
    before.text !== after.text && "reworded",
    before.label !== after.label && "label",
    before.note !== after.note && "note",
    !isSame(before.citations, after.citations) && "citations",
    !isSame(before.attributions, after.attributions) && "attributions",
    before.period !== after.period && "period",
    !isSame(before.images, after.images) && "images",
  ];
  const [reworded = false, ...others] = words;
  const found = [reworded, ...placing(maps, claim), ...others].filter((aspect) => aspect !== false);
  return found.length > 0 ? found : ["reordered"];
}

/** What differs in where a claim stands and what it bears on. */
function placing(maps: Maps, claim: ClaimId): readonly Aspect[] {
  const { before, after } = maps;
  const found: Aspect[] = [];
  const [was, is] = [before.bearing(claim), after.bearing(claim)];
  const [from, to] = [before.map.claims.get(claim), after.map.claims.get(claim)];
  const isMoved = was.drawnUnder !== is.drawnUnder || parentOf(before, claim) !== parentOf(after, claim);
  if (isTurned(maps, claim)) found.push("turned");
  if (isMoved) found.push("moved");
  if (!isSame(was.besides, is.besides)) found.push("linked");
  const isReplaced = from?.order !== to?.order || from?.home !== to?.home || maps.restepped.has(claim);
  return found.length === 0 && isReplaced ? ["reordered"] : found;
}

function parentOf({ forest }: Side, claim: ClaimId): ClaimId | null {
  return forest.nodes.get(claim)?.parent ?? null;
}

/** Whether a claim that answers something in both maps does so for in one and against in the other. */
function isTurned({ before, after }: Maps, claim: ClaimId): boolean {
  const [was, is] = [before.bearing(claim).kind, after.bearing(claim).kind];
  return was !== null && is !== null && was !== is;
}

function looseSteps({ relations }: Change, maps: Maps): readonly RelationId[] {
  return relations
    .filter(({ before, after }) => {
      const premises = [...(before?.premises ?? []), ...(after?.premises ?? [])];
      return !premises.some((claim) => isIn(maps, claim));
    })
    .map(({ before, after }) => (after ?? before)!.id);
}
