import { describe, expect, test } from "vitest";
import {
  declineNewer,
  keepApart,
  mergeIn,
  mergeNewer,
  offerNewer,
  putBackAndMerge,
  takeBackMerge,
} from "#actions/merging.ts";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { writeNative } from "#interchange/native-write.ts";
import type { MapId } from "#model/ids.ts";
import { Workspace } from "#session/workspace.ts";
import { memoryStorage } from "#storage/memory.ts";
import type { ShippedMap, Storage } from "#store/ports.ts";
import { makeSeed } from "#store/seed.ts";
import { storeWords } from "#words/store.ts";
import { mergingWords as words } from "#words/merging.ts";
import { argumentMap } from "../notation.ts";
import { say } from "../store/edits.ts";
import { ships } from "../store/shipping.ts";
import { written } from "../store/written.ts";
import { asked, copyBy, opened, take, texts, thaw, workspaceOn } from "./colleagues.ts";

const thaw2 = { ...argumentMap("A; +B > A; -C > A; +D > B; -E > C"), id: "thaw" as MapId };
const newer: ShippedMap = { ...ships(thaw2), seed: async () => makeSeed(thaw2, makeSeed(thaw)) };

describe("a colleague's file of a map that I have", () => {
  test("is merged in one go, is on the disk with all that both did, and is undone as one step", async () => {
    const storage = memoryStorage(null);
    const workspace = await workspaceOn(storage, ships(thaw));
    const open = await opened(workspace);
    open.run(say, { claim: "C", text: "C, I say" });
    await take(workspace, await copyBy("E. H. Carr", { B: "B, they say", N: "New" }));
    expect(asked(workspace)).toMatchObject({ by: "E. H. Carr", theirs: 2, mine: 1, trouble: null });
    const before = written(open.map.peek());
    await open.flush();
    const records = (await storage.log.load(thaw.id)).updates.length;
    await mergeIn(workspace, asked(workspace));
    expect(texts(open.map.peek())).toEqual({ A: "A", B: "B, they say", C: "C, I say", N: "New" });
    expect(open.happened.peek()).toMatchObject({ by: "merge", label: "merge the copy from E. H. Carr" });
    expect(workspace.notices.notice.peek()?.sentence).toBe("Merged 2 edits by E. H. Carr.");
    const { review } = workspace.reviewing.peek()!;
    expect(review.lines).toHaveLength(2);
    await open.flush();
    const [copy, versions] = (await storage.log.load(thaw.id)).updates.slice(records);
    expect([copy, versions].map((bytes) => bytes instanceof Uint8Array)).toEqual([true, true]);
    expect((await storage.log.load(thaw.id)).updates).toHaveLength(records + 2);
    const again = await opened(await workspaceOn(storage, ships(thaw)));
    expect(written(again.map.peek())).toBe(written(open.map.peek()));
    takeBackMerge(workspace, review);
    expect(written(open.map.peek())).toBe(before);
    expect(open.history.peek().undo).toBe("take back the merge");
    open.undo();
    expect(texts(open.map.peek())["N"]).toBe("New");
  });

  test("of a shipped map that I have not touched is merged too", async () => {
    const storage = memoryStorage(null);
    const workspace = await workspaceOn(storage, ships(thaw));
    await take(workspace, await copyBy("", { B: "B, they say" }));
    expect(asked(workspace)).toMatchObject({ by: "", theirs: 1, mine: 0 });
    await mergeIn(workspace, asked(workspace));
    await workspace.current.peek()!.open.flush();
    const again = await opened(await workspaceOn(storage, ships(thaw)));
    expect(texts(again.map.peek())["B"]).toBe("B, they say");
  });

  test("opens mine when both say the same, or when it brings nothing new", async () => {
    const workspace = await workspaceOn(memoryStorage(null), ships(thaw));
    const open = await opened(workspace);
    open.run(say, { claim: "B", text: "B, they say" });
    await take(workspace, await copyBy("E. H. Carr", { B: "B, they say" }));
    expect(workspace.notices.notice.peek()?.sentence).toBe(words.same("E. H. Carr"));
    await take(workspace, await copyBy("E. H. Carr", {}));
    expect(workspace.notices.notice.peek()?.sentence).toBe(words.known("E. H. Carr"));
    expect(workspace.dialog.peek()).toBeNull();
    expect(workspace.current.peek()?.open.id).toBe("thaw");
  });

  test("that was begun apart, has no history, or was edited by hand can only be kept beside mine", async () => {
    const workspace = await workspaceOn(memoryStorage(null), ships(thaw));
    const mine = written((await opened(workspace)).map.peek());
    const other = ships({ ...argumentMap("X; -Y > X"), id: thaw.id });
    const byHand = (await copyBy("Carr", { B: "The thaw" })).replace('"The thaw"', '"The frost"');
    for (const [file, trouble] of [
      [await copyBy("Carr", {}, other), words.strangers],
      [writeNative({ ...thaw2 }), words.noHistory],
      [byHand, storeWords.historyDiffers],
    ] as const) {
      await take(workspace, file);
      expect(asked(workspace)).toMatchObject({ document: null, trouble });
    }
    await keepApart(workspace, asked(workspace));
    const { open } = workspace.current.peek()!;
    expect(open.id).not.toBe("thaw");
    expect(open.map.peek().about.title).toBe("A map (Carr)");
    expect(texts(open.map.peek())["B"]).toBe("The frost");
    expect(written((await workspace.maps.readMap(thaw.id))!)).toBe(mine);
  });

  test("that I do not have opens with its history, so that the next one merges", async () => {
    const workspace = await workspaceOn(memoryStorage(null));
    await take(workspace, await copyBy("Carr", { B: "first" }));
    expect(workspace.current.peek()?.open.id).toBe("thaw");
    await take(workspace, await copyBy("Carr", { C: "second" }));
    await mergeIn(workspace, asked(workspace));
    expect(texts(workspace.current.peek()!.map.peek())).toMatchObject({ B: "first", C: "second" });
  });

  test("whose history is damaged opens as a plain map, and says so", async () => {
    const workspace = await workspaceOn(memoryStorage(null));
    await take(workspace, (await copyBy("Carr", { B: "first" })).replace(/"crc": \d+/, '"crc": 1'));
    expect(workspace.notices.notice.peek()?.sentence).toContain(storeWords.historyDamaged);
    expect(texts(workspace.current.peek()!.map.peek())["B"]).toBe("first");
  });
});

