import { readDating } from "#dating/dating.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Holder } from "#model/people.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/** Why a date cannot be read, in a sentence; `null` for one that can, and for none. It is kept as it is all the same. */
export function faultOfDate(written: string): string | null {
  if (written === "") return null;
  const dating = readDating(written);
  return "refused" in dating ? dating.refused : null;
}

/** A sentence for each date of a map that cannot be read, with whose it is. */
export function oddDates({ claims, holders, schools }: ArgumentMap): readonly string[] {
  const found: string[] = [];
  const look = (place: string, written: string) => {
    const fault = faultOfDate(written);
    if (fault !== null) found.push(words.oddDate(place, fault));
  };
  for (const { id, period, attributions } of claims.values()) {
    look(words.ofClaim(id), period);
    for (const { when } of attributions) look(words.ofClaim(id), when);
  }
  for (const holder of holders.values())
    for (const date of datesOf(holder)) look(words.ofHolder(holder.id), date);
  for (const { id, when } of schools.values()) look(words.ofSchool(id), when);
  return found;
}

function datesOf({ lived, memberships }: Holder): readonly string[] {
  return [lived, ...memberships.map(({ when }) => when)];
}
