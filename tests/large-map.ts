import { newClaim } from "#model/claim.ts";
import type { MapId, RelationId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { onClaim, type Relation } from "#model/relation.ts";
import { claimId } from "./notation.ts";

/** A map of so many claims, each with a note, that answer each other in a comb. */
export function largeMap(claims: number, note = ""): ArgumentMap {
  const all = Array.from({ length: claims }, (_, at) => ({
    ...newClaim(claimId(`c${at}`)),
    text: `Claim number ${at}.`,
    note,
  }));
  const relations = all.slice(1).map((claim, at): Relation => {
    const target = onClaim(all[at >> 3]!.id);
    return {
      id: `r${at}` as RelationId,
      kind: "supports",
      premises: [claim.id],
      target,
      order: "a0",
      mutual: null,
    };
  });
  return {
    ...emptyMap("large" as MapId, { title: "A large debate" }),
    claims: new Map(all.map((claim) => [claim.id, claim])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
  };
}

/** The map with a cross-link from every thirtieth claim to the one that stands as far from the end as it from the start. */
export function withLinks(map: ArgumentMap): ArgumentMap {
  const all = [...map.claims.keys()];
  const links = all.flatMap((claim, at): readonly Relation[] => {
    const target = onClaim(all[all.length - 1 - at]!);
    const id = `s${at}` as RelationId;
    return at % 30 === 5
      ? [{ id, kind: "opposes", premises: [claim], target, order: "a0", mutual: null }]
      : [];
  });
  return { ...map, relations: new Map([...map.relations, ...links.map((each) => [each.id, each] as const)]) };
}
