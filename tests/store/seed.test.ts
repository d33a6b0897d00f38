import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { applyChange, noChange } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { LiveMap } from "#store/live.ts";
import { FIRST_LIVE_CLIENT, mintClient } from "#store/mint.ts";
import { makeSeed } from "#store/seed.ts";
import { argumentMap, claimId } from "../notation.ts";
import { type Random, randomMap, reshuffled, seeded } from "../random-map.ts";
import { say } from "./edits.ts";
import { isPrefix } from "./prefix.ts";
import { graveyard, randomChange } from "./random-change.ts";
import { written } from "./written.ts";

const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };
const thaw2 = { ...argumentMap("A; +B > A; -C > A; +D > B"), id: "thaw" as MapId };

function edit(live: LiveMap, claim: string, text: string): void {
  const change = say.run(live.map, { claim, text });
  if (!("refused" in change)) live.run(change, "edit", null);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** The same map as another program would hold it: records, premises and fields in another order. */
function otherwise(random: Random, map: ArgumentMap): ArgumentMap {
  const { about, claims, relations, sources, holders, schools } = reshuffled(random, map);
  const others = [...relations].map(
    ([id, relation]) => [id, { ...relation, premises: relation.premises.toReversed() }] as const,
  );
  return {
    id: map.id,
    about: turned(about),
    claims: new Map([...claims].map(([id, claim]) => [id, turned(claim)])),
    relations: new Map(others),
    sources: new Map([...sources].map(([id, source]) => [id, turned(source)])),
    holders: new Map([...holders].map(([id, holder]) => [id, turned(holder)])),
    schools: new Map([...schools].map(([id, school]) => [id, turned(school)])),
  };
}

/** The value with the fields of all its objects in reverse. */
function turned<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, turnFields)) as Value;
}

function turnFields(_name: string, field: unknown): unknown {
  const isObject = typeof field === "object" && field !== null && !Array.isArray(field);
  return isObject ? Object.fromEntries(Object.entries(field).toReversed()) : field;
}

describe("a seed", () => {
  test("says what its map says, in the same bytes wherever it is made, over 150 maps", () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed);
      const map = randomMap(random);
      const bytes = makeSeed(map);
      expect(written(new LiveMap(map.id, [bytes]).map), `seed ${seed}`).toBe(written(map));
      expect(hex(makeSeed(otherwise(random, map))), `seed ${seed}`).toBe(hex(bytes));
    }
  }, 60_000);

  test("of the next release holds that of the last, and says what is new, over 150 pairs of releases", () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed);
      const first = randomMap(random);
      const second = applyChange(first, randomChange(random, first, graveyard()));
      const [one, two] = [makeSeed(first), makeSeed(second, makeSeed(first))];
      expect(written(new LiveMap(first.id, [two]).map), `seed ${seed}`).toBe(written(second));
      expect(isPrefix(one, two), `seed ${seed}`).toBe(true);
      expect(hex(makeSeed(otherwise(random, second), one)), `seed ${seed}`).toBe(hex(two));
      expect(makeSeed(second, two), `seed ${seed}: nothing new`).toBe(two);
    }
  }, 60_000);

  test("of the same map made from nothing is no prefix", () => {
    expect(isPrefix(makeSeed(thaw), makeSeed(thaw2))).toBe(false);
  });

  test("of a release that takes the last one back has a client of its own", () => {
    const one = makeSeed(thaw);
    const two = makeSeed(thaw2, one);
    const three = makeSeed(thaw, two);
    expect(isPrefix(two, three)).toBe(true);
    expect(written(new LiveMap(thaw.id, [three]).map)).toBe(written(thaw));
  });

  test("writes under numbers that no live document has", () => {
    const two = makeSeed(thaw2, makeSeed(thaw));
    const clients = [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(two)).keys()];
    expect(clients).toHaveLength(2);
    for (const client of clients) expect(client).toBeLessThan(FIRST_LIVE_CLIENT);
    const minted = new Set(Array.from({ length: 1000 }, mintClient));
    expect(minted.size).toBe(1000);
    for (const client of minted)
      expect(client >= FIRST_LIVE_CLIENT && Number.isSafeInteger(client)).toBe(true);
  });
});

describe("copies of a shipped map", () => {
  test("that were made apart merge, across releases, and nobody's edit is lost", () => {
    const one = new LiveMap(thaw.id, [makeSeed(thaw)]);
    const other = new LiveMap(thaw.id, [makeSeed(thaw2, makeSeed(thaw))]);
    edit(one, "A", "A, as one says");
    edit(one, "E", "A claim of one's own");
    edit(other, "D", "D, as the other says");
    const [ours, theirs] = [one.bytes(), other.bytes()];
    one.receive([theirs]);
    other.receive([ours]);
    expect(written(one.map)).toBe(written(other.map));
    expect(Object.fromEntries([...one.map.claims].map(([id, { text }]) => [id, text]))).toEqual({
      A: "A, as one says",
      B: "B",
      C: "C",
      D: "D, as the other says",
      E: "A claim of one's own",
    });
  });

  test("keep a person's value where a newer release has another", () => {
    const retitled = { ...thaw, about: { ...thaw.about, title: "The release's title" } };
    for (let round = 0; round < 20; round++) {
      const mine = new LiveMap(thaw.id, [makeSeed(thaw)]);
      const about = { before: mine.map.about, after: { ...mine.map.about, title: "My title" } };
      mine.run({ ...noChange, about }, "edit title", null);
      mine.receive([makeSeed(retitled, makeSeed(thaw))]);
      expect(mine.map.about.title).toBe("My title");
    }
  });

  test("undo only what was done here", () => {
    const live = new LiveMap(thaw.id, [makeSeed(thaw)]);
    edit(live, "A", "mine");
    live.receive([makeSeed(thaw2, makeSeed(thaw))]);
    live.undo();
    expect(live.undo()).toBeNull();
    expect(written(live.map)).toBe(written(thaw2));
    expect(live.map.claims.has(claimId("D"))).toBe(true);
  });
});
