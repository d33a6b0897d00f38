import { describe, expect, test } from "vitest";
import type { ClaimGraph } from "#layout/graph.ts";
import { layoutGraph } from "#layout/graph-layout.ts";
import { partsOf } from "#layout/graph-links.ts";
import { mostLinks, mostPasses } from "#layout/graph-places.ts";
import { ranked } from "#layout/graph-ranks.ts";
import { graphOf, type NeighbourhoodPicture, picturedBy } from "#layout/neighbourhood-graph.ts";
import type { Line, Point, Rect, Size } from "#layout/picture.ts";
import { cardWidth } from "#layout/sizes.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Neighbourhood, neighbourhoodOf } from "#model/neighbourhood.ts";
import { argumentMap, claimId } from "../notation.ts";
import { below, pick, randomMap, type Random, rubbishMap, seeded } from "../random-map.ts";
import { overlap } from "./drawing.ts";

const start = { answered: 0, answers: 0 };
const note: Size = { width: 160, height: 40 };

interface Sample extends NeighbourhoodPicture {
  readonly seed: number;
  readonly found: Neighbourhood;
  readonly graph: ClaimGraph;
}

function drawn(map: ArgumentMap, centre: ClaimId, height: () => number = () => 100): Omit<Sample, "seed"> {
  const found = neighbourhoodOf(map, centre, start);
  const graph = graphOf(found, () => ({ width: cardWidth, height: height() }), note);
  return { found, graph, ...picturedBy(found, layoutGraph(graph)) };
}

function draw(notation: string, centre: string): Omit<Sample, "seed"> {
  return drawn(argumentMap(notation), claimId(centre));
}

function card({ picture }: Pick<Sample, "picture">, name: string): Rect {
  return picture.cards.get(claimId(name))!;
}

function drop({ picture }: Pick<Sample, "picture">, id: string) {
  return picture.drops.find(({ relation }) => relation === id)!;
}

function middleOf({ x, y, width }: Rect): Point {
  return { x: x + width / 2, y };
}

/** Points along a path of M, L and C, close to each other. */
function alongside(path: string): readonly Point[] {
  const points: Point[] = [];
  let last: Point = { x: 0, y: 0 };
  for (const [, command = "", written = ""] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const numbers = written.trim().split(/[ ,]+/).map(Number);
    const ends = numbers.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: numbers[at + 1]! }] : []));
    const [b, c, d] = ends.length === 3 ? (ends as [Point, Point, Point]) : [last, ends[0]!, ends[0]!];
    for (let t = command === "M" ? 1 : 0; t <= 1; t += 1 / 32) points.push(between([last, b, c, d], t));
    last = ends.at(-1)!;
  }
  return points;
}

function between(points: readonly Point[], t: number): Point {
  if (points.length === 1) return points[0]!;
  const next = points.slice(1).map(({ x, y }, at) => {
    const from = points[at]!;
    return { x: from.x + (x - from.x) * t, y: from.y + (y - from.y) * t };
  });
  return between(next, t);
}

/** The straight level parts of a path. */
function levelRuns(path: string): readonly { y: number; left: number; right: number }[] {
  let last: readonly number[] = [];
  return [...path.matchAll(/([MLC])([^MLC]*)/g)].flatMap(([, command, written = ""]) => {
    const [x = 0, y = 0] = written.trim().split(/[ ,]+/).map(Number).slice(-2);
    const [fromX = 0, fromY = 0] = last;
    last = [x, y];
    const isRun = command === "L" && fromY === y && fromX !== x;
    return isRun ? [{ y, left: Math.min(x, fromX), right: Math.max(x, fromX) }] : [];
  });
}

function isInside({ x, y }: Point, rect: Rect): boolean {
  return x > rect.x + 1 && x < rect.x + rect.width - 1 && y > rect.y + 1 && y < rect.y + rect.height - 1;
}

