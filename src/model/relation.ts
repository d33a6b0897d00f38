import type { ClaimId, RelationId } from "#model/ids.ts";

export type RelationKind = "supports" | "opposes";

/** What a relation bears on: a claim, or the step that another relation takes. */
export type Target =
  | { readonly type: "claim"; readonly id: ClaimId }
  | { readonly type: "relation"; readonly id: RelationId };

/**
 * One or more premises that bear together on a target.
 * With several premises they are co-premises: they work only together.
 * A relation that opposes a relation is an undercutter: it grants the claim and attacks the step.
 */
export interface Relation {
  readonly id: RelationId;
  readonly kind: RelationKind;
  /** A set: never empty in a map that the app made, no id twice. */
  readonly premises: readonly ClaimId[];
  readonly target: Target;
  /** Fractional key among the relations that bear on the same target. Ties break by id. */
  readonly order: string;
  /** The other half of a mutual contradiction (Argdown's `><`), or `null`. */
  readonly mutual: RelationId | null;
}

export function onClaim(id: ClaimId): Target {
  return { type: "claim", id };
}

export function onRelation(id: RelationId): Target {
  return { type: "relation", id };
}

export function isUndercutter(relation: Relation): boolean {
  return relation.kind === "opposes" && relation.target.type === "relation";
}