/** The disk of someone who has edited the older version. */
async function edited(): Promise<Storage> {
  const storage = memoryStorage(null);
  const open = await opened(await workspaceOn(storage, ships(thaw)));
  open.run(say, { claim: "A", text: "A, I say" });
  await open.flush();
  return storage;
}

async function look(workspace: Workspace) {
  const seed = await workspace.maps.shippedSeed(thaw.id);
  if (seed !== null) await offerNewer(workspace, thaw.id, seed);
  return workspace.newer.peek();
}

describe("a newer version of a shipped map", () => {
  test("is offered to who has edited the older one, and to no one else", async () => {
    expect(await look(await workspaceOn(memoryStorage(null), newer))).toBeNull();
    expect(await look(await workspaceOn(await edited(), ships(thaw)))).toBeNull();
    expect(await look(await workspaceOn(await edited(), newer))).toMatchObject({ map: "thaw", edits: 2 });
  });

  test("is merged, looked through, and not offered again", async () => {
    const storage = await edited();
    const workspace = await workspaceOn(storage, newer);
    await mergeNewer(workspace, (await look(workspace))!);
    const { open } = workspace.current.peek()!;
    expect(texts(open.map.peek())).toEqual({ A: "A, I say", B: "B", C: "C", D: "D", E: "E" });
    expect(workspace.reviewing.peek()).toMatchObject({ by: null, review: { both: [] } });
    expect(workspace.reviewing.peek()?.review.lines.map(({ deed }) => deed)).toEqual(["added", "added"]);
    expect(actionById("map.review-merge").name(contextOf(workspace))).toBe(
      "Review what the newer version brought…",
    );
    await open.flush();
    expect(await look(await workspaceOn(storage, newer))).toBeNull();
  });

  test("that is declined is not offered again, but the one after it is", async () => {
    const storage = await edited();
    const workspace = await workspaceOn(storage, newer);
    await declineNewer(workspace, (await look(workspace))!);
    expect(await look(await workspaceOn(storage, newer))).toBeNull();
    const thaw3 = { ...argumentMap("A; +B > A; -C > A; +D > B; -E > C; +F > A"), id: thaw.id };
    const third = {
      ...ships(thaw3),
      seed: async () => makeSeed(thaw3, await newer.seed().then((seed) => new Uint8Array(seed))),
    };
    expect(await look(await workspaceOn(storage, third))).toMatchObject({ edits: 3 });
    expect(texts((await opened(await workspaceOn(storage, third))).map.peek())["D"]).toBeUndefined();
  });
});