describe("a graph is drawn", () => {
  test("with what a claim answers above it and what answers it below, in the author's order", () => {
    const graph = draw("A; +B > A; -C > B; +D > B; -E > B", "B");
    const [a, b, ...below] = ["A", "B", "C", "D", "E"].map((name) => card(graph, name));
    expect(a!.y + a!.height).toBeLessThan(b!.y);
    expect(new Set(below.map(({ y }) => y)).size).toBe(1);
    expect(below.map(({ x }) => x)).toEqual(below.map(({ x }) => x).toSorted((x, y) => x - y));
    expect(drop(graph, "C>B").badge).toEqual(middleOf(card(graph, "C")));
  });

  test("with both claims that one answers above it, and a line to each that ends on its own", () => {
    const graph = draw("A; B; +C > A; -C > B", "C");
    expect(card(graph, "A").y).toBe(card(graph, "B").y);
    const [toA, toB] = [drop(graph, "C>A").badge, drop(graph, "C>B").badge];
    expect(toB.x - toA.x).toBe(36);
    expect(toA.y).toBe(card(graph, "C").y);
  });

  test("with a bracket over co-premises, and its badge where they meet", () => {
    const graph = draw("A; +B & C > A", "A");
    const { brackets } = graph.picture;
    expect(brackets.map(({ relation }) => relation)).toEqual(["B&C>A"]);
    const { badge } = drop(graph, "B&C>A");
    expect(badge.y).toBeLessThan(card(graph, "B").y);
    expect(badge.y).toBeGreaterThan(card(graph, "A").y + 100);
  });

  test("with an undercutter beside what it attacks, its line on the other's", () => {
    const graph = draw("A; +B > A; -U > (B>A)", "A");
    expect(card(graph, "U").y).toBe(card(graph, "B").y);
    const { joint, undercuts } = drop(graph, "U>(B>A)");
    expect(undercuts).toBe(true);
    expect(joint!.y).toBeLessThan(card(graph, "B").y);
    expect(drop(graph, "B>A").badge.x).toBeCloseTo(middleOf(card(graph, "B")).x);
  });

  test("with a circle that comes back: the badge stands at the premise, wherever that is", () => {
    const graph = draw("+B > A; -A > B", "A");
    const above = card(graph, "B").y < card(graph, "A").y ? "B" : "A";
    const [up, down] = above === "B" ? ["B>A", "A>B"] : ["A>B", "B>A"];
    expect(drop(graph, up).badge.y).toBe(card(graph, above).y + 100);
    expect(drop(graph, down).badge.y).toBe(card(graph, above === "B" ? "A" : "B").y);
  });

  test("with a claim that answers itself", () => {
    const graph = draw("A; +A > A", "A");
    expect(drop(graph, "A>A").badge.x).toBeGreaterThan(card(graph, "A").x + cardWidth);
  });

  test("with a note where there is more", () => {
    const wide = Array.from({ length: 12 }, (_, at) => `+N${at} > B`).join(";");
    const graph = draw(`A; +B > A; ${wide}`, "A");
    expect(graph.notes.map(({ rest }) => rest.count)).toEqual([12]);
    expect(graph.notes[0]!.rect.y).toBeGreaterThan(card(graph, "B").y + 100);
  });
});

const heights = [70, 93, 116, 208, 620] as const;

function sampleOf(seed: number): Sample {
  const random: Random = seeded(seed);
  const kind = seed % 3 === 0 ? rubbishMap : randomMap;
  const map = kind(random, 1 + below(random, seed % 10 === 0 ? 90 : 25));
  const claims = [...map.claims.keys()];
  const centre = claims[below(random, claims.length)] ?? claimId("none");
  return { seed, ...drawn(map, centre, () => pick(random, heights)) };
}

const samples: readonly Sample[] = Array.from({ length: 300 }, (_, seed) => sampleOf(seed));

/** Says a law of every sample; the seed of the first that breaks it is in the message. */
function law(name: string, broken: (sample: Sample) => readonly unknown[]): void {
  test(name, () => {
    for (const sample of samples) expect(broken(sample), `seed ${sample.seed}`).toEqual([]);
  });
}

function linesOf({ picture }: Sample): readonly Line[] {
  return [...picture.trunks, ...picture.drops, ...picture.brackets];
}

function hasRoom(graph: ClaimGraph): boolean {
  const { ranks, links } = ranked(partsOf(graph));
  const passes = links.reduce((sum, { upper, lower }) => sum + ranks[lower]! - ranks[upper]! - 1, 0);
  return passes <= mostPasses && links.length <= mostLinks;
}

