import { expect, test } from "vitest";
import { addClaim } from "#commands/add-claim.ts";
import { addCoPremise } from "#commands/add-co-premise.ts";
import { addThesis } from "#commands/add-thesis.ts";
import { attribute } from "#commands/attribute.ts";
import { type Command, isRefusal } from "#commands/command.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { deleteHolder } from "#commands/delete-holder.ts";
import { deleteSchool } from "#commands/delete-school.ts";
import { deleteSource } from "#commands/delete-source.ts";
import { isSolePremise } from "#commands/detaching.ts";
import { editAttribution } from "#commands/edit-attribution.ts";
import { editText } from "#commands/edit-text.ts";
import { linkClaim } from "#commands/link-claim.ts";
import { moveBranch } from "#commands/move-branch.ts";
import { pasteFragment } from "#commands/paste-fragment.ts";
import { putHolder } from "#commands/put-holder.ts";
import { reorder } from "#commands/reorder.ts";
import { replaceText } from "#commands/replace-text.ts";
import { setPeriod } from "#commands/set-period.ts";
import { turnRelation } from "#commands/turn-relation.ts";
import { unlink } from "#commands/unlink.ts";
import { withdrawAttribution } from "#commands/withdraw-attribution.ts";
import { applyChange, type Change, changeBetween, invertChange, isEmptyChange } from "#model/change.ts";
import { ancestors, branchOf } from "#model/counts.ts";
import { forestOf } from "#model/forest.ts";
import { branchFragment } from "#model/fragment.ts";
import { withFreshIds } from "#model/fresh-ids.ts";
import {
  type AttributionId,
  type ClaimId,
  compareIds,
  type HolderId,
  type RelationId,
  type SchoolId,
  type SourceId,
} from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newAttribution, newHolder } from "#model/people.ts";
import { onClaim, onRelation, type RelationKind, type Target } from "#model/relation.ts";
import { below, chance, pick, type Random, randomText } from "../random-map.ts";
import { forRandomMaps, patient } from "../model/laws.ts";

/** A command with its input, ready to run. */
interface Step {
  readonly name: string;
  run(map: ArgumentMap): ReturnType<Command<never>["run"]>;
}

function step<Input>(command: Command<Input>, input: Input): Step {
  return {
    name: command.name,
    run: (map) => {
      expect(command.label(map, input)).toMatch(/^[a-z]/);
      return command.run(map, input);
    },
  };
}

/** Anything that a person, or a program with old ids in its hands, could ask for. */
function randomStep(random: Random, map: ArgumentMap): Step {
  const claims = [...map.claims.keys()];
  const relations = [...map.relations.keys()];
  const claim = () => (chance(random, 0.03) ? undefined : pick(random, claims)) ?? ("gone" as ClaimId);
  const relation = () =>
    (chance(random, 0.03) ? undefined : pick(random, relations)) ?? ("gone" as RelationId);
  const target = (): Target => (chance(random, 0.3) ? onRelation(relation()) : onClaim(claim()));
  const kind = (): RelationKind => pick(random, ["supports", "opposes"]);
  const mint = () => `new${below(random, 1_000_000_000)}`;
  const fresh = () => ({ id: mint() as ClaimId, relation: mint() as RelationId, text: randomText(random) });
  const after = () => pick(random, [undefined, null, relation()]);
  const afterClaim = () => pick(random, [undefined, null, claim()]);
  const onto = () => (chance(random, 0.2) ? null : target());
  const fragment = () => withFreshIds(branchFragment(map, forestOf(map), claim()), mint);
  const holder = () => pick(random, [...map.holders.keys()]) ?? ("gone" as HolderId);
  const date = () => pick(random, ["", "1961", "c. 1979", "1964–1953", "soon"]);
  const attributed = () => pick(random, map.claims.get(claim())?.attributions ?? [])?.id;
  const attribution = () =>
    newAttribution(attributed() ?? (mint() as AttributionId), holder(), { when: date() });
  const order = pick(random, ["before", "after"]);
  const ways: [() => Step, ...(() => Step)[]] = [
    () => step(addClaim, { ...fresh(), kind: kind(), target: target(), after: after() }),
    () => step(addCoPremise, { ...fresh(), relation: relation(), after: afterClaim() }),
    () => step(addThesis, { ...fresh(), after: afterClaim() }),
    () => step(editText, { claim: claim(), text: randomText(random) }),
    () => step(moveBranch, { ...fresh(), claim: claim(), onto: onto(), kind: kind(), after: after() }),
    () => step(moveBranch, { ...fresh(), claim: claim(), onto: onto(), kind: kind(), after: afterClaim() }),
    () => step(reorder, { claim: claim(), by: chance(random, 0.5) ? 1 : -1 }),
    () => step(reorder, { claim: claim(), [order]: claim() } as { claim: ClaimId; before: ClaimId }),
    () => step(linkClaim, { ...fresh(), claim: claim(), kind: kind(), target: target(), after: after() }),
    () => step(unlink, { premise: claim(), relation: relation() }),
    () => step(turnRelation, { relation: relation() }),
    () => step(deleteBranch, { claim: claim() }),
    () => step(pasteFragment, { fragment: fragment(), onto: onto() }),
    () => step(replaceText, { needle: pick(random, ["a", "the", " "]), replacement: "o", matchCase: true }),
    () => step(attribute, { claim: claim(), attribution: attribution() }),
    () => step(editAttribution, { claim: claim(), attribution: attribution().id, fields: attribution() }),
    () => step(withdrawAttribution, { claim: claim(), attribution: attribution().id }),
    () => step(setPeriod, { claim: claim(), period: date() }),
    () => step(putHolder, { holder: newHolder(holder(), { name: randomText(random), lived: date() }) }),
    () => step(deleteHolder, { holder: holder() }),
    () => step(deleteSchool, { school: pick(random, [...map.schools.keys()]) ?? ("gone" as SchoolId) }),
    () => step(deleteSource, { source: pick(random, [...map.sources.keys()]) ?? ("gone" as SourceId) }),
  ];
  return pick(random, ways)();
}

