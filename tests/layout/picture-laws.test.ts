import { describe, expect, test } from "vitest";
import { layoutOnPage } from "#layout/layout.ts";
import type { Drop, Line, Picture, Point, Rect } from "#layout/picture.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { cardWidth, thesisWidth } from "#layout/sizes.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import { below, chance, pick, randomMap, seeded } from "../random-map.ts";
import { crosses, holds, meet, overlap, requestFor, segmentsOf } from "./drawing.ts";

interface Sample {
  readonly seed: number;
  readonly request: LayoutRequest;
  readonly picture: Picture;
}

/** Random maps, sound or not, with cards of very different heights, some folded, leaves in rows or stacks. */
const samples: readonly Sample[] = Array.from({ length: 600 }, (_, seed) => {
  const random = seeded(seed);
  const map = randomMap(random, below(random, seed % 10 === 0 ? 70 : 24));
  const heights = new Map(
    [...map.claims.keys()].map((claim) => [claim, pick(random, [70, 93, 116, 208, 77.5, 1390])]),
  );
  const folded = [...map.claims.keys()].filter(() => chance(random, 0.1));
  const plain = requestFor(map, { folded, stackLeaves: chance(random, 0.6) });
  const isRoot = (claim: ClaimId) => plain.forest.nodes.get(claim)?.relation === null;
  const sizeOf = (claim: ClaimId) => ({
    width: isRoot(claim) ? thesisWidth : cardWidth,
    height: heights.get(claim) ?? 0,
  });
  const request = { ...plain, sizeOf };
  return { seed, request, picture: layoutOnPage(request) };
});

/** Says a law of every sample; the seed of the first that breaks it is in the message. */
function law(name: string, broken: (sample: Sample) => readonly unknown[]): void {
  test(name, () => {
    for (const sample of samples) expect(broken(sample), `seed ${sample.seed}`).toEqual([]);
  });
}

function shownClaims({ forest, folded }: LayoutRequest): readonly ClaimId[] {
  const shown = [...forest.roots];
  for (const claim of shown) {
    if (!folded.has(claim)) shown.push(...(forest.nodes.get(claim)?.children ?? []));
  }
  return shown;
}

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b) => [a, b] as const));
}

function cardsUnder({ forest }: LayoutRequest, { cards }: Picture, relation: RelationId): readonly Rect[] {
  return [...cards].flatMap(([claim, rect]) =>
    forest.nodes.get(claim)?.relation === relation ? [rect] : [],
  );
}

function linesOf({ trunks, drops, brackets, curves }: Picture): readonly Line[] {
  return [...trunks, ...drops, ...brackets, ...curves];
}

/** Its ends and corners, and the handles of a curve. */
function pointsOf(path: string): readonly Point[] {
  if (!path.includes("C")) return segmentsOf(path).flat();
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
  return numbers.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: numbers[at + 1] ?? Number.NaN }] : []));
}

/** Paths are written to two digits behind the point. */
function grown({ x, y, width, height }: Rect): Rect {
  return { x: x - 0.01, y: y - 0.01, width: width + 0.02, height: height + 0.02 };
}

function isOnEdge({ badge }: Drop, { x, y, width }: Rect): boolean {
  return (badge.y === y && badge.x === x + width / 2) || (badge.x === x && badge.y === y + 22);
}

