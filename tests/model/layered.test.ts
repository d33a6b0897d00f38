import { expect, test } from "vitest";
import { differingKeys } from "#model/descent.ts";
import { layered } from "#model/layered.ts";
import { below, chance, seeded } from "../random-map.ts";

test("law: entries that lie over a map say what a copy says, and how the two differ", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = seeded(seed);
    const copy = new Map(Array.from({ length: below(random, 60) }, (_, key) => [key, { key }]));
    let map: ReadonlyMap<number, { readonly key: number }> = new Map(copy);
    for (let step = 0; step < 12; step++) {
      const entries = Array.from({ length: below(random, chance(random, 0.1) ? 300 : 12) }, () => {
        const key = below(random, 400);
        return [key, chance(random, 0.4) ? undefined : { key }] as const;
      });
      const [was, next] = [new Map(copy), layered(map, entries)];
      for (const [key, value] of entries) {
        if (value === undefined) copy.delete(key);
        else copy.set(key, value);
      }
      const differing = [...new Set([...was.keys(), ...copy.keys()])].filter(
        (key) => was.get(key) !== copy.get(key),
      );
      expect(new Map(next), `seed ${seed}`).toEqual(copy);
      expect(next.size, `seed ${seed}`).toBe(copy.size);
      expect([...next.keys()].every((key) => next.has(key) && next.get(key) === copy.get(key))).toBe(true);
      expect(new Set(differingKeys(map, next)), `seed ${seed}`).toEqual(new Set(differing));
      map = next;
    }
  }
});
