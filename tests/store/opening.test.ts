/* oxlint-disable no-underscore-dangle -- Yjs names so what it keeps to itself */
import { describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { memoryStorage } from "#storage/memory.ts";
import { foldUpdates } from "#store/folding.ts";
import { groundOf } from "#store/ground.ts";
import { PIECE, piecesOf } from "#store/pieces.ts";
import type { Storage } from "#store/ports.ts";
import { STEP_RECORDS } from "#store/projection.ts";
import { makeSeed } from "#store/seed.ts";
import { largeMap } from "../large-map.ts";
import { openMaps } from "./shipping.ts";
import { written } from "./written.ts";

const id = largeMap(0).id;

/** A disk that holds a map as these records. */
async function diskWith(map: ArgumentMap, records: readonly Uint8Array<ArrayBuffer>[]): Promise<Storage> {
  const storage = memoryStorage(null);
  const entry = { id, title: map.about.title, question: "", claims: map.claims.size };
  await storage.log.append(
    records.map((bytes) => ({ map: id, client: 1, label: "", change: null, bytes })),
    { ...entry, editedAt: 1, shipped: null, deletedAt: null },
  );
  return storage;
}

function cut(update: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  return [...piecesOf(update)].filter((piece) => piece !== null);
}

/** What was done between one turn and the next: structs taken into documents, and records read from them. */
interface Step {
  structs: number;
  records: number;
}

/** Opens a map and counts what each step of it does. */
async function openCounting(storage: Storage) {
  const steps: Step[] = [{ structs: 0, records: 0 }];
  const { integrate } = Y.Item.prototype;
  const { get } = Y.Map.prototype;
  vi.spyOn(Y.Item.prototype, "integrate").mockImplementation(function (this: Y.Item, ...parts) {
    steps.at(-1)!.structs++;
    integrate.apply(this, parts);
  });
  vi.spyOn(Y.Map.prototype, "get").mockImplementation(function (this: Y.Map<unknown>, key) {
    if (this._item === null) steps.at(-1)!.records++;
    return get.call(this, key);
  });
  const shares: number[] = [];
  const tell = (share: number) => {
    shares.push(share);
    steps.push({ structs: 0, records: 0 });
  };
  try {
    const origins = { id, log: storage.log, shipped: null, isExpected: true, person: () => "" };
    const ground = await groundOf(origins, emptyMap(id), true, { tell });
    return { ground: ground!, steps, shares };
  } finally {
    vi.restoreAllMocks();
  }
}

describe("a large map", () => {
  const map = largeMap(6000);
  const seed = makeSeed(map);

  test.each([
    ["as one record", [seed]],
    ["as the records that a file is kept as", cut(seed)],
    ["folded", [foldUpdates(cut(seed))!]],
  ])("that lies there %s is opened in steps, none of which does more than it may", async (_, records) => {
    const { ground, steps, shares } = await openCounting(await diskWith(map, records));
    const sum = (count: (step: Step) => number) => steps.reduce((all, step) => all + count(step), 0);
    expect(sum(({ structs }) => structs)).toBe(Y.decodeUpdate(seed).structs.length);
    expect(sum(({ records }) => records)).toBeGreaterThanOrEqual(map.claims.size + map.relations.size);
    for (const { structs, records } of steps) {
      expect(structs).toBeLessThanOrEqual(PIECE.structs);
      // The title and the two other lines are read along with the first.
      expect(records).toBeLessThanOrEqual(STEP_RECORDS + 3);
    }
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(written(ground.live.map)).toBe(written(map));
  });

  test.each([
    ["many small claims", seed],
    ["notes of some length", makeSeed(largeMap(1500, "n".repeat(700)))],
  ])("of %s is kept as records that are not cut again", (_, update) => {
    const pieces = cut(update);
    expect(pieces.length).toBeGreaterThan(4);
    for (const piece of pieces) expect(cut(piece)[0], "the same bytes, not a copy").toBe(piece);
  });

  test("that is one long text after the other is opened in steps of so many bytes", async () => {
    const notes = largeMap(60, "n".repeat(100_000));
    const { ground, shares } = await openCounting(await diskWith(notes, [makeSeed(notes)]));
    expect(shares.length).toBeGreaterThan(20);
    expect(written(ground.live.map)).toBe(written(notes));
  });

  test("of which a piece is missing shows what came before it, and says that the rest waits", async () => {
    const records = cut(seed);
    const { ground } = await openCounting(
      await diskWith(
        map,
        records.filter((_, at) => at !== 2),
      ),
    );
    expect(ground.live.waits).toBe(true);
    expect(ground.live.map.claims.size).toBeGreaterThan(1000);
    expect(ground.losses).toEqual([expect.stringContaining("wait for others that are missing")]);
  });

  test("whose opening is given up leaves nothing open, and can be opened again", async () => {
    const storage = await diskWith(map, cut(seed));
    const maps = await openMaps(storage);
    const giving = new AbortController();
    const tell = vi.fn(() => giving.abort(new Error("given up")));
    await expect(maps.openMap(id, { tell, signal: giving.signal })).rejects.toThrow("given up");
    expect(tell, "no further step").toHaveBeenCalledOnce();
    expect(written((await maps.openMap(id))!.map.peek())).toBe(written(map));
  });

  test("that one of two gives up opens for the other", async () => {
    const maps = await openMaps(await diskWith(map, cut(seed)));
    const giving = new AbortController();
    const other = maps.openMap(id);
    const one = maps.openMap(id, { tell: () => giving.abort(new Error("given up")), signal: giving.signal });
    await expect(one).rejects.toThrow("given up");
    expect((await other)!.map.peek().claims.size).toBe(6000);
  });
});

test("a small map is opened without a turn in between", async () => {
  const map = largeMap(100);
  const { shares } = await openCounting(await diskWith(map, [makeSeed(map)]));
  expect(shares).toEqual([]);
});
