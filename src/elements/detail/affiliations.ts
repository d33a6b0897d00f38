import { daysOf, type Dating, readDating } from "#dating/dating.ts";
import { compareDays } from "#dating/point.ts";
import type { HolderId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution, School } from "#model/people.ts";

/**
 * The schools that a holder was in at a time, as its memberships have them. One counts unless both it and the time are
 * dated and have no day in common.
 */
export function schoolsAt(
  { holders, schools }: Pick<ArgumentMap, "holders" | "schools">,
  holder: HolderId,
  when: string,
): readonly School[] {
  const memberships = holders.get(holder)?.memberships ?? [];
  const ids = memberships.filter((membership) => canMeet(membership.when, when)).map(({ school }) => school);
  return [...new Set(ids)].flatMap((id) => schools.get(id) ?? []);
}

/** In the order in which it was argued; what is not dated comes last. */
export function inTime(attributions: readonly Attribution[]): readonly Attribution[] {
  return attributions.toSorted((a, b) => compareTimes(datingOf(a.when), datingOf(b.when)));
}

function compareTimes(a: Dating | null, b: Dating | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [one, other] = [a, b].map((dating) => daysOf(dating).first ?? daysOf(dating).last);
  return one && other ? compareDays(one, other) : 0;
}

function canMeet(one: string, other: string): boolean {
  const [a, b] = [datingOf(one), datingOf(other)];
  if (a === null || b === null) return true;
  const [first, second] = [daysOf(a), daysOf(b)];
  return isNotAfter(first.first, second.last) && isNotAfter(second.first, first.last);
}

type Edge = ReturnType<typeof daysOf>["first"];

function isNotAfter(first: Edge, last: Edge): boolean {
  return first === null || last === null || compareDays(first, last) <= 0;
}

/** `null` where nothing is said, or nothing that can be read. */
function datingOf(edtf: string): Dating | null {
  const dating = edtf === "" ? null : readDating(edtf);
  return dating === null || "refused" in dating ? null : dating;
}
