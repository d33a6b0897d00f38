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

/** How a neighbourhood is laid out: cards of these sizes, and a plate for each rest but the centre's, which is paged through. */
export function graphOf(found: Neighbourhood, sizeOf: (claim: ClaimId) => Size, plate: Size): ClaimGraph {
  const { claims, relations } = found;
  const cards = new Map(claims.map((claim, at) => [claim, at]));
  const steps = new Map(relations.map(({ id }, at) => [id, at]));
  return {
    cards: claims.map(sizeOf),
    steps: relations.map(({ premises, target }) => ({
      premises: [...new Set(premises)].flatMap((premise) => cards.get(premise) ?? []),
      target: target.type === "claim" ? cards.get(target.id)! : -1,
      on: target.type === "relation" ? steps.get(target.id)! : -1,
    })),
    notes: platesOf(found).map(({ claim, side }): GraphNote => ({
      card: cards.get(claim)!,
      side: side === "answered" ? "above" : "below",
      size: plate,
    })),
  };
}

/** Gives what was laid out its names. */
export function picturedBy(
  found: Neighbourhood,
  { bounds, cards, notes, trunks, drops, brackets }: GraphLayout,
): NeighbourhoodPicture {
  const { claims, relations } = found;
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
    notes: platesOf(found).map((rest, at) => ({ rest, rect: notes[at]! })),
  };
}

function platesOf({ rests, centre }: Neighbourhood): readonly Rest[] {
  return rests.filter(({ claim }) => claim !== centre);
}
