import type { Command, Refusal } from "#commands/command.ts";
import { keptDate } from "#commands/dated.ts";
import { oneLine, revise } from "#commands/revising.ts";
import type { ArgumentMap } from "#model/map.ts";
import { asMemberships, type Holder, type Membership } from "#model/people.ts";
import { peopleWords as words } from "#words/people.ts";

export interface PutHolderInput {
  /** A new holder, with a fresh id, or one of the map's as it is from now on. Its dates may be as a person writes them. */
  readonly holder: Holder;
}

/** Adds a holder, or gives one of the map's another record. */
export const putHolder: Command<PutHolderInput> = {
  name: "put-holder",

  label: (map, { holder }) => (map.holders.has(holder.id) ? words.editHolder : words.addHolder),

  run(map, { holder }) {
    const kept = keptHolder(map, holder);
    return "refused" in kept ? kept : revise(map, ({ holders }) => holders.set(kept.id, kept));
  },
};

/** A holder as a map keeps it: a name of one line, dates in EDTF, each membership once. */
export function keptHolder(map: ArgumentMap, holder: Holder): Holder | Refusal {
  const name = oneLine(holder.name);
  if (name === "") return { refused: words.namelessHolder };
  const before = map.holders.get(holder.id);
  const lived = keptDate(holder.lived, before?.lived);
  if (typeof lived !== "string") return lived;
  const memberships: Membership[] = [];
  for (const membership of holder.memberships) {
    const kept = keptMembership(map, membership, before?.memberships ?? []);
    if ("refused" in kept) return kept;
    memberships.push(kept);
  }
  return {
    ...holder,
    name,
    lived,
    affiliation: oneLine(holder.affiliation),
    memberships: asMemberships(memberships),
  };
}

/** What stands there already may stay, be its school gone or its time unreadable. */
function keptMembership(
  { schools }: ArgumentMap,
  { school, when: written }: Membership,
  before: readonly Membership[],
): Membership | Refusal {
  const there = before.filter((each) => each.school === school);
  if (!schools.has(school) && there.length === 0) return { refused: words.schoolGone };
  const when = keptDate(written, there.find((each) => each.when === written)?.when);
  return typeof when === "string" ? { school, when } : when;
}
