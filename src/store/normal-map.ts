import type { RelationId } from "#model/ids.ts";
import { compareIds } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";

/** The map as a document would give it back: premises, which are a set, in id order. */
export function normalMap(map: ArgumentMap): ArgumentMap {
  const relations = new Map<RelationId, Relation>();
  for (const [id, relation] of map.relations)
    relations.set(id, { ...relation, premises: [...new Set(relation.premises)].toSorted(compareIds) });
  return { ...map, relations };
}
