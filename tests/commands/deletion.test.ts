import { expect, test } from "vitest";
import { rehome } from "#commands/homes.ts";
import { revise } from "#commands/revising.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { isRefusal } from "#commands/command.ts";
import { applyChange } from "#model/change.ts";
import { branchOf } from "#model/counts.ts";
import { fetchFollowers } from "#model/followers.ts";
import { forestAfter } from "#model/forest-after.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type Target } from "#model/relation.ts";
import { forRandomMaps, patient } from "../model/laws.ts";
import { plainMap } from "../plain-map.ts";
import { below, chance, pick, type Random, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";

/** What is left of a map, by a look at all of it: what stays stays with what it answers, and takes along what answers that. */
function leftOf(map: ArgumentMap, top: ClaimId): ArgumentMap {
  const branch = branchOf(forestOf(map), top);
  const onto = ({ type, id }: Target) =>
    [...map.relations.values()].filter(({ target }) => target.type === type && target.id === id);
  const claims = new Set([...map.claims.keys()].filter((id) => !branch.has(id)));
  const reached = new Set<RelationId>();
  const waiting = [...claims].flatMap((claim) => onto(onClaim(claim)));
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const takers = step.premises.filter((premise) => map.claims.has(premise) && premise !== top);
    if (reached.has(step.id) || takers.length === 0) continue;
    reached.add(step.id);
    for (const claim of takers) if (!claims.has(claim)) waiting.push(...onto(onClaim(claim)));
    for (const claim of takers) claims.add(claim);
    waiting.push(...onto(onRelation(step.id)));
  }
  const isGone = (id: ClaimId) => map.claims.has(id) && !claims.has(id);
  const touched = new Set<RelationId>();
  const due = [...map.relations.values()].filter(
    ({ premises, target }) =>
      (target.type === "claim" && isGone(target.id)) ||
      (premises.some(isGone) && !premises.some((premise) => claims.has(premise))),
  );
  for (let step = due.pop(); step !== undefined; step = due.pop()) {
    if (touched.has(step.id)) continue;
    touched.add(step.id);
    due.push(...onto(onRelation(step.id)));
  }
  return parted(map, isGone, (id) => map.relations.has(id) && touched.has(id) && !reached.has(id));
}

function parted(
  map: ArgumentMap,
  isGone: (id: ClaimId) => boolean,
  isLost: (id: RelationId) => boolean,
): ArgumentMap {
  const { nodes } = forestOf(map);
  const change = revise(map, (revision) => {
    for (const id of map.claims.keys()) if (isGone(id)) revision.claims.delete(id);
    for (const [id, step] of map.relations) {
      const premises = step.premises.filter((premise) => !isGone(premise));
      const mutual = step.mutual !== null && isLost(step.mutual) ? null : step.mutual;
      if (isLost(id)) revision.relations.delete(id);
      else if (premises.length < step.premises.length || mutual !== step.mutual)
        revision.relations.set(id, { ...step, premises, mutual });
    }
    const homeless = [...map.claims.values()].filter(
      ({ id, home }) =>
        !isGone(id) &&
        [home, nodes.get(id)?.relation].some((step) => typeof step === "string" && isLost(step)),
    );
    rehome(revision, map, new Set(homeless.map(({ id }) => id)));
  });
  return applyChange(map, change);
}

function expectDeletion(map: ArgumentMap, random: Random): boolean {
  const claim = pick(random, [...map.claims.keys()]);
  if (claim === undefined) return false;
  const outcome = deleteBranch.run(map, { claim });
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  const left = applyChange(map, outcome);
  expect(left).toEqual(leftOf(map, claim));
  forestAfter(map, left);
  return outcome.claims.some(({ after }) => after !== null);
}

test(
  "law: a deletion is found by what the branch names and what names it, as by a look at all",
  patient,
  async () => {
    await fetchFollowers();
    forRandomMaps(seeds(800, 200), (map, random) => void expectDeletion(map, random));
  },
);

test(
  "law: claims without a home find the one that they have in the forest drawn from nothing",
  patient,
  async () => {
    await fetchFollowers();
    let rehomed = 0;
    for (let seed = 1; seed <= seeds(1500, 300); seed++) {
      const random = seeded(seed);
      const map = linked(plainMap(random, 2 + below(random, 16)), random);
      try {
        if (expectDeletion(map, random)) rehomed++;
      } catch (cause) {
        throw new Error(`Seed ${seed}: ${String(cause)}`, { cause });
      }
    }
    expect(rehomed).toBeGreaterThan(40);
  },
);

/** The map with more cross-links from claims that answer something. */
function linked(map: ArgumentMap, random: Random): ArgumentMap {
  const { nodes } = forestOf(map);
  const claims = [...map.claims.keys()];
  const relations = new Map(map.relations);
  for (const claim of claims) {
    if (nodes.get(claim)?.parent === null || !chance(random, 0.5)) continue;
    const id = `l${below(random, 1e9)}` as RelationId;
    const target = chance(random, 0.8)
      ? onClaim(pick(random, claims)!)
      : onRelation(pick(random, [...relations.keys()])!);
    relations.set(id, { id, kind: "supports", premises: [claim], target, order: "a1", mutual: null });
  }
  return { ...map, relations };
}
