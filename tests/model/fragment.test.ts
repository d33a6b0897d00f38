import { expect, test } from "vitest";
import { branchOf } from "#model/counts.ts";
import { forestOf } from "#model/forest.ts";
import type { MapId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { branchFragment, type Fragment } from "#model/fragment.ts";
import { withFreshIds } from "#model/fresh-ids.ts";
import { pick } from "../random-map.ts";
import { forRandomMaps, patient } from "./laws.ts";

/** The fragment as a map by itself. */
function alone({ claims, relations, sources }: Fragment): ArgumentMap {
  return {
    ...emptyMap("alone" as MapId),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
    sources: new Map(sources.map((source) => [source.id, source])),
  };
}

test("a fragment holds a branch and nothing else, drawn as it was", patient, () => {
  forRandomMaps(2000, (map, random) => {
    const claim = pick(random, [...map.claims.keys()]);
    if (claim === undefined) return;
    const forest = forestOf(map);
    const branch = branchOf(forest, claim);
    const fragment = branchFragment(map, forest, claim);
    expect(fragment.claims.map(({ id }) => id)).toEqual([...branch]);
    const ids = new Set(fragment.relations.map(({ id }) => id));
    for (const { premises, target, mutual } of fragment.relations) {
      expect(premises.length).toBeGreaterThan(0);
      expect(premises.every((premise) => branch.has(premise))).toBe(true);
      expect(target.type === "claim" ? branch.has(target.id) : ids.has(target.id)).toBe(true);
      expect(mutual === null || ids.has(mutual)).toBe(true);
    }
    const again = forestOf(alone(fragment));
    expect(again.roots).toEqual([claim]);
    for (const id of branch) {
      if (id !== claim) expect(again.nodes.get(id)?.parent).toBe(forest.nodes.get(id)?.parent);
    }
  });
});

test("fresh ids change nothing but ids", patient, () => {
  forRandomMaps(1000, (map, random) => {
    const claim = pick(random, [...map.claims.keys()]);
    if (claim === undefined) return;
    const fragment = branchFragment(map, forestOf(map), claim);
    let minted = 0;
    const fresh = withFreshIds(fragment, () => `new${String(++minted).padStart(4, "0")}`);
    const [before, after] = [forestOf(alone(fragment)), forestOf(alone(fresh))];
    expect(minted).toBe(fragment.claims.length + fragment.relations.length);
    expect(fresh.claims.every(({ id }) => id.startsWith("new"))).toBe(true);
    const depths = (forest: typeof before) =>
      [...forest.nodes.values()].map(({ depth }) => depth).toSorted((a, b) => a - b);
    expect(depths(after)).toEqual(depths(before));
    expect(fresh.claims.map(({ text }) => text)).toEqual(fragment.claims.map(({ text }) => text));
    expect(fresh.sources).toEqual(fragment.sources);
  });
});
