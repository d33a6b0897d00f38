import type { Command } from "#commands/command.ts";
import { partFrom, revise } from "#commands/revising.ts";
import type { RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { RelationKind } from "#model/relation.ts";
import { commandWords as words } from "#words/commands.ts";

export interface TurnRelationInput {
  readonly relation: RelationId;
  /** What it becomes; left out, the other of the two. */
  readonly kind?: RelationKind;
}

/**
 * Turns a reason into an objection or back, for a step onto a claim or onto another step alike. A mutual
 * contradiction that loses one of its halves is none any more.
 */
export const turnRelation: Command<TurnRelationInput> = {
  name: "turn-relation",

  label: (map, input) => (kindAfter(map, input) === "supports" ? words.turnToReason : words.turnToObjection),

  run(map, input) {
    const step = map.relations.get(input.relation);
    if (step === undefined) return { refused: words.stepGone };
    const kind = kindAfter(map, input);
    return revise(map, ({ relations }) => {
      if (kind === step.kind) return;
      relations.set(step.id, { ...step, kind, mutual: null });
      partFrom(relations, step.id);
    });
  },
};

function kindAfter({ relations }: ArgumentMap, { relation, kind }: TurnRelationInput): RelationKind {
  return kind ?? (relations.get(relation)?.kind === "opposes" ? "supports" : "opposes");
}
