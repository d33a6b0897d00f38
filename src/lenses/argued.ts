import type { DayNumber } from "#lenses/calendar.ts";
import { type Course, courseOf, type Dated, datedAmong, leaves } from "#lenses/course.ts";
import { issuedWhen, type When } from "#lenses/when.ts";
import type { Claim } from "#model/claim.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution } from "#model/people.ts";

/** That a holder took a stance on a claim at a time that is known. */
export interface Event {
  readonly claim: ClaimId;
  readonly attribution: Attribution;
  readonly when: When;
}

/** When a claim was first argued, as far as the map says. */
export interface First {
  readonly when: When;
  /** `source` where no attribution has a date that can be read: the earliest work in which the claim is found. */
  readonly from: "attribution" | "source";
}

/** The debate in its years. */
export interface Argued {
  /** By time; those of one time as their claims are drawn. */
  readonly events: readonly Event[];
  /** Claims of which it is not known when they were argued are left out. */
  readonly first: ReadonlyMap<ClaimId, First>;
  /** How each of the dated claims stood through the years. */
  readonly courses: ReadonlyMap<ClaimId, Course>;
  /** The years in which something happens, in order: the steps of a slider. Empty where nothing is dated. */
  readonly years: readonly number[];
}

const known = new WeakMap<ArgumentMap, Argued>();

/** When the claims of a map were argued. Asked again for the same map, it is there. */
export function argued(map: ArgumentMap): Argued {
  const found = known.get(map) ?? reckon(map);
  known.set(map, found);
  return found;
}

function reckon(map: ArgumentMap): Argued {
  const events: Event[] = [];
  const first = new Map<ClaimId, First>();
  const courses = new Map<ClaimId, Course>();
  const years = new Set<number>();
  for (const id of forestOf(map).order) {
    const claim = map.claims.get(id)!;
    const dated = datedAmong(claim.attributions);
    const begun = firstOf(dated) ?? firstInSources(map, claim);
    if (begun === null) continue;
    const course = courseOf(begun.when, claim.attributions, dated);
    first.set(claim.id, begun);
    courses.set(claim.id, course);
    for (const { year } of course) years.add(year);
    for (const { attribution, when } of dated) {
      events.push({ claim: claim.id, attribution, when });
      years.add(when.earliest);
      if (leaves(attribution.stance)) years.add(when.surest);
    }
  }
  return { events: inOrder(events), first, courses, years: [...years].toSorted((a, b) => a - b) };
}

/** By the first day that each can mean. Many have one day in common, so that days are sorted and not events. */
function inOrder(events: readonly Event[]): readonly Event[] {
  const onDay = new Map<DayNumber, Event[]>();
  for (const event of events) {
    const day = event.when.first ?? event.when.begunBy;
    const others = onDay.get(day);
    if (others === undefined) onDay.set(day, [event]);
    else others.push(event);
  }
  return [...onDay.keys()].toSorted((a, b) => a - b).flatMap((day) => onDay.get(day)!);
}

/** Whatever the stance: who denies a claim answers somebody who has made it. */
function firstOf(dated: readonly Dated[]): First | null {
  let when: When | null = null;
  for (const each of dated) when = when === null ? each.when : earlier(when, each.when);
  return when === null ? null : { when, from: "attribution" };
}

/**
 * The earliest work that the claim is found in. A primary source is left out: it says when the evidence came to be,
 * and not when somebody argued from it.
 */
function firstInSources({ sources }: ArgumentMap, { citations, attributions }: Claim): First | null {
  const cited = [...citations, ...attributions.flatMap(({ citation }) => citation ?? [])];
  const whens = cited.flatMap(({ source }) => {
    const work = sources.get(source);
    return work === undefined || work.role === "primary" ? [] : (issuedWhen(work) ?? []);
  });
  return whens.length === 0 ? null : { when: whens.reduce(earlier), from: "source" };
}

/** The earlier of two, and the surer where both can have begun in the same year. */
function earlier(a: When, b: When): When {
  const order = a.earliest - b.earliest || a.surest - b.surest;
  return order <= 0 ? a : b;
}