describe("laws of pictures, over random maps", () => {
  law("every shown claim has one card of its measured size, and no other has any", ({ request, picture }) => {
    const shown = shownClaims(request);
    const wrong = shown.filter((claim) => {
      const { width, height } = request.sizeOf(claim);
      const card = picture.cards.get(claim);
      return card?.width !== width || card.height !== height;
    });
    return [...wrong, ...[...picture.cards.keys()].filter((claim) => !shown.includes(claim))];
  });

  law("no two cards or chips overlap", ({ picture }) => {
    const chips = picture.brackets.flatMap(({ elsewhere }) => elsewhere.map(({ rect }) => rect));
    return pairs([...picture.cards.values(), ...chips]).filter(([a, b]) => overlap(a, b));
  });

  law("middles and tops stand on the grid", ({ picture }) =>
    [...picture.cards.values()].filter(({ x, y, width }) => (x + width / 2) % 4 !== 0 || y % 4 !== 0),
  );

  law("a bracket holds its own cards and chips, and touches no other", ({ request, picture }) =>
    picture.brackets.flatMap(({ relation, rect, elsewhere }) => {
      const own = cardsUnder(request, picture, relation);
      const outside = [...own, ...elsewhere.map((chip) => chip.rect)].filter((part) => !holds(rect, part));
      const others = [...picture.cards.values()].filter((card) => !own.includes(card) && overlap(rect, card));
      return [...outside, ...others, ...(own.length === 0 ? [relation] : [])];
    }),
  );

  law("no trunk, drop or bar goes through a card", ({ picture }) => {
    const lines = [...picture.trunks, ...picture.drops, ...picture.brackets].flatMap(({ path }) =>
      segmentsOf(path),
    );
    const cards = [...picture.cards.values()];
    return lines.filter((line) => cards.some((card) => crosses(line, card)));
  });

  law("trunks of different claims never meet", ({ picture }) =>
    pairs(picture.trunks).filter(([a, b]) =>
      segmentsOf(a.path).some((one) => segmentsOf(b.path).some((other) => meet(one, other))),
    ),
  );

  law("a trunk starts at the middle of its claim's bottom edge", ({ picture }) =>
    picture.trunks.filter(({ parent, path }) => {
      const card = picture.cards.get(parent);
      const start = segmentsOf(path)[0]?.[0];
      return card === undefined || start?.x !== card.x + card.width / 2 || start.y !== card.y + card.height;
    }),
  );

  law("each drawn step has one drop, whose badge is on the edge of its card or bracket", (sample) => {
    const { request, picture } = sample;
    const steps = new Set(
      [...picture.cards.keys()].flatMap((claim) => request.forest.nodes.get(claim)?.relation ?? []),
    );
    const wrong = picture.drops.filter((drop) => {
      const bracket = picture.brackets.find(({ relation }) => relation === drop.relation);
      const rects = bracket ? [bracket.rect] : cardsUnder(request, picture, drop.relation);
      return !rects.some((rect) => isOnEdge(drop, rect));
    });
    const drops = picture.drops.map(({ relation }) => relation);
    return [...wrong, ...[...steps].filter((step) => drops.filter((drop) => drop === step).length !== 1)];
  });

  law("an undercutter's drop ends on the drop that it attacks, and meets no trunk", ({ request, picture }) =>
    picture.drops.filter(({ relation, undercuts, joint, path }) => {
      const target = request.map.relations.get(relation)?.target;
      if (!undercuts || target === undefined || joint === null) return undercuts !== (joint !== null);
      const attacked = picture.drops.find((drop) => drop.relation === target.id);
      const isOn = segmentsOf(attacked?.path ?? "").some((line) => meet(line, [joint, joint]));
      const lines = segmentsOf(path);
      const trunks = picture.trunks.flatMap((trunk) => segmentsOf(trunk.path));
      return !isOn || lines.some((line) => trunks.some((trunk) => meet(line, trunk)));
    }),
  );

  law("a line stays inside its extent, and the extent inside the bounds", ({ picture }) =>
    linesOf(picture).filter(({ path, extent }) => {
      const isOutside = (point: Point) => !holds(grown(extent), { ...point, width: 0, height: 0 });
      return !holds(grown(picture.bounds), extent) || pointsOf(path).some(isOutside);
    }),
  );

  law("the bounds hold everything, and every path is made of numbers", ({ picture }) => {
    const { bounds, brackets, trunks, drops, curves } = picture;
    const rects = [...picture.cards.values(), ...brackets.map(({ rect }) => rect)];
    const paths = [...brackets, ...trunks, ...drops, ...curves].map(({ path }) => path);
    return [
      ...rects.filter((rect) => !holds(bounds, rect)),
      ...paths.filter((path) => path === "" || /[^MLAC\d. e-]/.test(path)),
    ];
  });

  law("the same request gives the same picture", ({ seed, request, picture }) =>
    seed % 5 === 0 && JSON.stringify(layoutOnPage(request)) !== JSON.stringify(picture) ? [seed] : [],
  );
});
