import { type Claim, newClaim } from "#model/claim.ts";
import { compareIds, type ClaimId, type MapId, type RelationId, type SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { ordersBetween } from "#model/order.ts";
import {
  asAttributions,
  asMemberships,
  type Attribution,
  type Holder,
  newAttribution,
  newHolder,
  newSchool,
  type School,
  schoolColours,
  schoolPatterns,
  stances,
} from "#model/people.ts";
import { onClaim, onRelation, type Relation, type Target } from "#model/relation.ts";
import { type Citation, type CslItem, newCitation, type Source, sourceRoles } from "#model/source.ts";
import { oddTexts } from "./odd-texts.ts";
import { randomDismissals } from "./random-dismissals.ts";
import { withImages } from "./random-images.ts";

/** Numbers in [0, 1), the same for the same seed: mulberry32. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to `end`, without `end`. */
export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

export function chance(random: Random, share: number): boolean {
  return random() < share;
}

export function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item;
export function pick<Item>(random: Random, items: readonly Item[]): Item | undefined;
export function pick<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[below(random, items.length)];
}

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = below(random, last + 1);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

const words = "the secret speech of 1956 was a break with Stalin and not only a struggle for power".split(
  " ",
);

/** A sentence, or something that a person could paste and no one would expect. */
export function randomText(random: Random): string {
  if (chance(random, 0.4)) return pick(random, oddTexts);
  return Array.from({ length: 1 + below(random, 12) }, () => pick(random, words)).join(" ");
}

const orders = [...ordersBetween(null, null, 8), ...ordersBetween("a0", "a1", 4), "a0", "a0", "a0V"];
const rubbishOrders = ["zz!", "0", "ä", "a", "A00000000000000000000000000", "a00"];

function randomOrder(random: Random): string {
  return pick(random, chance(random, 0.1) ? rubbishOrders : orders) ?? "a0";
}

function randomId(random: Random, prefix: string): string {
  return prefix + below(random, 2_176_782_336).toString(36).padStart(6, "0");
}

function randomIds(random: Random, prefix: string, count: number): readonly string[] {
  const ids = new Set<string>();
  while (ids.size < count) ids.add(randomId(random, prefix));
  return [...ids];
}

/**
 * Any map that a document can hold, sound or not: cycles, self-answers, doubles, dangling ends, empty premises,
 * unknown homes, equal order keys and odd text included. Premises are a set in id order, as the app keeps them.
 * `size` is the number of claims; without it there are at most 12.
 */
export function randomMap(random: Random, size: number = below(random, 13)): ArgumentMap {
  const claims = randomIds(random, "c", size) as ClaimId[];
  const steps = size === 0 ? 0 : below(random, Math.ceil(size * 1.8));
  const relations = randomIds(random, "r", steps) as RelationId[];
  const sources = randomIds(random, "s", below(random, 4)) as SourceId[];
  const pool: Pool = { claims, relations, sources };
  return peopled({
    id: randomId(random, "m") as MapId,
    about: {
      title: randomText(random),
      question: randomText(random),
      language: pick(random, ["en", "de", "ar", "he", "ru", "fa-IR", "az-Arab", "zh-Hant-TW"]),
      leavesOut: "",
      dismissed: [],
    },
    claims: new Map(claims.map((id) => [id, randomClaim(random, id, pool)])),
    relations: new Map(relations.map((id) => [id, randomRelation(random, id, pool)])),
    sources: new Map(sources.map((id) => [id, randomSource(random, id)])),
    holders: new Map(),
    schools: new Map(),
  });
}

/** Numbers that follow from a map's id, for what maps have since: so the seeds that once failed still mean the same maps. */
export function laterRandom({ id }: Pick<ArgumentMap, "id">): Random {
  return seeded(Number.parseInt(id.slice(1), 36));
}

/** The map with holders and schools, what they hold, and times: some of it odd, and some that leads nowhere. */
function peopled(map: ArgumentMap): ArgumentMap {
  const random = laterRandom(map);
  const schools = randomIds(random, "g", below(random, 3)) as School["id"][];
  const holders = randomIds(random, "h", below(random, 4)) as Holder["id"][];
  const withHolders = (claim: Claim): Claim => ({
    ...claim,
    attributions: chance(random, 0.4) ? randomHeld(random, holders, [...map.sources.keys()]) : [],
    period: chance(random, 0.2) ? randomDate(random) : "",
  });
  const full = {
    ...map,
    about: { ...map.about, leavesOut: chance(random, 0.3) ? randomText(random) : "" },
    claims: new Map([...map.claims].map(([id, claim]) => [id, withHolders(claim)])),
    sources: new Map([...map.sources].map(([id, source]) => [id, withRole(random, source)])),
    holders: new Map(holders.map((id) => [id, randomHolder(random, id, schools)])),
    schools: new Map(schools.map((id) => [id, randomSchool(random, id)])),
  };
  return {
    ...full,
    about: { ...full.about, dismissed: randomDismissals(random, full, randomText) },
    claims: withImages(random, full.claims, randomText),
  };
}

function withRole(random: Random, source: Source): Source {
  return chance(random, 0.4) ? { ...source, role: pick(random, sourceRoles) } : source;
}

const dates = ["", "1961", "1956-02-25", "1953/1964", "1961/", "../1947", "199X", "1979~", "soon", "1956-13"];

function randomDate(random: Random): string {
  return chance(random, 0.05) ? randomText(random) : (pick(random, dates) ?? "");
}

