import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Relation, RelationKind } from "#model/relation.ts";

/** What a claim bears on, in a form in which two maps compare. */
export interface Bearing {
  /** How the step under which it is drawn bears on its target; `null` for a thesis. */
  readonly kind: RelationKind | null;
  /** What that step bears on; empty for a thesis. */
  readonly drawnUnder: string;
  /** What it bears on besides, and how: sorted. */
  readonly besides: readonly string[];
}

/** What each claim of a map bears on, looked up in one pass over the map. */
export function bearingOf(map: ArgumentMap): (claim: ClaimId) => Bearing {
  const { nodes } = forestOf(map);
  const steps = new Map<ClaimId, Relation[]>();
  for (const relation of map.relations.values()) {
    for (const premise of new Set(relation.premises)) {
      const list = steps.get(premise);
      if (list === undefined) steps.set(premise, [relation]);
      else list.push(relation);
    }
  }
  return (claim) => {
    const drawn = nodes.get(claim)?.relation ?? null;
    const relation = drawn === null ? undefined : map.relations.get(drawn);
    const others = (steps.get(claim) ?? []).filter(({ id }) => id !== drawn);
    return {
      kind: relation?.kind ?? null,
      drawnUnder: relation === undefined ? "" : targetOf(relation),
      besides: others.map((other) => `${other.kind} ${targetOf(other)}`).toSorted(),
    };
  };
}

function targetOf({ target }: Relation): string {
  return `${target.type} ${target.id}`;
}
