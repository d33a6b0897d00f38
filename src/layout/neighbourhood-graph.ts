import type { ClaimGraph, GraphNote, GraphLayout } from "#layout/graph.ts";
import type { Picture, Rect, Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Neighbourhood, Rest } from "#model/neighbourhood.ts";

/** A plate that says how much more there is beside a claim. */
export interface PlacedNote {
  readonly rest: Rest;
  readonly rect: Rect;
}

/** A neighbourhood as it is drawn. */
export interface NeighbourhoodPicture {
  readonly picture: Picture;
  readonly notes: readonly PlacedNote[];
}

/** How a neighbourhood is laid out: cards of these sizes, and a plate for each rest. */
export function graphOf(
  { claims, relations, rests }: Neighbourhood,
  sizeOf: (claim: ClaimId) => Size,
  plateOf: (rest: Rest) => Size,
): ClaimGraph {
  const cards = new Map(claims.map((claim, at) => [claim, at]));
  const steps = new Map(relations.map(({ id }, at) => [id, at]));
  return {
    cards: claims.map(sizeOf),
    steps: relations.map(({ premises, target }) => ({
      premises: [...new Set(premises)].flatMap((premise) => cards.get(premise) ?? []),
      target: target.type === "claim" ? cards.get(target.id)! : -1,
      on: target.type === "relation" ? steps.get(target.id)! : -1,
    })),
    notes: rests.map((rest): GraphNote => ({
      card: cards.get(rest.claim)!,
      side: rest.side === "answered" ? "above" : "below",
      size: plateOf(rest),
    })),
  };
}

/** Gives what was laid out its names. */
export function picturedBy(
  { claims, relations, rests }: Neighbourhood,
  { bounds, cards, notes, trunks, drops, brackets }: GraphLayout,
): NeighbourhoodPicture {
  const named = (step: number) => ({ relation: relations[step]!.id, kind: relations[step]!.kind });
  return {
    picture: {
      bounds,
      cards: new Map(claims.map((claim, at) => [claim, cards[at]!])),
      trunks: trunks.map(({ card, ...line }) => ({ parent: claims[card]!, ...line })),
      drops: drops.map(({ step, ...drop }) => ({ ...named(step), ...drop, undercuts: drop.joint !== null })),
      brackets: brackets.map(({ step, ...line }) => ({
        ...named(step),
        ...line,
        rect: line.extent,
        elsewhere: [],
      })),
      curves: [],
    },
    notes: rests.map((rest, at) => ({ rest, rect: notes[at]! })),
  };
}
