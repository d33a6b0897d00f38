import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type Relation } from "#model/relation.ts";
import { type Surroundings, surroundingsIn } from "#model/surroundings.ts";

/** Of the claims right beside the centre, so many are shown at once on either side. */
export const mostBeside = { answered: 12, answers: 24 } as const;
/** A further level down is shown where it holds no more claims than can be read side by side. */
const widest = 9;
/** So many claims above the centre, and so many in all. */
const mostAbove = 30;
const most = 80;
/** Co-premises of one step, and of all. */
const mostCompanions = 8;

export type Side = "answered" | "answers";

/** How many of the claims right beside the centre are passed over, on either side: the way to those beyond the first. */
export type Passed = Readonly<Record<Side, number>>;

/** Claims on one side of a claim that are shown nowhere. */
export interface Rest {
  readonly claim: ClaimId;
  readonly side: Side;
  readonly count: number;
  /** How many of them were passed over: of the centre's only. */
  readonly before: number;
}

/** A claim with what it answers, up to the theses, and what answers it, down as far as that can be read. */
export interface Neighbourhood {
  readonly centre: ClaimId;
  /** Every claim that is shown, from the theses down; level by level in the author's order. */
  readonly claims: readonly ClaimId[];
  /** Steps from the centre: below 0 what it answers, above 0 what answers it. */
  readonly levels: ReadonlyMap<ClaimId, number>;
  /** Every relation among those: its target, or the step that it bears on, and at least one premise are shown. Targets first. */
  readonly relations: readonly Relation[];
  /** Where there is more. */
  readonly rests: readonly Rest[];
}

/** Total: of a claim that the map does not have, nothing is shown. */
export function neighbourhoodOf(map: ArgumentMap, centre: ClaimId, passed: Passed): Neighbourhood {
  const around = surroundingsIn(map);
  const levels = new Map<ClaimId, number>();
  if (map.claims.has(centre)) {
    levels.set(centre, 0);
    addBeside(levels, around, centre, passed);
    addAbove(levels, around);
    addBelow(levels, around);
  }
  const followed = new Set(levels.keys());
  addCompanions(levels, around, followed);
  const claims = [...levels.keys()].toSorted((a, b) => levels.get(a)! - levels.get(b)!);
  const rests = claims.flatMap((claim) => (followed.has(claim) ? restsAt(claim, levels, around) : []));
  return {
    centre,
    claims,
    levels,
    relations: relationsAmong(levels, around),
    rests: rests.map((rest) => (rest.claim === centre ? withPassed(rest, passed, levels, around) : rest)),
  };
}

type Levels = Map<ClaimId, number>;

function addBeside(levels: Levels, around: Surroundings, centre: ClaimId, passed: Passed): void {
  const window = (claims: readonly ClaimId[], side: Side) =>
    claims.slice(passed[side], passed[side] + mostBeside[side]);
  add(levels, window(around.answeredBy(centre), "answered"), -1);
  add(levels, window(around.answersTo(centre), "answers"), 1);
}

/** Up to the theses, the nearest first, as far as there is room. */
function addAbove(levels: Levels, around: Surroundings): void {
  let above = at(levels, -1);
  for (let level = -2; above.length > 0; level--) {
    const next = beyond(levels, above, around.answeredBy);
    const room = mostAbove - [...levels.values()].filter((each) => each < 0).length;
    add(levels, next.slice(0, room), level);
    above = at(levels, level);
  }
}

/** Level by level, each whole or not at all. */
function addBelow(levels: Levels, around: Surroundings): void {
  for (let level = 2; ; level++) {
    const next = beyond(levels, at(levels, level - 1), around.answersTo);
    if (next.length === 0 || next.length > widest || levels.size + next.length > most) return;
    add(levels, next, level);
  }
}

/** Those who take a step together with the centre, or with a claim that it answers, stand beside it. */
function addCompanions(levels: Levels, around: Surroundings, followed: ReadonlySet<ClaimId>): void {
  for (const claim of followed) {
    const level = levels.get(claim)!;
    if (level > 0) continue;
    for (const step of around.stepsFrom(claim)) {
      const others = around.premisesOf(step).filter((premise) => !levels.has(premise));
      if (others.length <= Math.min(mostCompanions, most - levels.size)) add(levels, others, level);
    }
  }
}

function beyond(
  levels: Levels,
  claims: readonly ClaimId[],
  ways: (claim: ClaimId) => readonly ClaimId[],
): readonly ClaimId[] {
  return [...new Set(claims.flatMap(ways))].filter((claim) => !levels.has(claim));
}

function add(levels: Levels, claims: readonly ClaimId[], level: number): void {
  for (const claim of claims) if (!levels.has(claim)) levels.set(claim, level);
}

function at(levels: Levels, level: number): readonly ClaimId[] {
  return [...levels].flatMap(([claim, each]) => (each === level ? [claim] : []));
}

function relationsAmong(levels: Levels, around: Surroundings): readonly Relation[] {
  const isShown = (step: Relation) => around.premisesOf(step).some((premise) => levels.has(premise));
  const found = new Map<RelationId, Relation>();
  for (const claim of levels.keys())
    for (const step of around.stepsOn(onClaim(claim))) if (isShown(step)) found.set(step.id, step);
  // What is set while a map is gone through is gone through as well: so are the steps onto steps.
  for (const { id } of found.values())
    for (const step of around.stepsOn(onRelation(id))) if (isShown(step)) found.set(step.id, step);
  return [...found.values()];
}

/** What lies beyond a claim that was followed up or down. */
function restsAt(claim: ClaimId, levels: Levels, around: Surroundings): readonly Rest[] {
  const level = levels.get(claim)!;
  const rest = (side: Side, beside: readonly ClaimId[]): readonly Rest[] => {
    const count = beside.filter((each) => !levels.has(each)).length;
    return count === 0 ? [] : [{ claim, side, count, before: 0 }];
  };
  return [
    ...(level <= 0 ? rest("answered", around.answeredBy(claim)) : []),
    ...(level >= 0 ? rest("answers", around.answersTo(claim)) : []),
  ];
}

function withPassed(rest: Rest, passed: Passed, levels: Levels, around: Surroundings): Rest {
  const { claim, side } = rest;
  const beside = side === "answers" ? around.answersTo(claim) : around.answeredBy(claim);
  return { ...rest, before: beside.slice(0, passed[side]).filter((each) => !levels.has(each)).length };
}
