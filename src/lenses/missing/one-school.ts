import { schoolsOfClaims } from "#lenses/affiliation.ts";
import { answersIn } from "#lenses/answers.ts";
import { type Finding, finding } from "#lenses/missing/finding.ts";
import { voicesIn } from "#lenses/missing/voices.ts";
import { forestOf } from "#model/forest.ts";
import type { SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/**
 * Claims that one school asserts and that are answered, without any other school having a say: none takes a stance on
 * it, answers it, or is answered by it. Nothing where the map has fewer than two schools that assert something.
 */
export function oneSchool(map: ArgumentMap): readonly Finding[] {
  const schoolsOf = schoolsOfClaims(map);
  if (!hasTwo(schoolsOf.values())) return [];
  const { only } = voicesIn(map);
  const answered = new Set(answersIn(map).map((answer) => answer.answered));
  return forestOf(map).order.flatMap((claim) => {
    const school = only.get(claim) ?? null;
    if (school === null || !answered.has(claim) || !schoolsOf.has(claim)) return [];
    return [finding("oneSchool", [claim], { claims: [claim], schools: [school] })];
  });
}

function hasTwo(lists: Iterable<readonly SchoolId[]>): boolean {
  const found = new Set<SchoolId>();
  for (const schools of lists) {
    for (const school of schools) found.add(school);
    if (found.size > 1) return true;
  }
  return false;
}
