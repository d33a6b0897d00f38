import { describe, expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { areSameDocument, foldUpdates } from "#store/folding.ts";
import { LiveMap } from "#store/live.ts";
import { below, chance, pick, type Random, seeded, shuffled } from "../random-map.ts";
import { graveyard, randomChange } from "./random-change.ts";
import { written } from "./written.ts";

const id = "map" as MapId;

/** What two writers wrote who edit, undo, redo and read each other now and then. */
function history(random: Random, steps: number): readonly Uint8Array<ArrayBuffer>[] {
  const writers = [new LiveMap(id, []), new LiveMap(id, [])] as const;
  const updates: Uint8Array<ArrayBuffer>[] = [];
  for (let step = 0; step < steps; step++) {
    const writer = pick(random, writers);
    if (chance(random, 0.5)) writer.receive(updates);
    if (chance(random, 0.2)) writer.undo();
    else if (chance(random, 0.1)) writer.redo();
    else writer.run(randomChange(random, writer.map, graveyard()), `step ${step}`, null);
    const update = writer.takeUpdate();
    if (update !== null) updates.push(update);
  }
  return updates;
}

function said(...updates: readonly Uint8Array[]): string {
  return written(new LiveMap(id, updates).map);
}

describe("a fold", () => {
  test("says what all its updates say, over 50 random histories, folded once or in parts", () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = seeded(seed);
      const updates = history(random, 3 + below(random, 30));
      if (updates.length === 0) continue;
      const folded = foldUpdates(updates)!;
      expect(said(folded), `seed ${seed}`).toBe(said(...updates));
      const at = 1 + below(random, updates.length);
      const first = foldUpdates(updates.slice(0, at))!;
      const ways = [updates, [folded], [first, ...updates.slice(at)], shuffled(random, [first, ...updates])];
      expect(areSameDocument(ways), `seed ${seed}: as documents`).toBe(true);
    }
  });

  test("is not made where an update is missing that others build on, or cannot be read", () => {
    const updates = history(seeded(7), 20);
    expect(foldUpdates(updates)).not.toBeNull();
    expect(foldUpdates(updates.slice(1))).toBeNull();
    expect(foldUpdates([...updates, new Uint8Array([9, 9, 9])])).toBeNull();
  });

  test("is told from one that lacks the last edit, or has one too many, whatever that edit was", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const updates = history(seeded(seed), 12);
      if (updates.length < 2) continue;
      const less = foldUpdates(updates.slice(0, -1))!;
      expect(areSameDocument([updates, [less]]), `seed ${seed}`).toBe(false);
      expect(areSameDocument([[less], updates]), `seed ${seed}`).toBe(false);
      expect(areSameDocument([updates, updates.slice(1)]), `seed ${seed}: waits`).toBe(false);
    }
  });
});
