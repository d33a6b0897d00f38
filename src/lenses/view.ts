import type { Claim } from "#model/claim.ts";
import type { ClaimId, HolderId, SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { SchoolColour, SchoolPattern } from "#model/people.ts";

/** What a map can be looked at by. */
export const lenses = ["stance", "school", "holder", "evidence", "status"] as const;
export type Lens = (typeof lenses)[number];

/** How a group is told from the others: by its colour, and by its pattern or its icon besides. */
export interface Look {
  /** A school's colour, or a token of `look.css`. */
  readonly colour: SchoolColour | "support" | "oppose" | "ink" | "line";
  readonly pattern: SchoolPattern;
  /** The name of a sign, where the group has one. */
  readonly icon: "thesis" | "reason" | "objection" | "undercutter" | null;
}

/** Claims that a lens shows alike. */
export interface Group {
  /** Unique in its view, and the same for the same group of the next map. */
  readonly key: string;
  readonly name: string;
  readonly look: Look;
  /** How many claims are in it; a claim in two groups counts in both. */
  readonly claims: number;
  readonly school?: SchoolId;
  readonly holder?: HolderId;
}

/** A map through a lens. */
export interface View {
  readonly lens: Lens;
  /** As a legend lists them; the claims that are in no other group come last, and there may be no claim in a group. */
  readonly groups: readonly Group[];
  /** The keys of the groups that each claim of the map is in, in the order of the legend: one at least. */
  readonly groupsOf: ReadonlyMap<ClaimId, readonly string[]>;
}

/** The group of the claims that are in no other. */
export const noGroup = "none";

export type Legend = readonly Omit<Group, "claims">[];

/** Sorts all claims into the groups of a legend. `keysOf` gives keys of the legend, each once and in its order. */
export function sorted(
  lens: Lens,
  { claims }: ArgumentMap,
  legend: Legend,
  keysOf: (claim: Claim) => readonly string[],
): View {
  const places = new Map(legend.map(({ key }, place) => [key, place]));
  const counts = new Uint32Array(legend.length);
  const groupsOf = new Map<ClaimId, readonly string[]>();
  for (const claim of claims.values()) {
    const found = keysOf(claim);
    const keys = found.length === 0 ? inNone : found;
    for (const key of keys) counts[places.get(key)!]!++;
    groupsOf.set(claim.id, keys);
  }
  return { lens, groups: legend.map((group, place) => ({ ...group, claims: counts[place]! })), groupsOf };
}

const inNone: readonly string[] = [noGroup];

/** The last group of a legend. */
export function restOf(name: string): Omit<Group, "claims"> {
  return { key: noGroup, name, look: { colour: "line", pattern: "dashes", icon: null } };
}

/**
 * The claims that step back when groups are hidden: those that are in no other group. A claim that is in a hidden
 * group and in one that is shown stays.
 */
export function dimmed({ groupsOf }: View, hidden: ReadonlySet<string>): ReadonlySet<ClaimId> {
  const found = new Set<ClaimId>();
  if (hidden.size === 0) return found;
  for (const [claim, keys] of groupsOf) if (keys.every((key) => hidden.has(key))) found.add(claim);
  return found;
}
