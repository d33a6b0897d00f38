import { describe, expect, test } from "vitest";
import { readNative } from "#interchange/native-read.ts";
import { writeNative } from "#interchange/native-write.ts";
import type { ClaimId, MapId } from "#model/ids.ts";
import { historyOf, readCopy } from "#store/copies.ts";
import { LiveMap } from "#store/live.ts";
import { makeSeed } from "#store/seed.ts";
import { below, chance, type Random, randomMap, seeded, shuffled } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { graveyard, randomChange } from "./random-change.ts";
import { written } from "./written.ts";

const id = "map" as MapId;
const STUDENTS = 30;

/** A student's copy, with the claims that the student has added and deleted. */
interface Copy {
  readonly live: LiveMap;
  readonly added: ReadonlySet<ClaimId>;
  readonly deleted: ReadonlySet<ClaimId>;
}

function copyOf(random: Random, seed: Uint8Array): Copy {
  const live = new LiveMap(id, [seed]);
  const graves = graveyard();
  const [added, deleted] = [new Set<ClaimId>(), new Set<ClaimId>()];
  for (let left = 1 + below(random, 4); left > 0; left--) {
    const undone = chance(random, 0.15) ? live.undo()?.change : undefined;
    const change = undone ?? live.run(randomChange(random, live.map, graves), "step", null);
    for (const { before, after } of change?.claims ?? [])
      if (before === null) added.add(after!.id);
      else if (after === null) deleted.add(before.id);
  }
  return { live, added, deleted };
}

/** The file that a student hands in, all the way to what is merged of it. */
function handedIn(live: LiveMap): Uint8Array<ArrayBuffer> {
  const copy = { map: live.map, document: live.bytes() };
  const outcome = readNative(writeNative(copy.map, historyOf(copy, "A student")));
  if ("refused" in outcome || outcome.history === undefined) throw new Error(JSON.stringify(outcome));
  const read = readCopy(outcome.map, outcome.history);
  if ("refused" in read) throw new Error(read.refused);
  return read.document;
}

function merge(into: LiveMap, copy: LiveMap): void {
  into.merge(handedIn(copy), { by: "A student" }, "Merged");
}

/** One after the other into a teacher's copy. */
function inARow(random: Random, seed: Uint8Array, copies: readonly LiveMap[]): LiveMap {
  const teacher = new LiveMap(id, [seed]);
  for (const copy of shuffled(random, copies)) merge(teacher, copy);
  return teacher;
}

/** Students merge each other's copies, those that are merged already among them, until one has all. */
function amongThemselves(random: Random, copies: readonly LiveMap[]): LiveMap {
  let waiting = shuffled(random, copies).map((copy) => new LiveMap(id, [copy.bytes()]));
  while (waiting.length > 1) {
    const [into, copy, ...others] = shuffled(random, waiting);
    merge(into!, copy!);
    waiting = [into!, ...others];
  }
  return waiting[0]!;
}

describe("thirty students' copies of one map", () => {
  test("merge in any order, and through each other, to the same map, which has what each has added", () => {
    for (let round = 1; round <= seeds(4, 1); round++) {
      const random = seeded(round);
      const seed = makeSeed({ ...randomMap(random, 12), id });
      const copies = Array.from({ length: STUDENTS }, () => copyOf(random, seed));
      const lives = copies.map(({ live }) => live);
      const [first, ...others] = [
        inARow(random, seed, lives),
        inARow(random, seed, lives),
        amongThemselves(random, lives),
        amongThemselves(random, lives),
      ];
      for (const other of others) expect(written(other.map), `round ${round}`).toBe(written(first.map));
      expect(written(new LiveMap(id, [seed, ...lives.map((live) => live.bytes())]).map)).toBe(
        written(first.map),
      );
      const deleted = new Set(copies.flatMap((copy) => [...copy.deleted]));
      const missing = copies.flatMap((copy) => [...copy.added].filter((claim) => !deleted.has(claim)));
      expect(missing.length, `round ${round}`).toBeGreaterThan(10);
      expect(
        missing.filter((claim) => !first.map.claims.has(claim)),
        `round ${round}`,
      ).toEqual([]);
    }
  }, 120_000);
});