async function binned(): Promise<Workspace> {
  const workspace = await workspaceOn(memoryStorage(null), ships(thaw));
  const open = await opened(workspace);
  open.run(say, { claim: "C", text: "C, I say" });
  await open.flush();
  open.close();
  await workspace.maps.remove(thaw.id);
  return workspace;
}

describe("a file of a map that is in the bin", () => {
  test("changes nothing unasked, and the question says where the map is", async () => {
    const workspace = await binned();
    await take(workspace, await copyBy("E. H. Carr", { B: "B, they say" }));
    expect(asked(workspace)).toMatchObject({ by: "E. H. Carr", document: null, map: { id: "thaw" } });
    expect(asked(workspace).binned).toBeDefined();
    expect(workspace.maps.entries.peek()).toEqual([]);
    expect(workspace.maps.bin.peek()).toHaveLength(1);
  });

  test("is merged into it when it is put back, with all that both did", async () => {
    const workspace = await binned();
    await take(workspace, await copyBy("E. H. Carr", { B: "B, they say" }));
    await putBackAndMerge(workspace, asked(workspace));
    expect(workspace.maps.bin.peek()).toEqual([]);
    expect(texts((await opened(workspace)).map.peek())).toEqual({ A: "A", B: "B, they say", C: "C, I say" });
    expect(workspace.notices.notice.peek()?.sentence).toBe("Merged 1 edit by E. H. Carr.");
  });

  test("that has nothing new is told, and the map is back", async () => {
    const workspace = await binned();
    await take(workspace, await copyBy("", {}));
    await putBackAndMerge(workspace, asked(workspace));
    expect(workspace.current.peek()?.open.id).toBe("thaw");
    expect(workspace.notices.notice.peek()?.sentence).toBe(
      "“A map” is out of the bin again. This copy has nothing that your map does not have.",
    );
  });

  test("and that carries no history is asked about once more when the map is back", async () => {
    const workspace = await binned();
    await take(workspace, writeNative(thaw));
    await putBackAndMerge(workspace, asked(workspace));
    expect(asked(workspace)).toMatchObject({ document: null, trouble: words.noHistory });
    expect(asked(workspace).binned).toBeUndefined();
    expect(workspace.maps.bin.peek()).toEqual([]);
  });

  test("can be opened as a copy, and the map stays in the bin", async () => {
    const workspace = await binned();
    await take(workspace, await copyBy("E. H. Carr", { B: "B, they say" }));
    await keepApart(workspace, asked(workspace));
    expect(workspace.maps.entries.peek().map(({ title }) => title)).toEqual(["A map (E. H. Carr)"]);
    expect(workspace.maps.bin.peek()).toHaveLength(1);
  });
});
