import { sidesTaken } from "#lenses/sides.ts";
import { byTime, type When, whenOf } from "#lenses/when.ts";
import { forestOf } from "#model/forest.ts";
import { type ClaimId, compareIds, type HolderId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Attribution, type Stance, stances } from "#model/people.ts";

/**
 * How a holder departs from what he or she held before. `qualified`, `denied`, `abandoned`: a claim that was held;
 * `cameRound`: to a claim that had been denied or abandoned; `otherSide`: to the other side of `target`. `bothSides`
 * is no change of mind: both sides of `target` may have been argued at once.
 */
export type Departure =
  | { readonly type: "qualified" | "denied" | "abandoned" | "cameRound"; readonly from: Attribution }
  | {
      readonly type: "otherSide" | "bothSides";
      /** The lowest claim for which one of both speaks, and against which the other. */
      readonly target: ClaimId;
      /** The earlier claim, on the other side. */
      readonly from: ClaimId;
    };

/** A step of a holder's path: what he or she said of a claim, and when. */
export interface PathStep {
  readonly claim: ClaimId;
  readonly attribution: Attribution;
  /** `null` where it is not dated: such steps come last, and depart from nothing, since nobody can say what was before. */
  readonly when: When | null;
  readonly departures: readonly Departure[];
}

/** What a holder said, in the order of time; of one time as the claims are drawn. */
export function pathOf(map: ArgumentMap, holder: HolderId): readonly PathStep[] {
  return pathsIn(map).get(holder) ?? [];
}

/** A holder who departed from what he or she held, with the whole path. */
export interface ChangedMind {
  readonly holder: HolderId;
  readonly path: readonly PathStep[];
  /** How often. */
  readonly changes: number;
}

/** Who changed their mind, those who did so most often first, then by id. Also holders who are not in the map. */
export function changedMinds(map: ArgumentMap): readonly ChangedMind[] {
  return [...pathsIn(map)]
    .map(([holder, path]) => ({ holder, path, changes: changesIn(path) }))
    .filter(({ changes }) => changes > 0)
    .toSorted((a, b) => b.changes - a.changes || compareIds(a.holder, b.holder));
}

function changesIn(path: readonly PathStep[]): number {
  return path.flatMap(({ departures }) => departures).filter(({ type }) => type !== "bothSides").length;
}

type Said = Omit<PathStep, "departures">;

const known = new WeakMap<ArgumentMap, ReadonlyMap<HolderId, readonly PathStep[]>>();

function pathsIn(map: ArgumentMap): ReadonlyMap<HolderId, readonly PathStep[]> {
  const found = known.get(map) ?? findPaths(map);
  known.set(map, found);
  return found;
}

function findPaths(map: ArgumentMap): ReadonlyMap<HolderId, readonly PathStep[]> {
  const said = new Map<HolderId, Said[]>();
  for (const claim of forestOf(map).order) {
    for (const attribution of map.claims.get(claim)!.attributions.toSorted(byStance)) {
      const step = { claim, attribution, when: whenOf(attribution.when) };
      const others = said.get(attribution.holder);
      if (others === undefined) said.set(attribution.holder, [step]);
      else others.push(step);
    }
  }
  const inTime = (steps: readonly Said[]) => steps.toSorted((a, b) => byTime(a.when, b.when));
  return new Map([...said].map(([holder, steps]) => [holder, departing(map, inTime(steps))]));
}

/** Whoever abandons a claim in a year asserted it before. */
function byStance(a: Attribution, b: Attribution): number {
  return stances.indexOf(a.stance) - stances.indexOf(b.stance);
}

function departing(map: ArgumentMap, said: readonly Said[]): readonly PathStep[] {
  const last = new Map<ClaimId, Attribution>();
  const sides = sidesTaken(map);
  return said.map(({ claim, attribution, when }) => {
    const departures: Departure[] = [];
    if (when === null || attribution.stance === "reports") return { claim, attribution, when, departures };
    const own = departureFrom(last.get(claim), attribution);
    last.set(claim, attribution);
    if (own !== null) departures.push(own);
    const met = attribution.stance === "asserts" ? sides(claim, when) : null;
    if (met !== null) {
      const { target, from, isLater } = met;
      departures.push({ type: isLater ? "otherSide" : "bothSides", target, from });
    }
    return { claim, attribution, when, departures };
  });
}

/** How a stance that is the holder's own departs from the last one on the same claim. */
function departureFrom(from: Attribution | undefined, { stance }: Attribution): Departure | null {
  if (from === undefined || stance === "reports") return null;
  if (!holds(from.stance)) return holds(stance) ? { type: "cameRound", from } : null;
  if (stance === "denies") return { type: "denied", from };
  if (stance === "abandons") return { type: "abandoned", from };
  return stance === "qualifies" && from.stance === "asserts" ? { type: "qualified", from } : null;
}

function holds(stance: Stance): boolean {
  return stance === "asserts" || stance === "qualifies";
}
