import type { ClaimGraph, GraphStep } from "#layout/graph.ts";
import type { Size } from "#layout/picture.ts";

/** What is placed: a card, the point at which a step's lines meet, or a note. `of` is its number in the graph. */
export interface GraphNode {
  readonly type: "card" | "meeting" | "note";
  readonly of: number;
  readonly size: Size;
}

/** What a link is to its step: all of it, the way to where its lines meet, or from there to a premise. */
export type LinkPart = "whole" | "stem" | "leg" | "note";

/** A line between two nodes. `upper` is what is answered, until a circle turns it. */
export interface GraphLink {
  readonly upper: number;
  readonly lower: number;
  readonly part: LinkPart;
  /** The step, or the note. */
  readonly of: number;
}

export interface GraphParts {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  /** By step, where its lines meet: -1 for one that is a single line. */
  readonly meetings: readonly number[];
}

const point: Size = { width: 4, height: 0 };

/** Takes a graph apart into what is placed and the lines between. A card that answers itself has no link: it takes no room. */
export function partsOf(graph: ClaimGraph): GraphParts {
  const attacked = new Set(graph.steps.map(({ on }) => on));
  const cards = graph.cards.map((size, of): GraphNode => ({ type: "card", of, size }));
  const meeting = graph.steps.flatMap(({ premises }, of): GraphNode[] =>
    premises.length > 1 || attacked.has(of) ? [{ type: "meeting", of, size: point }] : [],
  );
  const notes = graph.notes.map(({ size }, of): GraphNode => ({ type: "note", of, size }));
  const meetings = graph.steps.map(() => -1);
  for (const [at, { of }] of meeting.entries()) meetings[of] = cards.length + at;
  const firstNote = cards.length + meeting.length;
  return {
    nodes: [...cards, ...meeting, ...notes],
    links: [
      ...graph.steps.flatMap((step, of) => linksOf(step, of, meetings)),
      ...graph.notes.map(({ card, side }, of): GraphLink => {
        const note = firstNote + of;
        const ends = side === "above" ? { upper: note, lower: card } : { upper: card, lower: note };
        return { ...ends, part: "note", of };
      }),
    ],
    meetings,
  };
}

function linksOf(
  { premises, target, on }: GraphStep,
  of: number,
  meetings: readonly number[],
): readonly GraphLink[] {
  const from = on < 0 ? target : meetings[on]!;
  const meeting = meetings[of]!;
  if (meeting < 0)
    return premises.flatMap((lower) =>
      lower === from ? [] : [{ upper: from, lower, part: "whole", of } as const],
    );
  const legs = premises.map((lower): GraphLink => ({ upper: meeting, lower, part: "leg", of }));
  return [{ upper: from, lower: meeting, part: "stem", of }, ...legs];
}
