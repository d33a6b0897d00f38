import type { LayoutRequest } from "#layout/request.ts";
import { newClaim } from "#model/claim.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId, MapId, RelationId } from "#model/ids.ts";
import { emptyMap, type ArgumentMap } from "#model/map.ts";
import { ordersBetween } from "#model/order.ts";
import { onClaim, type Relation } from "#model/relation.ts";
import { below, chance, type Random, seeded } from "../tests/random-map.ts";

export interface Debate {
  readonly claims: number;
  /** The share of claims that answer a second claim, anywhere. */
  readonly links?: number;
  readonly stackLeaves?: boolean;
}

/** A debate of one thesis, all unfolded, the same each time: cards of one width and 60 to 180 high. */
export function requestFor({ claims, links = 0, stackLeaves = false }: Debate): LayoutRequest {
  const random = seeded(7);
  const map = debate(random, claims, links);
  const heights = new Map([...map.claims.keys()].map((claim) => [claim, 60 + below(random, 121)]));
  return {
    map,
    forest: forestOf(map),
    folded: new Set(),
    stackLeaves,
    sizeOf: (claim) => ({ width: 260, height: heights.get(claim) ?? 0 }),
  };
}

/** Claims answer claims near the thesis, so that the tree is some levels deep and no claim has too many answers. */
function debate(random: Random, count: number, links: number): ArgumentMap {
  const orders = ordersBetween(null, null, count);
  const claims = Array.from({ length: count }, (_, at) =>
    newClaim(claimId(at), { home: at === 0 ? null : relationId("r", at), order: orders[at] ?? "a0" }),
  );
  const relations = claims.flatMap(({ order }, at): readonly Relation[] => {
    const answer =
      at === 0 ? [] : [relation(random, relationId("r", at), at, below(random, Math.ceil(at / 4)), order)];
    const link = chance(random, links)
      ? [relation(random, relationId("s", at), at, below(random, count), order)]
      : [];
    return [...answer, ...link];
  });
  return {
    ...emptyMap("m" as MapId, { title: "A debate" }),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    relations: new Map(relations.map((each) => [each.id, each])),
  };
}

function relation(random: Random, own: RelationId, premise: number, target: number, order: string): Relation {
  const kind = chance(random, 0.6) ? "supports" : "opposes";
  const premises = [claimId(premise)];
  return { id: own, kind, premises, target: onClaim(claimId(target)), order, mutual: null };
}

function claimId(at: number): ClaimId {
  return `c${numbered(at)}` as ClaimId;
}

/** "r" for the relation that a claim is drawn under, "s" for its second. */
function relationId(prefix: "r" | "s", at: number): RelationId {
  return `${prefix}${numbered(at)}` as RelationId;
}

function numbered(at: number): string {
  return at.toString(36).padStart(9, "0");
}
