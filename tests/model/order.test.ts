import { expect, test } from "vitest";
import { byOrder, hasRoomBetween, isOrderKey, orderBetween, ordersBetween } from "#model/order.ts";
import { below, pick, seeded, shuffled } from "../random-map.ts";

const rubbish = [
  "",
  "zz!",
  "0",
  "a",
  "ä",
  "a00",
  "A00000000000000000000000000",
  "b1",
  "x".repeat(1000),
  "a0 ",
];

test.each(rubbish)("'%s' is no order key", (key) => {
  expect(isOrderKey(key)).toBe(false);
});

test("a key lies between any two keys, however often one is put in", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed);
    const keys = [...ordersBetween(null, null, 3)];
    for (let round = 0; round < 40; round++) {
      const place = below(random, keys.length + 1);
      const key = orderBetween(keys[place - 1] ?? null, keys[place] ?? null);
      keys.splice(place, 0, key);
      expect(isOrderKey(key), `seed ${seed}`).toBe(true);
    }
    expect(keys, `seed ${seed}`).toEqual(keys.toSorted());
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test.each([
  ["equal", "a1", "a1"],
  ["the wrong way round", "a2", "a1"],
])("between two keys that are %s there is no room, and the key comes right after the first", (_, a, b) => {
  expect(hasRoomBetween(a, b)).toBe(false);
  expect(orderBetween(a, b) > a).toBe(true);
});

test("any two bounds give a sound key", () => {
  const random = seeded(7);
  const bounds = [null, "a0", "a1", "Zz", ...rubbish];
  for (let round = 0; round < 2000; round++) {
    const [before, after] = [pick(random, bounds) ?? null, pick(random, bounds) ?? null];
    const keys = ordersBetween(before, after, below(random, 4));
    expect(keys.every(isOrderKey), `${before} … ${after}`).toBe(true);
    if (hasRoomBetween(before, after)) {
      const row = [before, ...keys, after].filter((key) => key !== null);
      expect(row, `${before} … ${after}`).toEqual(row.toSorted());
    }
  }
});

test("equal keys stand in the order of their ids", () => {
  const row = ["a", "b", "c"].map((id) => ({ id, order: "a0" }));
  expect(shuffled(seeded(3), row).toSorted(byOrder)).toEqual(row);
});