/** Whether no claim answers two, and no circle is among them. */
function isForest({ cards, steps }: ClaimGraph): boolean {
  const above = new Map(
    steps.flatMap(({ premises, target }) => premises.map((premise) => [premise, target])),
  );
  const isAlone = above.size === steps.reduce((sum, { premises }) => sum + premises.length, 0);
  const leadsUp = (card: number) => {
    let steps = 0;
    for (let at: number | undefined = card; at !== undefined; at = above.get(at))
      if (steps++ > cards.length) return false;
    return true;
  };
  return isAlone && steps.every(({ on }) => on < 0) && cards.every((_, card) => leadsUp(card));
}

describe("laws of neighbourhoods as they are drawn, over random maps", () => {
  law("no card or note lies on another", ({ picture, notes }) => {
    const rects = [...picture.cards.values(), ...notes.map(({ rect }) => rect)];
    return rects.flatMap((a, at) => rects.slice(at + 1).filter((b) => overlap(a, b)));
  });

  law(
    "every claim has its card in its size, every relation its line and its badge",
    ({ picture, found, graph }) => {
      const sizes = [...picture.cards.values()].map(({ width, height }) => ({ width, height }));
      const isWhole =
        JSON.stringify(sizes) === JSON.stringify(graph.cards) &&
        JSON.stringify(picture.drops.map(({ relation }) => relation)) ===
          JSON.stringify(found.relations.map(({ id }) => id));
      return isWhole ? picture.drops.filter(({ path }) => !/^M.*[LC]/.test(path)) : ["missing"];
    },
  );

  law("no line runs through a card or a note, where there is room for all", (sample) => {
    if (!hasRoom(sample.graph)) return [];
    const rects = [...sample.picture.cards.values(), ...sample.notes.map(({ rect }) => rect)];
    return linesOf(sample).flatMap(({ path }) =>
      alongside(path).filter((point) => rects.some((rect) => isInside(point, rect))),
    );
  });

  law("the lines of two cards run along each other nowhere", ({ picture }) => {
    const runs = picture.trunks.flatMap(({ parent, path }) =>
      levelRuns(path).map(({ y, left, right }) => ({ parent, y, left, right })),
    );
    return runs.filter((a) =>
      runs.some(
        (b) => a.parent !== b.parent && a.y === b.y && Math.max(a.left, b.left) < Math.min(a.right, b.right),
      ),
    );
  });

  law("a badge of one premise stands on the edge of its card", ({ picture, found, graph }) =>
    picture.drops.filter(({ badge }, at) => {
      const [premise, ...others] = graph.steps[at]!.premises;
      if (others.length > 0) return false;
      const { x, y, width, height } = picture.cards.get(found.claims[premise!]!)!;
      const isAcross = badge.x >= x && badge.x <= x + width && (badge.y === y || badge.y === y + height);
      return !isAcross && !(badge.x === x + width + 15 && badge.y > y && badge.y < y + height);
    }),
  );

  law("nothing is drawn outside the bounds", (sample) => {
    const { x, y, width, height } = sample.picture.bounds;
    const all = [...sample.picture.cards.values(), ...linesOf(sample).map(({ extent }) => extent)];
    return all.filter(
      (rect) =>
        rect.x < x ||
        rect.y < y ||
        rect.x + rect.width > x + width + 1e-6 ||
        rect.y + rect.height > y + height + 1e-6,
    );
  });

  law("in a forest each stands below what it answers", ({ picture, found, graph }) => {
    if (!isForest(graph)) return [];
    const rect = (at: number) => picture.cards.get(found.claims[at]!)!;
    return graph.steps.filter(({ premises, target }) =>
      premises.some((premise) => rect(premise).y < rect(target).y + rect(target).height),
    );
  });

  law("the same neighbourhood is drawn the same", ({ seed, picture }) =>
    seed % 10 > 0 || JSON.stringify(sampleOf(seed).picture) === JSON.stringify(picture) ? [] : ["differs"],
  );
});

test("one in which all answers all is drawn in time, its last lines behind cards", () => {
  const names = Array.from({ length: 24 }, (_, at) => `N${at}`);
  const steps = names.flatMap((from) => names.flatMap((to) => (from === to ? [] : [`+${from} > ${to}`])));
  const graph = draw(steps.join(";"), "N0");
  expect(graph.picture.drops).toHaveLength(24 * 23);
});
