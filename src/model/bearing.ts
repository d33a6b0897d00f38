import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation, Target } from "#model/relation.ts";

/** What bears on each target, looked up in one pass over the map; in no particular order. */
export function bearingOn({
  relations,
}: Pick<ArgumentMap, "relations">): (target: Target) => readonly Relation[] {
  const onClaims = new Map<ClaimId, Relation[]>();
  const onRelations = new Map<RelationId, Relation[]>();
  for (const relation of relations.values()) {
    const { target } = relation;
    if (target.type === "claim") add(onClaims, target.id, relation);
    else add(onRelations, target.id, relation);
  }
  return (target) => (target.type === "claim" ? onClaims.get(target.id) : onRelations.get(target.id)) ?? [];
}

function add<Id>(found: Map<Id, Relation[]>, id: Id, relation: Relation): void {
  const list = found.get(id);
  if (list === undefined) found.set(id, [relation]);
  else list.push(relation);
}
