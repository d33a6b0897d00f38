import { type Change, changeBetween, type Edit, noChange } from "#model/change.ts";
import type { Claim } from "#model/claim.ts";
import { branchOf } from "#model/counts.ts";
import { isSame } from "#model/equality.ts";
import { forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type MergeLine, mergeLines } from "#model/merge-lines.ts";
import type { Relation } from "#model/relation.ts";

/** Two copies of one map, what they had in common, and what became of them together. */
export interface Merger {
  readonly base: ArgumentMap;
  readonly mine: ArgumentMap;
  readonly theirs: ArgumentMap;
  readonly merged: ArgumentMap;
}

/** What a person looks through after a merge. */
export interface MergeReview {
  /** What the merge did to my map: their edits, claim by claim. */
  readonly lines: readonly MergeLine[];
  readonly both: readonly BothEdited[];
  readonly offered: readonly Offered[];
  /** All of what the merge changed. */
  readonly whole: Change;
}

/** What both sides may have written of the map itself. */
const aboutFields = ["title", "question", "leavesOut"] as const;
interface VersionOfMap {
  readonly field: (typeof aboutFields)[number];
  readonly text: string;
}

/** What a field said on one side. For a place, the step that the claim takes there; `null` for a thesis. */
export type Version =
  | VersionOfMap
  | { readonly field: "text" | "label" | "note" | "period"; readonly text: string }
  | { readonly field: "place"; readonly claim: Claim; readonly step: Relation | null };

/** Something that both sides changed, each in its own way. */
export interface BothEdited {
  /** `null` for what the map says of itself. */
  readonly claim: ClaimId | null;
  readonly mine: Version;
  readonly theirs: Version;
  readonly merged: Version;
}

/** A claim that one side deleted while the other edited or answered it: it can be brought back. */
export interface Offered {
  /** As the side that kept it has it. */
  readonly claim: Claim;
  readonly deletedBy: "me" | "them";
  readonly why: "edited" | "answered";
  /** To be taken back: the deletion of the claim, of what is below it, and of what stands between it and the claims that are there. */
  readonly part: Change;
}

export function reviewMerge({ base, mine, theirs, merged }: Merger): MergeReview {
  return {
    lines: mergeLines(mine, merged),
    both: [...bothAbout({ base, mine, theirs, merged }), ...bothClaims({ base, mine, theirs, merged })],
    offered: [
      ...offeredBy("me", base, mine, theirs, merged),
      ...offeredBy("them", base, theirs, mine, merged),
    ],
    whole: changeBetween(mine, merged),
  };
}

/** The change that makes the map say a version of what both sides edited. */
export function saying(map: ArgumentMap, claim: ClaimId | null, version: Version): Change {
  if (isOfMap(version))
    return {
      ...noChange,
      about: { before: map.about, after: { ...map.about, [version.field]: version.text } },
    };
  const before = claim === null ? undefined : map.claims.get(claim);
  if (before === undefined) return noChange;
  if (version.field !== "place")
    return { ...noChange, claims: [{ before, after: { ...before, [version.field]: version.text } }] };
  const { home, order } = version.claim;
  return {
    ...noChange,
    claims: [{ before, after: { ...before, home, order } }],
    relations: version.step === null ? [] : [steppingAs(map, version.step)],
  };
}

/** Whether the map says a version now. */
export function says(map: ArgumentMap, claim: ClaimId | null, version: Version): boolean {
  if (isOfMap(version)) return map.about[version.field] === version.text;
  const now = claim === null ? undefined : map.claims.get(claim);
  if (now === undefined) return false;
  if (version.field === "place") return isSame(placeIn(map, now), placeOf(version.claim, version.step));
  return now[version.field] === version.text;
}

function isOfMap(version: Version): version is VersionOfMap {
  return aboutFields.some((field) => field === version.field);
}

function steppingAs(map: ArgumentMap, step: Relation) {
  const before = map.relations.get(step.id) ?? null;
  const { kind, target, order } = step;
  return { before, after: before === null ? step : { ...before, kind, target, order } };
}

function bothAbout({ base, mine, theirs, merged }: Merger): readonly BothEdited[] {
  const fields = aboutFields.filter((field) =>
    isContested(base.about[field], mine.about[field], theirs.about[field]),
  );
  return fields.map((field) => {
    const version = ({ about }: ArgumentMap): Version => ({ field, text: about[field] });
    return { claim: null, mine: version(mine), theirs: version(theirs), merged: version(merged) };
  });
}