function run(map: ArgumentMap, { run }: Step): Change | null {
  const outcome = run(map);
  if (!isRefusal(outcome)) return outcome;
  expect(outcome.refused).toMatch(/^(?:[A-Z]|“).*\.$/su);
  return null;
}

function expectSame(is: ArgumentMap, should: ArgumentMap, name: string): void {
  if (!isEmptyChange(changeBetween(is, should))) expect(is, name).toEqual(should);
}

test("whatever is done can be taken back, and no claim is lost but by deleting it", patient, () => {
  let done = 0;
  forRandomMaps(1500, (first, random) => {
    let map = first;
    for (let round = 0; round < 6; round++) {
      const step = randomStep(random, map);
      const change = run(map, step);
      if (change === null) continue;
      done++;
      const next = applyChange(map, change);
      expectSame(applyChange(next, invertChange(change)), map, step.name);
      expectSame(applyChange(map, changeBetween(map, next)), next, step.name);
      expect(forestOf(next).order.length, step.name).toBe(next.claims.size);
      const lost = change.claims.filter(({ after }) => after === null);
      if (step.name !== "delete-branch") expect(lost, step.name).toEqual([]);
      map = next;
    }
  });
  expect(done).toBeGreaterThan(3000);
});

test(
  "commands leave no step without a claim, none onto what they deleted, and premises in id order",
  patient,
  () => {
    forRandomMaps(2000, (map, random) => {
      const step = randomStep(random, map);
      const change = run(map, step);
      if (change === null) return;
      const next = applyChange(map, change);
      for (const { after } of change.relations) {
        if (after === null) continue;
        const was = map.relations.get(after.id);
        if (was === undefined) expect(after.premises, step.name).toEqual(after.premises.toSorted(compareIds));
        else if (was.premises.length > 0) expect(after.premises.length, step.name).toBeGreaterThan(0);
      }
      for (const { target, id } of next.relations.values()) {
        const isGone =
          target.type === "claim"
            ? map.claims.has(target.id) && !next.claims.has(target.id)
            : map.relations.has(target.id) && !next.relations.has(target.id);
        expect(isGone, `${step.name}: ${id} dangles`).toBe(false);
      }
    });
  },
);

test("a branch that moves is drawn where it was moved to, with all that was below it", patient, () => {
  forRandomMaps(1500, (map, random) => {
    const claim = pick(random, [...map.claims.keys()]);
    const onto = pick(random, [...map.claims.keys()]);
    if (claim === undefined || onto === undefined) return;
    const input = { claim, onto: onClaim(onto), kind: "opposes", relation: "fresh" as RelationId } as const;
    const outcome = moveBranch.run(map, input);
    const forest = forestOf(map);
    const isInside = onto === claim || ancestors(forest, onto).includes(claim);
    expect(isRefusal(outcome)).toBe(isInside);
    if (isRefusal(outcome)) return;
    const moved = forestOf(applyChange(map, outcome));
    expect(moved.nodes.get(claim)?.parent).toBe(onto);
    const left = branchOf(moved, claim);
    const lost = [...branchOf(forest, claim)].filter((id) => !left.has(id));
    const step = map.relations.get(forest.nodes.get(claim)!.relation!);
    const isAlone = step === undefined || isSolePremise(map, step, claim);
    if (isAlone) expect(lost).toEqual([]);
  });
});

test(
  "a claim that becomes a thesis is one, and a deleted claim takes nothing along that stands elsewhere too",
  patient,
  () => {
    forRandomMaps(1500, (map, random) => {
      const claim = pick(random, [...map.claims.keys()]);
      if (claim === undefined) return;
      const input = { claim, onto: null, kind: "supports", relation: "fresh" as RelationId } as const;
      const outcome = moveBranch.run(map, input);
      expect(isRefusal(outcome)).toBe(false);
      if (!isRefusal(outcome)) expect(forestOf(applyChange(map, outcome)).roots).toContain(claim);

      const branch = branchOf(forestOf(map), claim);
      const deletion = deleteBranch.run(map, { claim });
      if (isRefusal(deletion)) throw new Error(deletion.refused);
      const deleted = deletion.claims.filter(({ after }) => after === null).map(({ before }) => before!.id);
      expect(deleted).toContain(claim);
      expect(deleted.filter((id) => !branch.has(id))).toEqual([]);
    });
  },
);
