import type { Command, Refusal } from "#commands/command.ts";
import { detach, isSolePremise } from "#commands/detaching.ts";
import {
  type After,
  orderAmongClaims,
  orderAmongRelations,
  relationsOnto,
  thesesOf,
} from "#commands/placing.ts";
import { partFrom, refuseTarget, revise, type Revision } from "#commands/revising.ts";
import { anchorOf } from "#model/anchors.ts";
import { ancestors, branchOf } from "#model/counts.ts";
import { isSame } from "#model/equality.ts";
import { type Forest, forestOf } from "#model/forest.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, onRelation, type Relation, type RelationKind, type Target } from "#model/relation.ts";
import { commandWords as words } from "#words/commands.ts";

export interface MoveBranchInput {
  readonly claim: ClaimId;
  /** What the claim answers from now on; `null` makes it a thesis. */
  readonly onto: Target | null;
  /** How it bears on that; no matter for a thesis. */
  readonly kind: RelationKind;
  /** A fresh id, for a claim that needs a step of its own: it was a thesis, or leaves its co-premises. */
  readonly relation: RelationId;
  /** The step that it comes after, or for a thesis the thesis. */
  readonly after?: After<RelationId | ClaimId>;
}

/**
 * Moves a claim, and with it all that is drawn below it, undercutters of its step included. Co-premises stay behind
 * with the step; cross-links stay as they are, but a claim that becomes a thesis answers nothing any more.
 */
export const moveBranch: Command<MoveBranchInput> = {
  name: "move-branch",

  label: (_, { onto }) => (onto === null ? words.makeThesis : words.moveBranch),

  run(map, input) {
    const { claim, onto, relation } = input;
    const forest = forestOf(map);
    const node = forest.nodes.get(claim);
    if (node === undefined) return { refused: words.claimGone };
    if (map.relations.has(relation)) return { refused: words.taken };
    const refusal = onto === null ? null : (refuseTarget(map, onto) ?? refusePlace(map, forest, claim, onto));
    return (
      refusal ??
      revise(map, (revision) => {
        keepTogether(revision, forest, claim);
        if (onto === null) makeThesis(revision, map, input);
        else moveOnto(revision, node.relation, { ...input, onto });
      })
    );
  },
};

function refusePlace(map: ArgumentMap, forest: Forest, claim: ClaimId, onto: Target): Refusal | null {
  if (onto.type === "relation") {
    if (forest.nodes.get(claim)?.relation === onto.id) return { refused: words.ontoOwnStep };
    if (map.relations.get(onto.id)?.premises.includes(claim) === true)
      return { refused: words.answersOwnStep };
  }
  const host = onto.type === "claim" ? onto.id : hostOf(map, forest, onto.id);
  if (host === null) return { refused: words.stepLeadsNowhere };
  return host === claim || ancestors(forest, host).includes(claim) ? { refused: words.intoItself } : null;
}

/** The claim below which an answer to a step comes in the tree of names. */
function hostOf(map: ArgumentMap, forest: Forest, relation: RelationId): ClaimId | null {
  const anchor = anchorOf(map, relation);
  const premises = map.relations.get(relation)?.premises ?? [];
  return anchor === null
    ? null
    : (premises.find((premise) => forest.nodes.get(premise)?.relation === relation) ?? anchor);
}

/** Writes down where claims below the one that moves are drawn, so that those without a home go along. */
function keepTogether({ claims }: Revision, forest: Forest, top: ClaimId): void {
  for (const id of branchOf(forest, top)) {
    const claim = claims.get(id)!;
    const home = forest.nodes.get(id)!.relation;
    if (id !== top && claim.home !== home) claims.set(id, { ...claim, home });
  }
}

/** Takes a claim out of every step that it takes, and puts it among the theses. */
function makeThesis(revision: Revision, map: ArgumentMap, { claim: id, after }: MoveBranchInput): void {
  for (const { id: step, premises } of map.relations.values()) {
    if (premises.includes(id)) detach(revision, id, step, onClaim(id));
  }
  const others = thesesOf(revision, forestOf(map)).filter((thesis) => thesis.id !== id);
  const order = orderAmongClaims(revision, others, placeOf<ClaimId>(after));
  revision.claims.set(id, { ...revision.claims.get(id)!, home: null, order });
}

function moveOnto(
  revision: Revision,
  from: RelationId | null,
  { claim: id, onto, kind, relation, after }: MoveBranchInput & { readonly onto: Target },
): void {
  const siblings = relationsOnto(revision, onto);
  const step = stepOnto(revision, from, siblings, id) ?? {
    id: relation,
    kind,
    premises: [id],
    target: onto,
    order: "",
    mutual: null,
  };
  if (from !== null && from !== step.id) detach(revision, id, from, onRelation(step.id));
  const others = siblings.filter((sibling) => sibling.id !== step.id);
  const order = orderAmongRelations(revision, others, placeOf<RelationId>(after));
  const isSameStep = step.kind === kind && isSame(step.target, onto);
  if (!isSameStep) partFrom(revision.relations, step.id);
  const mutual = isSameStep ? step.mutual : null;
  revision.relations.set(step.id, { ...step, kind, target: onto, order, mutual });
  revision.claims.set(id, { ...revision.claims.get(id)!, home: step.id });
}

/** The step that goes along: one that the claim takes alone onto the same target already, or alone where it is drawn. */
function stepOnto(
  revision: Revision,
  from: RelationId | null,
  siblings: readonly Relation[],
  claim: ClaimId,
): Relation | undefined {
  const drawn = from === null ? undefined : revision.relations.get(from);
  return [...siblings, ...(drawn === undefined ? [] : [drawn])].find(
    (step) => step.premises.includes(claim) && isSolePremise(revision, step, claim),
  );
}

/** `after` names a step or a thesis, as what is moved becomes one or the other. */
function placeOf<Id extends RelationId | ClaimId>(after: After<RelationId | ClaimId>): After<Id> {
  return after as After<Id>;
}