function bothClaims({ base, mine, theirs, merged }: Merger): readonly BothEdited[] {
  const found: BothEdited[] = [];
  for (const claim of forestOf(merged).order) {
    const [was, ours, other] = [base.claims.get(claim), mine.claims.get(claim), theirs.claims.get(claim)];
    if (was === undefined || ours === undefined || other === undefined) continue;
    const versions = (version: (map: ArgumentMap) => Version) =>
      found.push({ claim, mine: version(mine), theirs: version(theirs), merged: version(merged) });
    for (const field of ["text", "label", "note", "period"] as const)
      if (isContested(was[field], ours[field], other[field]))
        versions(({ claims }) => ({ field, text: claims.get(claim)?.[field] ?? "" }));
    const places = { was: placeIn(base, was), ours: placeIn(mine, ours), other: placeIn(theirs, other) };
    if (isContested(places.was, places.ours, places.other)) versions((map) => placeVersion(map, claim));
  }
  return found;
}

function placeVersion(map: ArgumentMap, id: ClaimId): Version {
  const claim = map.claims.get(id)!;
  return { field: "place", claim, step: stepOf(map, claim) };
}

function stepOf({ relations }: ArgumentMap, { home }: Claim): Relation | null {
  return home === null ? null : (relations.get(home) ?? null);
}

function placeIn(map: ArgumentMap, claim: Claim): unknown {
  return placeOf(claim, stepOf(map, claim));
}

/** Where a claim stands and as what, apart from the order among its neighbours. */
function placeOf({ home }: Claim, step: Relation | null): unknown {
  return step === null ? null : { home, kind: step.kind, target: step.target };
}

function isContested(was: unknown, ours: unknown, other: unknown): boolean {
  return !isSame(was, ours) && !isSame(was, other) && !isSame(ours, other);
}

/** What a claim says itself, apart from where it stands. */
const ownFields = ["text", "label", "note", "period", "citations", "attributions", "images"] as const;

function offeredBy(
  deletedBy: Offered["deletedBy"],
  base: ArgumentMap,
  deleter: ArgumentMap,
  keeper: ArgumentMap,
  merged: ArgumentMap,
): readonly Offered[] {
  const answered = newlyAnswered(base, keeper);
  const offered: Offered[] = [];
  for (const id of forestOf(keeper).order) {
    const was = base.claims.get(id);
    if (was === undefined || deleter.claims.has(id) || merged.claims.has(id)) continue;
    const claim = keeper.claims.get(id)!;
    const isEdited = ownFields.some((field) => !isSame(was[field], claim[field]));
    if (!isEdited && !answered.has(id)) continue;
    const why = isEdited ? "edited" : "answered";
    offered.push({ claim, deletedBy, why, part: deletionOf(id, keeper, merged) });
  }
  return offered;
}

/** Claims that were answered, or whose steps were, by claims that are still there. */
function newlyAnswered(base: ArgumentMap, side: ArgumentMap): ReadonlySet<ClaimId> {
  const answered = new Set<ClaimId>();
  for (const { id, target, premises } of side.relations.values()) {
    if (base.relations.has(id) || !premises.some((premise) => side.claims.has(premise))) continue;
    if (target.type === "claim") answered.add(target.id);
    else for (const premise of side.relations.get(target.id)?.premises ?? []) answered.add(premise);
  }
  return answered;
}

/** The deletion of a claim with its branch, its steps and what they lead through, and others' steps onto all of it, as far as `merged` lacks them. */
function deletionOf(id: ClaimId, keeper: ArgumentMap, merged: ArgumentMap): Change {
  const claims = new Set<ClaimId>();
  const relations = new Set<RelationId>();
  const waiting: ClaimId[] = [id, ...branchOf(forestOf(keeper), id)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (claims.has(next) || merged.claims.has(next) || !keeper.claims.has(next)) continue;
    claims.add(next);
    for (const step of keeper.relations.values()) {
      if (!step.premises.includes(next)) continue;
      relations.add(step.id);
      waiting.push(...endsOf(keeper, step));
    }
  }
  for (const { id: step, target, premises } of keeper.relations.values()) {
    const isAnswer = target.type === "claim" && claims.has(target.id);
    if (isAnswer && premises.some((premise) => merged.claims.has(premise))) relations.add(step);
  }
  return {
    ...noChange,
    claims: [...claims].map((claim) => ({ before: keeper.claims.get(claim)!, after: null })),
    relations: [...relations].flatMap((step) => stepDeletion(keeper.relations.get(step)!, merged)),
  };
}

/** What a merge took from a step: all of it, or some of its premises. */
function stepDeletion(before: Relation, { relations }: ArgumentMap): readonly Edit<Relation>[] {
  const after = relations.get(before.id);
  if (after === undefined) return [{ before, after: null }];
  const premises = [...new Set([...after.premises, ...before.premises])].toSorted(compareIds);
  return isSame(premises, after.premises) ? [] : [{ before: { ...after, premises }, after }];
}

function endsOf({ relations }: ArgumentMap, { target }: Relation): readonly ClaimId[] {
  if (target.type === "claim") return [target.id];
  return relations.get(target.id)?.premises ?? [];
}
