import { expect, test } from "vitest";
import { applyChange } from "#model/change.ts";
import type { ArgumentMap } from "#model/map.ts";
import { claimsAtHome, relationsNaming } from "#model/mentions.ts";
import { plainMap } from "../plain-map.ts";
import { below, pick, seeded } from "../random-map.ts";
import { graveyard, randomChange } from "../store/random-change.ts";
import { patient } from "./laws.ts";

function sorted(records: Iterable<{ readonly id: string }>): readonly string[] {
  return [...records].map(({ id }) => id).toSorted();
}

function expectAllFound({ claims, relations }: ArgumentMap, seed: number): void {
  for (const id of [...claims.keys(), ...relations.keys()]) {
    const naming = [...relations.values()].filter(
      ({ premises, target, mutual }) =>
        premises.some((premise) => premise === id) || target.id === id || mutual === id,
    );
    expect(sorted(relationsNaming(relations, id)), `seed ${seed}`).toEqual(sorted(naming));
  }
  for (const id of relations.keys()) {
    const atHome = [...claims.values()].filter(({ home }) => home === id);
    expect(sorted(claimsAtHome(claims, id)), `seed ${seed}`).toEqual(sorted(atHome));
  }
}

test(
  "law: what names a record is found after any changes, on whichever of the maps is asked about",
  patient,
  () => {
    for (let seed = 1; seed <= 60; seed++) {
      const [random, graves] = [seeded(seed), graveyard()];
      const maps = [plainMap(random, 1 + below(random, 20))];
      for (let step = 0; step < 6; step++) {
        maps.push(applyChange(pick(random, maps)!, randomChange(random, pick(random, maps)!, graves)));
        expectAllFound(pick(random, maps)!, seed);
      }
    }
  },
);
