import { nearWindow, placesIn, planned, sizesAt } from "#elements/timeline/lane-plan.ts";
import { Teller } from "#elements/timeline/teller.ts";
import { argued } from "#lenses/argued.ts";
import { changedMinds } from "#lenses/changed-mind.ts";
import { viewThrough } from "#lenses/lens.ts";
import { missingIn } from "#lenses/missing.ts";
import { rowsOf } from "#lenses/rows.ts";
import { standingIn } from "#lenses/standing.ts";
import { ticksBetween } from "#lenses/ticks.ts";
import { timelineOf } from "#lenses/timeline.ts";
import { dimmed, lenses } from "#lenses/view.ts";
import type { Claim } from "#model/claim.ts";
import { forestAsBefore, forestOf } from "#model/forest.ts";
import type { AttributionId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import {
  type Holder,
  newAttribution,
  newHolder,
  newSchool,
  type School,
  schoolColours,
  schoolPatterns,
  stances,
} from "#model/people.ts";
import { type Citation, newCitation, type Source, sourceRoles } from "#model/source.ts";
import { below, chance, pick, type Random, seeded } from "../tests/random-map.ts";
import { requestFor } from "./debate.ts";

/** How large a debate is measured. */
export interface Size {
  readonly claims: number;
  readonly sources: number;
  readonly holders: number;
  readonly schools: number;
}

/** A debate of one thesis in which each claim is argued by one to three holders between 1900 and 2026; the same each time. */
export function largeDebate(size: Size): ArgumentMap {
  const random = seeded(5);
  const { map } = requestFor({ claims: size.claims, links: 0.03 });
  const schools = numbered("school", size.schools) as readonly SchoolId[];
  const holders = numbered("holder", size.holders) as readonly HolderId[];
  const sources = numbered("source", size.sources) as readonly SourceId[];
  const argued = (claim: Claim): Claim => ({
    ...claim,
    text: `Claim ${claim.id}: the archive held the charter before the council.`,
    citations: Array.from({ length: below(random, 3) }, () => randomCitation(random, sources)),
    attributions: Array.from({ length: 1 + below(random, 3) }, (_, at) =>
      newAttribution(`a${at}` as AttributionId, pick(random, holders)!, {
        stance: chance(random, 0.7) ? "asserts" : pick(random, stances),
        when: randomDay(random),
      }),
    ),
  });
  return {
    ...map,
    claims: new Map([...map.claims].map(([id, claim]) => [id, argued(claim)])),
    schools: new Map(schools.map((id, at) => [id, schoolAt(id, at)])),
    holders: new Map(holders.map((id) => [id, randomHolder(random, id, schools)])),
    sources: new Map(sources.map((id) => [id, randomWork(random, id)])),
  };
}

/** What a person does to a debate, by name: each on a map that has never been asked before. */
export function stepsOver(debate: ArgumentMap): Readonly<Record<string, () => unknown>> {
  forestOf(debate);
  const fresh = () => {
    const map = { ...debate };
    forestAsBefore(debate, map);
    return map;
  };
  return {
    ...Object.fromEntries(lenses.map((lens) => [`lens: ${lens}`, () => viewThrough(lens, fresh())])),
    ...filtering(debate),
    ...sliding(debate, fresh),
    "what is missing": () => missingIn(fresh()),
    "who changed their mind": () => changedMinds(fresh()),
    ...zooming(debate, fresh),
  };
}

function filtering(debate: ArgumentMap) {
  const view = viewThrough("school", debate);
  const hidden = new Set(view.groups.slice(0, 3).map(({ key }) => key));
  return { "hiding three schools": () => dimmed(view, hidden) };
}

function sliding(debate: ArgumentMap, fresh: () => ArgumentMap) {
  const whole = argued(debate);
  let at = 0;
  return {
    "opening the slider": () => argued(fresh()),
    "a step of the slider": () => standingIn(debate, whole, whole.years[at++ % whole.years.length]!),
  };
}

function zooming(debate: ArgumentMap, fresh: () => ArgumentMap) {
  const { lanes, span } = timelineOf(debate);
  const { first, last } = span!;
  const setting = { pixelsPerYear: 40, from: first, labelWidth: () => 120, gap: 4 };
  return {
    "opening the timeline": () => timelineOf(fresh()),
    "rows of the timeline": () => lanes.map(({ items }) => rowsOf(items, setting)),
    ...panning(debate, setting.pixelsPerYear),
    "ticks of the timeline": () => ticksBetween(first, last, setting.pixelsPerYear, 80),
  };
}

/** What the timeline's screen does when it is zoomed, and when it is panned: all lanes, and what of them is near. */
function panning(debate: ArgumentMap, pixelsPerYear: number) {
  const timeline = timelineOf(debate);
  const teller = new Teller(debate, null);
  const sizes = sizesAt(1);
  const lay = () => planned(timeline, pixelsPerYear, sizes, (item) => teller.length(item));
  const { lanes, height } = lay();
  let at = 0;
  const near = () => {
    const seen = nearWindow(at % 4000, (at += 997) % height, { width: 1280, height: 600 });
    return lanes.map((lane) => placesIn(lane, seen, sizes));
  };
  return { "zooming the timeline's lanes": lay, "panning them": near };
}

/** The least that any of these has to do: to look at each claim and put down one word for it. */
export function naivePass({ claims }: ArgumentMap): unknown {
  return new Map([...claims.keys()].map((id) => [id, "seen"]));
}

function schoolAt(id: SchoolId, at: number): School {
  const look = { colour: schoolColours[at % 8]!, pattern: schoolPatterns[(at * 3) % 8]! };
  return newSchool(id, { name: id, when: `${1910 + 5 * at}/`, ...look });
}

function randomHolder(random: Random, id: HolderId, schools: readonly SchoolId[]): Holder {
  const first = { school: pick(random, schools)!, when: chance(random, 0.5) ? "1930/1980" : "" };
  return newHolder(id, { name: id, memberships: [first, { school: pick(random, schools)!, when: "1975/" }] });
}

function randomCitation(random: Random, sources: readonly SourceId[]): Citation {
  return newCitation(pick(random, sources)!, {
    locator: chance(random, 0.8) ? "12" : "",
    quotation: chance(random, 0.3) ? "Words" : "",
  });
}

function randomDay(random: Random): string {
  const year = 1900 + below(random, 127);
  return pick(random, [
    "",
    `${year}`,
    `${year}~`,
    `${year}-0${1 + below(random, 9)}`,
    `${Math.floor(year / 10)}X`,
    `${year}/${year + 3}`,
  ]);
}

function randomWork(random: Random, id: SourceId): Source {
  const item = { type: "book", title: id, issued: { "date-parts": [[1900 + below(random, 127)]] } };
  return { id, item, ...(chance(random, 0.8) && { role: pick(random, sourceRoles) }) };
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${name}-${String(at).padStart(4, "0")}`);
}
