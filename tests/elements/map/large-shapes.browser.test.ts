import { afterEach, expect, test } from "vitest";
import { largeShapes } from "../../large-shapes.ts";
import { overlaps } from "../../layout/overlaps.ts";
import { painted, stage, type Stage, unstage } from "./staging.ts";

afterEach(unstage);

const patient = { timeout: 50_000 };

/** Resolves when so many cards have a place. */
async function drawn({ session }: Stage, cards: number): Promise<void> {
  await expect.poll(() => session.picture.value?.cards.size, patient).toBe(cards);
  await painted();
}

test.each(largeShapes)("%s opens, and unfolds without an overlap", async (_, count, make) => {
  const map = await stage(make());
  await expect.poll(() => map.all("claim-card").length, patient).toBeGreaterThan(0);
  map.session.refold(new Set());
  await drawn(map, count);
  expect(overlaps(map.session.picture.value!)).toEqual([]);
  const last = [...map.session.map.value.claims.keys()].at(-1)!;
  map.session.wish.value = { type: "scale", scale: 1 };
  map.session.wish.value = { type: "centre", claim: last };
  await expect.poll(() => map.card(last)?.textContent, patient).toBeDefined();
  expect(map.all("claim-card").length, "the page has only the cards near the screen").toBeLessThan(100);
});
