import { schoolsInOrder } from "#lenses/affiliation.ts";
import { viewThrough } from "#lenses/lens.ts";
import { byTime, whenOf } from "#lenses/when.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId, HolderId, SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { lookingWords as words } from "#words/looking.ts";

/** What stands in for the names of holders and schools. */
export interface Masks {
  /** `null` where the name is shown. */
  holder(holder: HolderId): string | null;
  school(school: SchoolId): string | null;
  /** Holders and schools of a claim whose names are not shown. */
  hiddenOn(claim: ClaimId): readonly (HolderId | SchoolId)[];
}

/** The same letter for the same holder all over the map, in the order in which a reader meets them: names do not show through. */
export function masksOf(map: ArgumentMap, revealed: ReadonlySet<HolderId | SchoolId>): Masks {
  const { holders, schools } = lettersOf(map);
  const masked = <Id extends HolderId | SchoolId>(letters: ReadonlyMap<Id, string>, id: Id) =>
    revealed.has(id) ? null : (letters.get(id) ?? null);
  return {
    holder: (holder) => masked(holders, holder),
    school: (school) => masked(schools, school),
    hiddenOn: (claim) => namedOn(map, claim).filter((id) => !revealed.has(id)),
  };
}

interface Letters {
  readonly holders: ReadonlyMap<HolderId, string>;
  readonly schools: ReadonlyMap<SchoolId, string>;
}

const known = new WeakMap<ArgumentMap, Letters>();

function lettersOf(map: ArgumentMap): Letters {
  const found = known.get(map) ?? letter(map);
  known.set(map, found);
  return found;
}

function letter(map: ArgumentMap): Letters {
  const met = new Set<HolderId>();
  for (const id of forestOf(map).order) {
    const attributions = map.claims.get(id)?.attributions ?? [];
    if (attributions.length === 0) continue;
    for (const { holder } of attributions.toSorted((a, b) => byTime(whenOf(a.when), whenOf(b.when))))
      if (map.holders.has(holder)) met.add(holder);
  }
  for (const id of map.holders.keys()) met.add(id);
  const schools = schoolsInOrder(map).map(({ id }, at) => [id, words.maskedSchool(letterAt(at))] as const);
  return {
    holders: new Map([...met].map((id, at) => [id, letterAt(at)])),
    schools: new Map(schools),
  };
}

/** A to Z, then AA. */
function letterAt(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letterAt(Math.floor(at / 26) - 1) + letter;
}

/** Each once: who has taken a stance on the claim, and the schools that it is of. */
function namedOn(map: ArgumentMap, claim: ClaimId): readonly (HolderId | SchoolId)[] {
  const view = viewThrough("school", map);
  const keys = view.groupsOf.get(claim) ?? [];
  const schools = view.groups.flatMap(({ key, school }) =>
    school !== undefined && keys.includes(key) ? [school] : [],
  );
  const attributions = map.claims.get(claim)?.attributions ?? [];
  const holders = attributions.map(({ holder }) => holder).filter((holder) => map.holders.has(holder));
  return [...new Set([...holders, ...schools])];
}
