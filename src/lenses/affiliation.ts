import { noSchools, SchoolSets } from "#lenses/school-sets.ts";
import { byTime, canMeet, whenOf, type When } from "#lenses/when.ts";
import { type ClaimId, compareIds, type HolderId, type SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution, Holder, School } from "#model/people.ts";

/** The schools of a map as a history of the field names them: the earlier first, those without years last. */
export function schoolsInOrder({ schools }: Pick<ArgumentMap, "schools">): readonly School[] {
  return [...schools.values()].toSorted(
    (a, b) => byTime(whenOf(a.when), whenOf(b.when)) || compareIds(a.name, b.name) || compareIds(a.id, b.id),
  );
}

/** Adds the schools that a holder was in at a time to a set. */
type Adding = (set: number, holder: HolderId, when: When | null) => number;

/**
 * Who was in which school of a map at which time. A membership counts unless both it and the time are dated and have
 * no day in common.
 */
function adding(map: ArgumentMap, sets: SchoolSets, order: readonly SchoolId[]): Adding {
  const places = new Map(order.map((id, place) => [id, place]));
  const stays = new Map([...map.holders].map(([id, holder]) => [id, staysOf(holder, places)]));
  return (set, holder, when) => {
    let larger = set;
    for (const stay of stays.get(holder) ?? nowhere)
      if (canMeet(stay.when, when)) larger = sets.with(larger, stay.place);
    return larger;
  };
}

const nowhere: readonly never[] = [];

interface Stay {
  readonly place: number;
  readonly when: When | null;
}

function staysOf({ memberships }: Holder, places: ReadonlyMap<SchoolId, number>): readonly Stay[] {
  return memberships.flatMap(({ school, when }) => {
    const place = places.get(school);
    return place === undefined ? [] : [{ place, when: whenOf(when) }];
  });
}

const known = new WeakMap<ArgumentMap, ReadonlyMap<ClaimId, readonly SchoolId[]>>();

/**
 * The schools whose members assert each claim: those that each of its holders was in when he or she asserted it, in
 * the order of `schoolsInOrder`. Claims without any are left out. Asked again for the same map, it is there.
 */
export function schoolsOfClaims(map: ArgumentMap): ReadonlyMap<ClaimId, readonly SchoolId[]> {
  const found = known.get(map) ?? findSchools(map);
  known.set(map, found);
  return found;
}

function findSchools(map: ArgumentMap): ReadonlyMap<ClaimId, readonly SchoolId[]> {
  const order = schoolsInOrder(map).map(({ id }) => id);
  const sets = new SchoolSets(order);
  const withSchools = adding(map, sets, order);
  const found = new Map<ClaimId, readonly SchoolId[]>();
  for (const { id, attributions } of map.claims.values()) {
    let set = noSchools;
    for (const each of attributions)
      if (isAssertion(each)) set = withSchools(set, each.holder, whenOf(each.when));
    if (set !== noSchools) found.set(id, sets.listOf(set));
  }
  return found;
}

export function isAssertion({ stance }: Attribution): boolean {
  return stance === "asserts";
}
