import { citationOn } from "#elements/map/citation.ts";
import { type CardFace, facesOf } from "#elements/map/face.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Neighbourhood } from "#model/neighbourhood.ts";
import type { Relation } from "#model/relation.ts";
import type { MapSession } from "#session/map-session.ts";
import { neighbourhoodWords as words } from "#words/neighbourhood.ts";

const nothingFolded: ReadonlySet<ClaimId> = new Set();
/** Of a sentence that another card quotes. */
const mostQuoted = 80;

/** The cards of a neighbourhood: as on the map, but that nothing folds here, and the one in the middle says so. */
export function neighbourFaces(
  { map, forest, counts }: MapSession,
  { claims, centre }: Neighbourhood,
): ReadonlyMap<ClaimId, CardFace> {
  const source = { map: map.value, forest: forest.value, counts: counts.value, citationOf: citationOn };
  const faces = new Map(facesOf({ ...source, folding: nothingFolded }, claims));
  for (const [claim, face] of faces)
    faces.set(claim, { ...face, expanded: null, mark: claim === centre ? words.centre : "" });
  return faces;
}

/** Each claim's relations to the others here, in a sentence: "supports “…”; answered here by 2 reasons". */
export function relationsTold(map: ArgumentMap, found: Neighbourhood): ReadonlyMap<ClaimId, string> {
  const parts = new Map<ClaimId, string[]>(found.claims.map((claim) => [claim, []]));
  const answers = new Map<ClaimId, { supports: number; opposes: number }>();
  for (const relation of found.relations) {
    for (const premise of new Set(relation.premises))
      parts.get(premise)?.push(words.bears[relation.kind](targetTold(map, relation)));
    if (relation.target.type !== "claim") continue;
    const count = answers.get(relation.target.id) ?? { supports: 0, opposes: 0 };
    count[relation.kind]++;
    answers.set(relation.target.id, count);
  }
  for (const [claim, { supports, opposes }] of answers)
    parts.get(claim)?.push(words.answeredHere(words.answered(supports, opposes)));
  if (found.levels.has(found.centre)) parts.get(found.centre)!.unshift(words.inTheMiddle);
  return new Map([...parts].map(([claim, told]) => [claim, told.join("; ")]));
}

/** A claim's sentence, short enough to stand in another. */
export function quoted(map: ArgumentMap, claim: ClaimId | null | undefined): string {
  const record = claim ? map.claims.get(claim) : undefined;
  const text = [...(record?.text ?? "").replaceAll(/\s+/g, " ").trim()];
  if (text.length === 0) return words.noWords;
  return text.length <= mostQuoted
    ? text.join("")
    : `${text
        .slice(0, mostQuoted - 1)
        .join("")
        .trimEnd()}…`;
}

function targetTold(map: ArgumentMap, { target }: Relation): string {
  if (target.type === "claim") return words.claim(quoted(map, target.id));
  return words.step(quoted(map, map.relations.get(target.id)?.premises[0]));
}
