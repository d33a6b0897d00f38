import { inShort } from "#elements/dialogs/targets.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Steps } from "#model/steps.ts";
import type { FoundIn } from "#search/entry.ts";
import { createFinder, type Finder, type Findings } from "#search/finder.ts";
import { findLiteral } from "#search/literal.ts";
import type { MapSession } from "#session/map-session.ts";
import { findWords as words } from "#words/find.ts";

/** How many results are listed. */
export const listedResults = 50;
const pathLength = 40;

/** What is looked for; `null` for `replacing` where nothing is to be replaced. */
export interface Wanted {
  readonly typed: string;
  readonly replacing: { readonly matchCase: boolean } | null;
  /** Whether names are hidden: then nobody finds out by looking for one whose claim it is. */
  readonly isBlind: boolean;
}

/** What is found by now. */
export interface FoundNow extends Findings {
  /** How many places a replacement would change, 0 where nothing is to be replaced. */
  readonly places: number;
  /** Whether all of the map was looked through. */
  readonly isWhole: boolean;
}

/** What is looked through while names are hidden. */
const nameless: readonly FoundIn[] = ["text", "note"];

const finders = new WeakMap<MapSession, Finder>();

/** What finds in an open map: made once, and kept up to date after that. */
export function finderOf(session: MapSession): Finder {
  const map = session.map.value;
  const finder = finders.get(session) ?? createFinder(map);
  finders.set(session, finder);
  finder.update(map);
  return finder;
}

/** What is found in the map as it is, in steps where there is much to look through. */
export function* finding(session: MapSession, { typed, replacing, isBlind }: Wanted): Steps<FoundNow> {
  const map = session.map.value;
  if (replacing !== null) {
    const wanted = { needle: typed, matchCase: replacing.matchCase };
    return { ...findLiteral(map, session.forest.value, wanted, listedResults), isWhole: true };
  }
  if (typed.trim() === "") return { count: 0, shown: [], places: 0, isWhole: true };
  const finder = finderOf(session);
  const found = yield* finder.finding(typed, listedResults, isBlind ? nameless : undefined);
  return { ...found, places: 0, isWhole: finder.left === 0 };
}

/** "Reform was right › Hungary 1956 shows…": the way down to a claim, each step by its short name or first words. */
export function pathInWords(map: ArgumentMap, path: readonly ClaimId[]): string {
  return path.map((claim) => nameOf(map, claim)).join(" › ");
}

/** How a claim was drawn into the tree: by a reason, an objection, or not at all. */
export function kindOf(map: ArgumentMap, forest: Forest, claim: ClaimId) {
  const relation = forest.nodes.get(claim)?.relation ?? null;
  return relation === null ? undefined : map.relations.get(relation);
}

/** A claim's short name, or its first words. */
export function nameOf(map: ArgumentMap, claim: ClaimId): string {
  const record = map.claims.get(claim);
  return record?.label || inShort(record?.text || words.emptyClaim, pathLength);
}
