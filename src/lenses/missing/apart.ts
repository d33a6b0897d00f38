import { schoolsInOrder, schoolsOfClaims } from "#lenses/affiliation.ts";
import { type Finding, finding } from "#lenses/missing/finding.ts";
import { voicesIn } from "#lenses/missing/voices.ts";
import { forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds, type SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/**
 * Pairs of schools that assert something and never meet: none has a say on a claim of the other. The places are the
 * first claims of both.
 */
export function apart(map: ArgumentMap): readonly Finding[] {
  const schoolsOf = schoolsOfClaims(map);
  const { met } = voicesIn(map);
  const first = firstClaims(forestOf(map).order, schoolsOf);
  const schools = schoolsInOrder(map)
    .map(({ id }) => id)
    .filter((school) => first.has(school));
  return schools.flatMap((one, place) =>
    schools
      .slice(place + 1)
      .filter((other) => !met.get(one)?.has(other) && !met.get(other)?.has(one))
      .map((other) =>
        finding("apart", [one, other].toSorted(compareIds), {
          claims: [first.get(one)!, first.get(other)!],
          schools: [one, other],
        }),
      ),
  );
}

function firstClaims(
  order: readonly ClaimId[],
  schoolsOf: ReadonlyMap<ClaimId, readonly SchoolId[]>,
): ReadonlyMap<SchoolId, ClaimId> {
  const first = new Map<SchoolId, ClaimId>();
  for (const claim of order)
    for (const school of schoolsOf.get(claim) ?? []) if (!first.has(school)) first.set(school, claim);
  return first;
}
