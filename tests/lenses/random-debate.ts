import type { Claim } from "#model/claim.ts";
import type { AttributionId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import {
  type Attribution,
  type Holder,
  newAttribution,
  newHolder,
  newSchool,
  type School,
  schoolColours,
  schoolPatterns,
  type Stance,
  stances,
} from "#model/people.ts";
import { newCitation, type Source, sourceRoles } from "#model/source.ts";
import { below, chance, pick, type Random, randomMap, rubbishMap, seeded } from "../random-map.ts";

const dates: readonly string[] = [
  ..."1957,1961,1961-05,1961-05-17,c. 1959,1959?,1963%,196X,19XX,1953/1964,1962/,/1965,1970/..,1956-21".split(
    ",",
  ),
  ...",,in the fifties,1961-13,1964/1953,-0430,0000,Y170000002,/".split(","),
];

/** A date as a map may have it, many of them in the same years; now and then one that cannot be. */
function randomDate(random: Random): string {
  return pick(random, dates) ?? "";
}

/** What may be left out, so that a law can speak of debates of one sort. */
export interface Sort {
  readonly stances?: readonly Stance[];
}

/** A map of any kind with holders, schools, attributions and roles of any kind, some of them dangling. */
function randomDebate(
  random: Random,
  map: ArgumentMap,
  { stances: allowed = stances }: Sort = {},
): ArgumentMap {
  const schools = numbered("school", below(random, 5)) as readonly SchoolId[];
  const holders = numbered("holder", below(random, 7)) as readonly HolderId[];
  const pool = { holders, sources: [...map.sources.keys()], allowed };
  const argued = (claim: Claim): Claim => ({
    ...claim,
    period: chance(random, 0.2) ? randomDate(random) : "",
    attributions: Array.from({ length: below(random, 4) }, (_, at) =>
      randomAttribution(random, `a${at}` as AttributionId, pool),
    ),
  });
  return {
    ...map,
    claims: new Map([...map.claims].map(([id, claim]) => [id, argued(claim)])),
    holders: new Map(holders.map((id) => [id, randomHolder(random, id, schools)])),
    schools: new Map(schools.map((id) => [id, randomSchool(random, id)])),
    sources: new Map([...map.sources.values()].map((source) => [source.id, withRole(random, source)])),
  };
}

/** Runs a law on many small debates, sound and odd; a failure names its seed. */
export function forRandomDebates(
  count: number,
  law: (map: ArgumentMap, random: Random) => void,
  sort: Sort = {},
): void {
  for (let seed = 1; seed <= count; seed++) {
    const random = seeded(seed);
    const map = randomDebate(random, seed % 2 === 0 ? randomMap(random) : rubbishMap(random), sort);
    try {
      law(map, random);
    } catch (cause) {
      throw new Error(`Seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${name}-${at}`);
}

function randomAttribution(
  random: Random,
  id: AttributionId,
  pool: {
    readonly holders: readonly HolderId[];
    readonly sources: readonly SourceId[];
    readonly allowed: readonly Stance[];
  },
): Attribution {
  const source = pick(random, pool.sources) ?? ("gone" as SourceId);
  return newAttribution(id, anyOf(random, pool.holders), {
    stance: pick(random, pool.allowed) ?? "asserts",
    when: randomDate(random),
    citation: chance(random, 0.3) ? newCitation(source, { quotation: pick(random, ["", "Words"]) }) : null,
  });
}

function randomHolder(random: Random, id: HolderId, schools: readonly SchoolId[]): Holder {
  return newHolder(id, {
    name: pick(random, ["", "Fritz Fischer", "Gerhard Ritter", id]),
    lived: pick(random, ["", "", "1908/1999", "1908", "unknown", "1962/"]),
    memberships: Array.from({ length: below(random, 3) }, () => ({
      school: anyOf(random, schools),
      when: randomDate(random),
    })),
  });
}

function randomSchool(random: Random, id: SchoolId): School {
  return newSchool(id, {
    name: pick(random, ["", "Revisionists", id]),
    when: randomDate(random),
    colour: pick(random, schoolColours),
    pattern: pick(random, schoolPatterns),
  });
}

function withRole(random: Random, source: Source): Source {
  const role = pick(random, [undefined, ...sourceRoles]);
  return role === undefined ? source : { ...source, role };
}

function anyOf<Id extends string>(random: Random, ids: readonly Id[]): Id {
  return (chance(random, 0.1) ? undefined : pick(random, ids)) ?? ("gone" as Id);
}
