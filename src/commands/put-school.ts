import type { Command } from "#commands/command.ts";
import { keptDate } from "#commands/dated.ts";
import { oneLine, revise } from "#commands/revising.ts";
import type { School } from "#model/people.ts";
import { peopleWords as words } from "#words/people.ts";

export interface PutSchoolInput {
  /** A new school, with a fresh id, or one of the map's as it is from now on. Its dates may be as a person writes them. */
  readonly school: School;
}

/** Adds a school of thought, or gives one of the map's another record. */
export const putSchool: Command<PutSchoolInput> = {
  name: "put-school",

  label: (map, { school }) => (map.schools.has(school.id) ? words.editSchool : words.addSchool),

  run(map, { school }) {
    const name = oneLine(school.name);
    if (name === "") return { refused: words.namelessSchool };
    const when = keptDate(school.when, map.schools.get(school.id)?.when);
    if (typeof when !== "string") return when;
    return revise(map, ({ schools }) => schools.set(school.id, { ...school, name, when }));
  },
};
