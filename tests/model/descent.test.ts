import { expect, test } from "vitest";
import { differingKeys, withEntries } from "#model/descent.ts";
import { below, chance, pick, type Random, seeded } from "../random-map.ts";

/** A map that has come from another by an edit of a few of its entries. */
function edited(random: Random, map: ReadonlyMap<number, object>): ReadonlyMap<number, object> {
  const count = 1 + below(random, 3);
  const entries = Array.from({ length: count }, () => {
    const value = chance(random, 0.3) ? undefined : {};
    return [below(random, 30), value] as const;
  });
  return withEntries(map, entries);
}

test("law: where maps differ is what looking at all entries finds, whatever they have come from", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = seeded(seed);
    const first: ReadonlyMap<number, object> = new Map(Array.from({ length: 20 }, (_, key) => [key, {}]));
    const maps = [first, new Map(first)];
    for (let step = 0; step < 20; step++) maps.push(edited(random, pick(random, maps)!));
    const [before, after] = [pick(random, maps)!, pick(random, maps)!];
    const all = new Set([...before.keys(), ...after.keys()]);
    const expected = [...all].filter((key) => before.get(key) !== after.get(key)).toSorted(rising);
    expect(differingKeys(before, after).toSorted(rising), `seed ${seed}`).toEqual(expected);
  }
});

function rising(a: number, b: number): number {
  return a - b;
}

/** How many entries are looked at to find where two maps differ, as they do. */
function looked(before: ReadonlyMap<number, object>, after: ReadonlyMap<number, object>): number {
  let count = 0;
  const get = (key: number) => {
    count++;
    return Map.prototype.get.call(before, key) as object | undefined;
  };
  expect(differingKeys(Object.assign(before, { get }), after).length).toBeGreaterThan(0);
  return count;
}

test("maps that have come from each other are not looked through, as far as that is remembered", () => {
  const large: ReadonlyMap<number, object> = new Map(Array.from({ length: 1000 }, (_, key) => [key, {}]));
  const [one, other] = [withEntries(large, [[1, {}]]), withEntries(large, [[2, undefined]])];
  expect(looked(one, other)).toBe(2);
  let last = withEntries(large, [[3, {}]]);
  for (let step = 0; step < 50; step++) last = withEntries(last, [[step % 7, {}]]);
  expect(looked(large, last)).toBeLessThanOrEqual(51);
  for (let step = 0; step < 100; step++) last = withEntries(last, [[step % 7, {}]]);
  expect(looked(large, last)).toBeGreaterThanOrEqual(1000);
});

test("no entries give the same map, and one that is taken out is gone", () => {
  const map: ReadonlyMap<string, object> = new Map([["a", {}]]);
  expect(withEntries(map, [])).toBe(map);
  expect([
    ...withEntries(map, [
      ["a", undefined],
      ["b", map],
    ]).keys(),
  ]).toEqual(["b"]);
});
