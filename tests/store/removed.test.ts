import { describe, expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { memoryStorage } from "#storage/memory.ts";
import type { Maps } from "#store/maps.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { Storage } from "#store/ports.ts";
import { storeWords } from "#words/store.ts";
import { argumentMap, claimId } from "../notation.ts";
import { say } from "./edits.ts";
import { openMaps } from "./shipping.ts";
import { written } from "./written.ts";

const lost = { state: "failed", reason: storeWords.removed };

interface Tab {
  readonly storage: Storage;
  readonly maps: Maps;
  readonly open: OpenMap;
}

/** A map that is open, and was edited, in a tab when another removes it for good. No word of that reaches this tab. */
async function removedElsewhere(): Promise<Tab> {
  const storage = memoryStorage(null);
  const maps = await openMaps(storage);
  const id = await maps.add({ ...argumentMap("A; +B > A"), id: "debate" as MapId });
  const open = (await maps.openMap(id))!;
  open.run(say, { claim: "B", text: "Saved" });
  await open.flush();
  await removeForGood(storage, id);
  return { storage, maps, open };
}

async function removeForGood(storage: Storage, id: MapId): Promise<void> {
  await (await openMaps(storage)).remove(id);
  await storage.library.removeForGood((await storage.library.list()).find((entry) => entry.id === id)!);
}

describe("a map that another tab removed for good while it was open", () => {
  test("is found out with the next write: nothing is called saved, and nothing stays on the disk", async () => {
    const { storage, open } = await removedElsewhere();
    expect(open.saving.value).toEqual({ state: "saved" });
    open.run(say, { claim: "A", text: "Too late" });
    expect(open.saving.value).toEqual({ state: "saving" });
    await open.flush();
    expect(open.saving.value).toEqual(lost);
    expect(open.isRemoved.value).toBe(true);
    expect((await storage.log.load(open.id)).updates).toEqual([]);
    expect(await storage.library.list()).toEqual([]);
  });

  test("takes edits and their undo on, all of them unsaved", async () => {
    const { storage, open } = await removedElsewhere();
    open.run(say, { claim: "A", text: "Too late" });
    await open.flush();
    open.run(say, { claim: "A", text: "Later still" });
    await open.flush();
    open.undo();
    expect(open.map.value.claims.get(claimId("A"))?.text).toBe("Too late");
    expect(open.saving.value).toEqual(lost);
    expect((await storage.log.load(open.id)).updates).toEqual([]);
  });

  test("is no line of the library, is there as long as the page is, and the page is not left unasked", async () => {
    const { maps, open } = await removedElsewhere();
    open.run(say, { claim: "A", text: "Too late" });
    await open.flush();
    open.close();
    expect(await maps.openMap(open.id)).toBe(open);
    expect(maps.isAllKept).toBe(false);
  });

  test("is kept as a new map with all that is on screen and its history", async () => {
    const { storage, maps, open } = await removedElsewhere();
    open.run(say, { claim: "A", text: "Too late" });
    await open.flush();
    open.run(say, { claim: "C", text: "Later still" });
    const id = await maps.keepRemoved(open);
    expect(id).not.toBe(open.id);
    const again = (await (await openMaps(storage)).openMap(id))!;
    expect(written(again.map.value)).toBe(written({ ...open.map.value, id }));
    expect(again.versions.value).toEqual(open.versions.value);
    expect(maps.isAllKept).toBe(true);
    expect(await maps.openMap(open.id)).toBeNull();
    again.run(say, { claim: "C", text: "And on" });
    await again.flush();
    expect(again.saving.value).toEqual({ state: "saved" });
  });

  test("can be added again from a file, under its own id", async () => {
    const { storage, open } = await removedElsewhere();
    const { map, document } = await open.copy();
    const maps = await openMaps(storage);
    expect(await maps.add(map, document)).toBe(open.id);
    const again = (await maps.openMap(open.id))!;
    again.run(say, { claim: "A", text: "Anew" });
    await again.flush();
    expect(again.saving.value).toEqual({ state: "saved" });
    expect((await storage.log.load(open.id)).updates).toHaveLength(2);
  });
});
