import type { Argued } from "#lenses/argued.ts";
import { holdersAt, type Standing, standingAt } from "#lenses/course.ts";
import type { ClaimId, HolderId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";

/** How a claim is shown in a year. `undated`: the map does not say when it was argued, so it is shown in every year, and marked. */
export type Shown = Standing | "undated";

/** The debate at the end of a year. */
export interface InYear {
  readonly year: number;
  /** All claims of the map. */
  readonly standing: ReadonlyMap<ClaimId, Shown>;
  readonly counts: Readonly<Record<Shown, number>>;
}

/** How each claim of a map stood at the end of a year. `debate` is what `argued` says of the same map. */
export function standingIn({ claims }: ArgumentMap, { courses }: Argued, year: number): InYear {
  const standing = new Map<ClaimId, Shown>();
  const counts = { notYet: 0, perhaps: 0, argued: 0, abandoned: 0, undated: 0 };
  for (const claim of claims.keys()) {
    const course = courses.get(claim);
    const shown = course === undefined ? "undated" : standingAt(course, year);
    standing.set(claim, shown);
    counts[shown]++;
  }
  return { year, standing, counts };
}

/** Who held a claim at the end of a year: asserted it, or held to it with qualifications. Nobody before it was argued. */
export function heldIn(
  { claims }: ArgumentMap,
  { courses }: Argued,
  claim: ClaimId,
  year: number,
): readonly HolderId[] {
  const course = courses.get(claim);
  if (course !== undefined && standingAt(course, year) === "notYet") return [];
  return holdersAt(claims.get(claim)?.attributions ?? [], year);
}

/** The year of the list to which a play goes on after `year`, or `null` after the last. */
export function nextYear({ years }: Argued, year: number): number | null {
  return years.find((each) => each > year) ?? null;
}
