import { expect } from "vitest";
import { addClaim } from "#commands/add-claim.ts";
import { addCoPremise } from "#commands/add-co-premise.ts";
import { attribute } from "#commands/attribute.ts";
import { deleteHolder } from "#commands/delete-holder.ts";
import { deleteSchool } from "#commands/delete-school.ts";
import { editAttribution } from "#commands/edit-attribution.ts";
import { putHolder } from "#commands/put-holder.ts";
import { setPeriod } from "#commands/set-period.ts";
import { withdrawAttribution } from "#commands/withdraw-attribution.ts";
import { addThesis } from "#commands/add-thesis.ts";
import type { Command } from "#commands/command.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { deleteSource } from "#commands/delete-source.ts";
import { editText } from "#commands/edit-text.ts";
import { linkClaim } from "#commands/link-claim.ts";
import { moveBranch } from "#commands/move-branch.ts";
import { pasteFragment } from "#commands/paste-fragment.ts";
import { reorder } from "#commands/reorder.ts";
import { replaceText } from "#commands/replace-text.ts";
import { turnRelation } from "#commands/turn-relation.ts";
import { unlink } from "#commands/unlink.ts";
import { forestOf } from "#model/forest.ts";
import { branchFragment } from "#model/fragment.ts";
import { withFreshIds } from "#model/fresh-ids.ts";
import type { AttributionId, ClaimId, HolderId, RelationId, SchoolId, SourceId } from "#model/ids.ts";
import { newAttribution, newHolder } from "#model/people.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type RelationKind, type Target } from "#model/relation.ts";
import { below, chance, pick, type Random, randomText } from "../random-map.ts";

/** A command with its input, ready to run. */
export interface Step {
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
export function randomStep(random: Random, map: ArgumentMap): Step {
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