function randomHolder(random: Random, id: Holder["id"], schools: readonly School["id"][]): Holder {
  const joined = () => ({ school: randomEnd(random, schools), when: randomDate(random) });
  return newHolder(id, {
    name: randomText(random),
    lived: randomDate(random),
    affiliation: chance(random, 0.4) ? randomText(random) : "",
    note: chance(random, 0.3) ? randomText(random) : "",
    memberships: asMemberships(Array.from({ length: below(random, 3) }, joined)),
  });
}

function randomSchool(random: Random, id: School["id"]): School {
  const [colour, pattern] = [pick(random, schoolColours), pick(random, schoolPatterns)];
  const note = chance(random, 0.3) ? randomText(random) : "";
  return newSchool(id, { name: randomText(random), when: randomDate(random), colour, pattern, note });
}

function randomHeld(random: Random, holders: readonly Holder["id"][], sources: readonly SourceId[]) {
  const attributions = Array.from({ length: 1 + below(random, 3) }, () => {
    const holder = randomEnd(random, holders);
    const when = randomDate(random);
    const id = chance(random, 0.5)
      ? randomId(random, "a")
      : pick(random, [`${holder}-asserts-${when}`, holder]);
    return newAttribution(id as Attribution["id"], holder, {
      stance: pick(random, stances),
      when,
      citation: chance(random, 0.3) ? randomCitation(random, sources) : null,
    });
  });
  return asAttributions(attributions);
}

/** Besides, what a faulty program could put into memory: doubled and unsorted premises, empty order keys. */
export function rubbishMap(random: Random, size?: number): ArgumentMap {
  const map = randomMap(random, size);
  const relations = [...map.relations.values()].map((relation) => rubbishRelation(random, relation));
  return { ...map, relations: new Map(relations.map((relation) => [relation.id, relation])) };
}

function rubbishRelation(random: Random, relation: Relation): Relation {
  const premises = shuffled(random, [...relation.premises, ...relation.premises.slice(0, 1)]);
  return { ...relation, premises, order: chance(random, 0.2) ? "" : relation.order };
}

/** The same map, its records put in in another order. */
export function reshuffled(random: Random, map: ArgumentMap): ArgumentMap {
  return {
    ...map,
    claims: new Map(shuffled(random, [...map.claims])),
    relations: new Map(shuffled(random, [...map.relations])),
    sources: new Map(shuffled(random, [...map.sources])),
    holders: new Map([...map.holders].toReversed()),
    schools: new Map([...map.schools].toReversed()),
  };
}

interface Pool {
  readonly claims: readonly ClaimId[];
  readonly relations: readonly RelationId[];
  readonly sources: readonly SourceId[];
}

function randomClaim(random: Random, id: ClaimId, { relations, sources }: Pool) {
  const home = chance(random, 0.6) ? pick(random, relations) : undefined;
  return newClaim(id, {
    text: randomText(random),
    label: chance(random, 0.2) ? randomText(random) : "",
    note: chance(random, 0.3) ? randomText(random) : "",
    home: home ?? (chance(random, 0.05) ? ("nowhere" as RelationId) : null),
    order: randomOrder(random),
    citations: Array.from({ length: chance(random, 0.3) ? 1 + below(random, 2) : 0 }, () =>
      randomCitation(random, sources),
    ),
  });
}

function randomRelation(random: Random, id: RelationId, pool: Pool): Relation {
  const count = pick(random, [1, 1, 1, 1, 1, 2, 3, 0]);
  const premises = Array.from({ length: count }, () => randomEnd(random, pool.claims));
  return {
    id,
    kind: pick(random, ["supports", "opposes"]),
    premises: [...new Set(premises)].toSorted(compareIds),
    target: randomTarget(random, pool),
    order: randomOrder(random),
    mutual: chance(random, 0.05) ? (pick(random, pool.relations) ?? null) : null,
  };
}

function randomTarget(random: Random, { claims, relations }: Pool): Target {
  return chance(random, 0.2) ? onRelation(randomEnd(random, relations)) : onClaim(randomEnd(random, claims));
}

function randomEnd<Id extends string>(random: Random, ids: readonly Id[]): Id {
  return (chance(random, 0.04) ? undefined : pick(random, ids)) ?? ("gone" as Id);
}

function randomCitation(random: Random, sources: readonly SourceId[]): Citation {
  const citation = newCitation(randomEnd(random, sources), {
    locator: pick(random, ["", "187-202", "f. 12r", "Controversies and debates, ¶2", "00:12:40"]),
    label: pick(random, ["page", "folio", "section", "timestamp", "paragraph"]),
    prefix: pick(random, ["", "see", "cf."]),
    suffix: pick(random, ["", "on the whole of it"]),
    quotation: chance(random, 0.3) ? randomText(random) : "",
  });
  // Drawn from what is there, so that the seeds that once failed still mean the same maps.
  return citation.quotation.length % 2 === 1
    ? { ...citation, translation: `“${citation.quotation}”` }
    : citation;
}

function randomSource(random: Random, id: SourceId): Source {
  const base: CslItem = { type: pick(random, ["book", "article-journal", "chapter", "webpage"]) };
  const item: CslItem = {
    ...base,
    title: randomText(random),
    ...(chance(random, 0.7) && { author: [{ family: "Taubman", given: "William" }, { literal: "KPSS" }] }),
    ...(chance(random, 0.7) && { issued: { "date-parts": [[1956, 2, 25]] } }),
    ...(chance(random, 0.3) && { publisher: "Norton", "publisher-place": "New York" }),
    ...(chance(random, 0.2) && { custom: { kept: ["as", 1, true, null] } }),
  };
  return { id, item };
}
