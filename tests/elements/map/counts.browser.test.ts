import { afterAll, beforeAll, expect, test } from "vitest";
import { newClaim } from "#model/claim.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim, type Relation } from "#model/relation.ts";
import { claimId } from "../../notation.ts";
import { largeMap } from "../../large-map.ts";
import { everyElement } from "../dialogs/workspace.ts";
import { frame, painted, stage, type Stage, unstage } from "./staging.ts";

const claims = 50_000;
const mostCards = 200;
const mostElements = 4000;
/** From all of the map on screen to twice its size. */
const scales = [0.001, 0.05, 0.2, 0.46, 1, 2] as const;
/** The thesis, claims of each rank below it, and the last leaf. */
const places = ["c0", "c60", "c4001", "c31000", "c33333", "c49999"] as const;

let map: Stage;

/** From this claim on they stand as close as cards can: thousands of short reasons for one claim, in columns. */
const firstOfMany = 30_000;
const manyReasons = 4000;

/** A comb of reasons and objections, and five claims with thousands of reasons each. Few sentences: what is counted does not hang on words. */
function debate(): ArgumentMap {
  const large = largeMap(claims);
  const texts = ["Short.", "A sentence that takes two lines on a card.", "Said at some length. ".repeat(6)];
  const all = [...large.claims.values()].map((claim, at) =>
    newClaim(claim.id, { text: texts[at < firstOfMany ? at % 3 : 0]! }),
  );
  const relations = [...large.relations.values()].map((relation, at): Relation => {
    const { id, premises, target, order, mutual } = relation;
    const isOneOfMany = at + 1 >= firstOfMany;
    const answered = all[10 + Math.floor((at + 1 - firstOfMany) / manyReasons)];
    const kind = isOneOfMany || at % 2 === 0 ? "supports" : "opposes";
    return { id, kind, premises, target: isOneOfMany ? onClaim(answered!.id) : target, order, mutual };
  });
  return {
    ...large,
    claims: new Map(all.map((claim) => [claim.id, claim])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
  };
}

beforeAll(async () => {
  await import("#elements/map/far-map.ts");
  map = await stage(debate(), { width: 1280, height: 720 });
  map.session.refold(new Set());
  while (map.session.picture.value?.cards.size !== claims) await frame();
  await painted();
}, 240_000);
afterAll(unstage);

/** Takes the camera to where a claim stands, or some way to its right, in map pixels. */
async function look(scale: number, place: string, aside = 0): Promise<void> {
  const card = map.session.picture.value!.cards.get(claimId(place))!;
  const { width, height } = map.session.screen.value;
  map.session.viewport.value = {
    scale,
    x: card.x + aside - width / scale / 2,
    y: card.y - height / scale / 2,
  };
  await frame();
}

function counts() {
  return { cards: map.all("claim-card").length, elements: everyElement(document).length };
}

test.each(scales)("at a scale of %s no place needs more than 200 cards and 4,000 elements", async (scale) => {
  for (const place of places) {
    await look(scale, place);
    const { cards, elements } = counts();
    expect(cards).toBeLessThanOrEqual(mostCards);
    expect(elements).toBeLessThanOrEqual(mostElements);
  }
});

test("what is near the screen is drawn at every scale at which words can be read", async () => {
  for (const scale of [0.5, 0.75, 1]) {
    await look(scale, "c33333");
    await painted();
    const { x, y } = map.session.viewport.value;
    const { width, height } = map.session.screen.value;
    const onScreen = [...map.session.picture.value!.cards].filter(
      ([, card]) =>
        card.x < x + width / scale &&
        card.x + card.width > x &&
        card.y < y + height / scale &&
        card.y + card.height > y,
    );
    expect(onScreen.length).toBeGreaterThan(5);
    for (const [claim] of onScreen) expect(map.card(claim), `${claim} at ${scale}`).toBeTruthy();
  }
});

test("steps to and fro make no new elements and no new cards", async () => {
  const made = new Set<Element>();
  const walk = async (steps: number) => {
    for (let step = 0; step < steps; step++) {
      await look(0.8, "c33333", 40 * (step % 100 < 50 ? step % 50 : 50 - (step % 50)));
      for (const card of map.all("claim-card")) made.add(card);
    }
    return counts();
  };
  const first = await walk(100);
  const cards = made.size;
  const last = await walk(100);
  expect(last).toEqual(first);
  expect(made.size).toBe(cards);
  expect(cards).toBeLessThanOrEqual(mostCards);
}, 240_000);
