import { memberships, schoolsOfClaims } from "#lenses/affiliation.ts";
import { answersIn } from "#lenses/answers.ts";
import { whenOf } from "#lenses/when.ts";
import type { ClaimId, SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/**
 * Which schools have a say on which claims: a school has one where its members take a stance, where it asserts a claim
 * that answers it, or one that it answers.
 */
export interface Voices {
  /** The only school with a say on a claim; `null` where there are several. Claims without any are left out. */
  readonly only: ReadonlyMap<ClaimId, SchoolId | null>;
  /** For each school those that assert a claim on which it has a say, itself perhaps among them. */
  readonly met: ReadonlyMap<SchoolId, ReadonlySet<SchoolId>>;
}

const known = new WeakMap<ArgumentMap, Voices>();

/** Asked again for the same map, it is there. */
export function voicesIn(map: ArgumentMap): Voices {
  const found = known.get(map) ?? listen(map);
  known.set(map, found);
  return found;
}

const none: readonly never[] = [];

function listen(map: ArgumentMap): Voices {
  const schoolsOf = schoolsOfClaims(map);
  const schoolsAt = memberships(map);
  const only = new Map<ClaimId, SchoolId | null>();
  const met = new Map([...map.schools.keys()].map((school) => [school, new Set<SchoolId>()]));
  const hear = (claim: ClaimId, schools: readonly SchoolId[]) => {
    for (const school of schools) {
      const before = only.get(claim);
      if (before === undefined) only.set(claim, school);
      else if (before !== school && before !== null) only.set(claim, null);
      for (const other of schoolsOf.get(claim) ?? none) met.get(school)!.add(other);
    }
  };
  for (const { id, attributions } of map.claims.values())
    for (const { holder, when } of attributions) hear(id, schoolsAt(holder, whenOf(when)));
  for (const { answering, answered } of answersIn(map)) {
    hear(answered, schoolsOf.get(answering) ?? none);
    hear(answering, schoolsOf.get(answered) ?? none);
  }
  return { only, met };
}
