import { argued } from "#lenses/argued.ts";
import { viewThrough } from "#lenses/lens.ts";
import { standingIn } from "#lenses/standing.ts";
import { dimmed, lenses } from "#lenses/view.ts";
import type { Claim } from "#model/claim.ts";
import { forestAfter, forestOf } from "#model/forest.ts";
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
    forestAfter(debate, map);
    return map;
  };
  return {
    ...Object.fromEntries(lenses.map((lens) => [`lens: ${lens}`, () => viewThrough(lens, fresh())])),
    ...filtering(debate),
    ...sliding(debate, fresh),
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
