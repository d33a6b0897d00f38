import type { Command } from "#commands/command.ts";
import { revise } from "#commands/revising.ts";
import type { SchoolId } from "#model/ids.ts";
import { membersOf } from "#model/uses.ts";
import { peopleWords as words } from "#words/people.ts";

export interface DeleteSchoolInput {
  readonly school: SchoolId;
}

/** Deletes a school. Its members stay, and belong to it no more. */
export const deleteSchool: Command<DeleteSchoolInput> = {
  name: "delete-school",

  label: (map, { school }) => words.deleteSchool(membersOf(map, school).length),

  run(map, { school: id }) {
    if (!map.schools.has(id)) return { refused: words.schoolGone };
    return revise(map, ({ holders, schools }) => {
      schools.delete(id);
      for (const holder of membersOf(map, id)) {
        const memberships = holder.memberships.filter(({ school }) => school !== id);
        holders.set(holder.id, { ...holder, memberships });
      }
    });
  },
};
