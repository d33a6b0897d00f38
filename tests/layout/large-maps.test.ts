import { expect, test } from "vitest";
import { layoutOnPage } from "#layout/layout.ts";
import type { Picture, Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { randomMap, seeded } from "../random-map.ts";
import { argumentMap } from "../notation.ts";
import { requestFor } from "./drawing.ts";
import { overlaps } from "./overlaps.ts";

const many = Array.from({ length: 10_000 }, (_, at) => at);

function draw(map: ArgumentMap, stackLeaves: boolean): Picture {
  return layoutOnPage(requestFor(map, { stackLeaves, sizeOf }));
}

/** A card is as high as its letters need; here a claim's id is its text. */
function sizeOf(claim: ClaimId): Size {
  return { width: 264, height: 70 + 23 * Math.ceil(claim.length / 30) };
}

test.each([
  ["a chain of 10,000", many.slice(1).map((at) => `+${at} > ${at - 1}`)],
  ["a star of 10,000", many.slice(1).map((at) => `${at % 3 === 0 ? "-" : "+"}${at} > 0`)],
  ["10,000 theses", many.map(String)],
  ["1,000 theses with ten answers each", many.map((at) => (at < 1000 ? `${at}` : `-${at} > ${at % 1000}`))],
  ["a comb of 10,000", many.slice(1).map((at) => `+${at} > ${at % 2 === 0 ? at - 2 : at - 1}`)],
  ["10,000 co-premises", [`+${many.join(" & ")} > A`]],
  ["one cycle of 10,000", many.map((at) => `+${at} > ${(at + 1) % many.length}`)],
  ["1,000 undercutters of undercutters", undercutters(1000)],
  ["a claim of 20,000 letters among others", ["A", `+${"letters ".repeat(2500)} > A`, "-B > A", "+C > B"]],
])("%s: no two cards overlap", (_, steps) => {
  const map = argumentMap(steps.join(";"));
  for (const stackLeaves of [false, true]) {
    const picture = draw(map, stackLeaves);
    expect(picture.cards.size).toBe(map.claims.size);
    expect(overlaps(picture)).toEqual([]);
  }
});

test("a random map of 10,000, sound or not", () => {
  const map = randomMap(seeded(11), 10_000);
  const picture = draw(map, true);
  expect(picture.cards.size).toBe(map.claims.size);
  expect(overlaps(picture)).toEqual([]);
});

/** Each attacks the step of the one before. */
function undercutters(count: number): readonly string[] {
  const steps = ["A", "+B > A"];
  let attacked = "B>A";
  for (let at = 0; at < count; at++) {
    steps.push(`-U${at} > (${attacked})`);
    attacked = `U${at}>(${attacked})`;
  }
  return steps;
}
