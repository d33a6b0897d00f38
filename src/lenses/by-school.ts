import { schoolsInOrder, schoolsOfClaims } from "#lenses/affiliation.ts";
import { restOf, sorted, type View } from "#lenses/view.ts";
import type { SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { School } from "#model/people.ts";
import { lensWords as words } from "#words/lenses.ts";

/** By the schools whose members assert each claim. */
export function viewBySchool(map: ArgumentMap): View {
  const schoolsOf = schoolsOfClaims(map);
  const legend = schoolsInOrder(map).map((school) => ({
    key: schoolKey(school.id),
    name: schoolName(school),
    look: { colour: school.colour, pattern: school.pattern, icon: null },
    school: school.id,
  }));
  const keysOf = new Map<readonly SchoolId[], readonly string[]>();
  return sorted("school", map, [...legend, restOf(words.noSchool)], ({ id }) => {
    const schools = schoolsOf.get(id);
    if (schools === undefined) return [];
    const keys = keysOf.get(schools) ?? schools.map(schoolKey);
    keysOf.set(schools, keys);
    return keys;
  });
}

function schoolName({ name }: School): string {
  return name.trim() || words.unnamedSchool;
}

function schoolKey(school: SchoolId): string {
  return `school:${school}`;
}
