import { boundsOf } from "#layout/bounds.ts";
import type { ClaimGraph, GraphBracket, GraphDrop, GraphLayout } from "#layout/graph.ts";
import { drawLink, drawLoop } from "#layout/graph-lines.ts";
import { type GraphParts, partsOf } from "#layout/graph-links.ts";
import { GraphPen } from "#layout/graph-pen.ts";
import { type GraphPlaces, placed } from "#layout/graph-places.ts";
import { endsOf, type LinkEnds } from "#layout/graph-ports.ts";
import { tracksOf } from "#layout/graph-tracks.ts";
import { ranked } from "#layout/graph-ranks.ts";
import type { Point, Rect } from "#layout/picture.ts";
import { badgeSize } from "#layout/sizes.ts";

/** Lays a graph of claims out with dagre. Total for any graph whose steps come after those that they bear on. */
export function layoutGraph(graph: ClaimGraph): GraphLayout {
  const parts = partsOf(graph);
  const ranking = ranked(parts);
  const places = placed(parts, ranking);
  const ends = endsOf(parts, places);
  const pens = new Pens(graph, parts);
  const { ranks } = ranking;
  const tracks = tracksOf(parts, places, ranks, ends);
  for (const [at, link] of places.links.entries()) {
    const track = link.isTurned ? null : tracks[link.upper]!;
    drawLink(link, ends[at]!, { rows: places.rows, ranks, track }, pens.forLink(link));
  }
  const drops = graph.steps.map((_, step) => dropOf(step, { graph, parts, places, ends, pens }));
  const cards = places.rects.slice(0, graph.cards.length);
  const notes = places.rects.slice(places.rects.length - graph.notes.length);
  const trunks = pens.trunks.flatMap((pen, card) => (pen.isEmpty ? [] : [{ card, ...pen.finish() }]));
  const brackets = pens.brackets.flatMap((pen, step): GraphBracket[] =>
    pen.isEmpty ? [] : [{ step, ...pen.finish() }],
  );
  const extents = [...trunks, ...drops, ...brackets].map(({ extent }) => extent);
  const badges = drops.map(({ badge }) => around(badge));
  const all = [...cards, ...notes, ...extents, ...badges].flatMap(({ x, y, width, height }) => [
    x,
    y,
    width,
    height,
  ]);
  return { bounds: boundsOf(new Float64Array(all)), cards, notes, trunks, drops, brackets };
}

interface Scene {
  readonly graph: ClaimGraph;
  readonly parts: GraphParts;
  readonly places: GraphPlaces;
  readonly ends: readonly LinkEnds[];
  readonly pens: Pens;
}

/** A pen for each line of the picture. */
class Pens {
  readonly trunks: readonly GraphPen[];
  readonly drops: readonly GraphPen[];
  readonly brackets: readonly GraphPen[];
  readonly #graph: ClaimGraph;
  readonly #parts: GraphParts;

  constructor(graph: ClaimGraph, parts: GraphParts) {
    this.#graph = graph;
    this.#parts = parts;
    this.trunks = graph.cards.map(() => new GraphPen());
    this.drops = graph.steps.map(() => new GraphPen());
    this.brackets = graph.steps.map(() => new GraphPen());
  }

  /** Near the card that is answered lines are neutral; a step of several premises has a bracket. */
  forLink({ part, of, upper, isTurned }: GraphPlaces["links"][number]): { near: GraphPen; far: GraphPen } {
    if (part === "note") {
      const trunk = this.trunks[this.#graph.notes[of]!.card]!;
      return { near: trunk, far: trunk };
    }
    const isBracket = part === "leg" && this.#graph.steps[of]!.premises.length > 1;
    const far = (isBracket ? this.brackets : this.drops)[of]!;
    const isFromCard = this.#parts.nodes[upper]!.type === "card" && !isTurned;
    return { near: isFromCard ? this.trunks[upper]! : far, far };
  }
}

function dropOf(step: number, { graph, parts, places, ends, pens }: Scene): GraphDrop {
  const { premises, on } = graph.steps[step]!;
  const pen = pens.drops[step]!;
  const meeting = parts.meetings[step]!;
  const joint = on < 0 ? null : centreOf(places.rects[parts.meetings[on]!]!);
  const own = places.links.findIndex(({ of, part }) => of === step && (part === "whole" || part === "leg"));
  if (own < 0) return { step, badge: drawLoop(pen, places.rects[premises[0]!]!), joint, ...pen.finish() };
  const isAtMeeting = meeting >= 0 && premises.length > 1;
  const { isTurned } = places.links[own]!;
  const atPremise = isTurned ? ends[own]!.from : ends[own]!.to;
  return { step, badge: isAtMeeting ? centreOf(places.rects[meeting]!) : atPremise, joint, ...pen.finish() };
}

function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function around({ x, y }: Point): Rect {
  return { x: x - badgeSize / 2, y: y - badgeSize / 2, width: badgeSize, height: badgeSize };
}
