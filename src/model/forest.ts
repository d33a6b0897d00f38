import type { ClaimId, RelationId } from "#model/ids.ts";
import type { RelationKind } from "#model/relation.ts";

/** A (premise, relation) pair outside the tree: the claim is drawn elsewhere. */
export interface CrossLink {
  readonly premise: ClaimId;
  readonly relation: RelationId;
}

/** A relation that has at least one of its premises drawn under it. */
export interface Branching {
  readonly relation: RelationId;
  readonly kind: RelationKind;
  /** Claims drawn here, in the author's order. Several are co-premises in one bracket. */
  readonly premises: readonly ClaimId[];
  /** Premises that are drawn elsewhere ("see" chips), in id order. */
  readonly elsewhere: readonly ClaimId[];
}

/** Where a claim stands. */
export interface ForestNode {
  readonly claim: ClaimId;
  /** The relation under which it is drawn; `null` for a root. */
  readonly relation: RelationId | null;
  /** What it answers, as a person reads it; for an undercutter the attacked premise. `null` for a root. */
  readonly parent: ClaimId | null;
  /** The claim below which it is laid out: the parent, or for an undercutter the claim that the attacked step bears on. `null` for a root. */
  readonly anchor: ClaimId | null;
  /** 0 for a root; the depth among `parent`s. */
  readonly depth: number;
  /** Relations on the claim itself, in the author's order. */
  readonly answers: readonly Branching[];
  /** Undercutters of the step that this claim takes, on its first drawn premise, in the author's order. */
  readonly undercutters: readonly Branching[];
  /** Children among `parent`s in reading order: undercutters first, then answers. */
  readonly children: readonly ClaimId[];
}

/** The spanning forest that is drawn: every claim of the map exactly once, plus what it leaves out. */
export interface Forest {
  readonly roots: readonly ClaimId[];
  readonly nodes: ReadonlyMap<ClaimId, ForestNode>;
  readonly crossLinks: readonly CrossLink[];
  /** All claims, depth first. */
  readonly order: readonly ClaimId[];
}
