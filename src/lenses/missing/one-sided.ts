import { answersIn } from "#lenses/answers.ts";
import { type Finding, finding } from "#lenses/missing/finding.ts";
import { objectionsIn } from "#lenses/objections.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** Theses for which only one side is heard: reasons and no objection, not even to one of their steps, or objections and no reason. */
export function oneSided(map: ArgumentMap): readonly Finding[] {
  const opposed = objectionsIn(map);
  const contested = new Set(opposed.claims);
  for (const step of opposed.relations) {
    const target = map.relations.get(step)?.target;
    if (target?.type === "claim") contested.add(target.id);
  }
  const supported = new Set<ClaimId>();
  for (const { answered, kind } of answersIn(map)) if (kind === "supports") supported.add(answered);
  return forestOf(map).roots.flatMap((claim) => {
    const [reasons, objections] = [supported.has(claim), contested.has(claim)];
    if (reasons === objections) return [];
    return [finding("oneSided", [claim], { claims: [claim], detail: reasons ? "supports" : "opposes" })];
  });
}
