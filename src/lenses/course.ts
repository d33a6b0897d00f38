import { type When, whenOf } from "#lenses/when.ts";
import type { HolderId } from "#model/ids.ts";
import { type Attribution, type Stance, stances } from "#model/people.ts";

/**
 * How a claim stands in a year. `perhaps`: it may have been argued by then, and it is not sure. `abandoned`: those who
 * held it have given it up.
 */
export type Standing = "notYet" | "perhaps" | "argued" | "abandoned";

/** How a claim stood from a year on. */
export interface Turn {
  readonly year: number;
  readonly standing: Standing;
}

/** The turns of a claim, in order; before the first it was not yet argued. Never empty, no two alike in a row. */
export type Course = readonly Turn[];

/** An attribution with a date that can be read. */
export interface Dated {
  readonly attribution: Attribution;
  readonly when: When;
}

export function datedAmong(attributions: readonly Attribution[]): readonly Dated[] {
  const dated: Dated[] = [];
  for (const attribution of attributions) {
    const when = whenOf(attribution.when);
    if (when !== null) dated.push({ attribution, when });
  }
  return dated;
}

/** How a claim stood through the years that was first argued `begun`, by these attributions of it. */
export function courseOf(begun: When, attributions: readonly Attribution[], dated: readonly Dated[]): Course {
  const from = begun.earliest;
  let surely = begun.surest;
  for (const { when } of dated) surely = Math.min(surely, when.surest);
  const turns: Turn[] = from < surely ? [{ year: from, standing: "perhaps" }] : [];
  if (!attributions.some(({ stance }) => leaves(stance))) {
    turns.push({ year: surely, standing: "argued" });
    return turns;
  }
  const ways = waysOf(attributions);
  const later = ways.map(({ year }) => year).filter((year) => year > surely && year < Infinity);
  for (const year of [surely, ...later]) {
    const standing = isAbandoned(ways, year) ? "abandoned" : "argued";
    if (turns.at(-1)?.standing !== standing) turns.push({ year, standing });
  }
  return turns;
}

/** How a claim with this course stands at the end of a year. */
export function standingAt(course: Course, year: number): Standing {
  for (let turn = course.length - 1; turn >= 0; turn--)
    if (course[turn]!.year <= year) return course[turn]!.standing;
  return "notYet";
}

/** Those who hold to a claim at the end of a year, in the order in which they first took a side. */
export function holdersAt(attributions: readonly Attribution[], year: number): readonly HolderId[] {
  return [...positionsAt(waysOf(attributions), year)].flatMap(([holder, { holds }]) =>
    holds ? [holder] : [],
  );
}

/** What an attribution does, and from which year on. */
interface Way {
  readonly holder: HolderId;
  readonly stance: Stance;
  readonly year: number;
}

interface Position {
  readonly holds: boolean;
  readonly hasLeft: boolean;
}

/**
 * All that holders did with a claim, in order. To give it up counts from the year in which that is sure, all else from
 * the first in which it can be. Without a date, who holds it held it from the first, and who gave it up does so never:
 * nobody can say when.
 */
function waysOf(attributions: readonly Attribution[]): readonly Way[] {
  return attributions
    .map(({ holder, stance, when }) => ({ holder, stance, year: yearOf(stance, whenOf(when)) }))
    .toSorted(
      (a, b) => compareYears(a.year, b.year) || stances.indexOf(a.stance) - stances.indexOf(b.stance),
    );
}

function yearOf(stance: Stance, when: When | null): number {
  if (when === null) return leaves(stance) ? Infinity : -Infinity;
  return leaves(stance) ? when.surest : when.earliest;
}

function compareYears(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function isAbandoned(ways: readonly Way[], year: number): boolean {
  const positions = [...positionsAt(ways, year).values()];
  return positions.some(({ hasLeft }) => hasLeft) && !positions.some(({ holds }) => holds);
}

/** Where each holder stands who has taken a side. Who denies a claim without having held it has not left it. */
function positionsAt(ways: readonly Way[], year: number): ReadonlyMap<HolderId, Position> {
  const positions = new Map<HolderId, Position>();
  for (const { holder, stance, year: from } of ways) {
    if (from > year) break;
    const before = positions.get(holder);
    const hadHeld = before !== undefined && (before.holds || before.hasLeft);
    if (stance === "asserts" || stance === "qualifies")
      positions.set(holder, { holds: true, hasLeft: false });
    if (leaves(stance)) positions.set(holder, { holds: false, hasLeft: stance === "abandons" || hadHeld });
  }
  return positions;
}

/** Whether a holder who takes this stance does not hold the claim any more. */
export function leaves(stance: Stance): boolean {
  return stance === "abandons" || stance === "denies";
}
