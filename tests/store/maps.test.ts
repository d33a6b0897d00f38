import { describe, expect, test } from "vitest";
import { applyChange } from "#model/change.ts";
import { isRefusal } from "#commands/command.ts";
import type { MapId } from "#model/ids.ts";
import { makeSeed } from "#store/seed.ts";
import type { OpenMap } from "#store/open-map.ts";
import type { Storage } from "#store/ports.ts";
import { memoryStorage } from "#storage/memory.ts";
import { argumentMap, claimId } from "../notation.ts";
import { below, chance, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";
import { say } from "./edits.ts";
import { graveyard, randomChange } from "./random-change.ts";
import { openMaps, ships } from "./shipping.ts";
import { written } from "./written.ts";

const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };

/** A memory that counts as a disk. */
const disk = (): Storage => memoryStorage(null);

async function openThaw(storage: Storage = disk()): Promise<OpenMap> {
  return (await (await openMaps(storage, ships(thaw))).openMap(thaw.id))!;
}

function texts(open: OpenMap): Record<string, string> {
  return Object.fromEntries([...open.map.peek().claims.values()].map(({ id, text }) => [id, text]));
}

describe("a shipped map", () => {
  test("is listed and shown without being written anywhere", async () => {
    const storage = disk();
    const maps = await openMaps(storage, ships(thaw));
    expect(maps.entries.value).toEqual([
      { id: "thaw", title: "A map", question: "", claims: 3, editedAt: 0, shipped: "thaw", deletedAt: null },
    ]);
    const open = (await maps.openMap(thaw.id))!;
    expect(written(open.map.value)).toBe(written(thaw));
    expect(open.saving.value).toEqual({ state: "saved" });
    expect(open.history.value).toEqual({ undo: null, redo: null });
    await open.flush();
    expect((await storage.log.load(thaw.id)).updates).toEqual([]);
  });

  test("is edited at once, before its document is there, and kept with its seed", async () => {
    const storage = disk();
    const open = await openThaw(storage);
    const before = open.map.value;
    open.run(say, { claim: "A", text: "The thaw" }, { gesture: "typing" });
    open.run(say, { claim: "A", text: "The thaw began" }, { gesture: "typing" });
    expect(texts(open)["A"]).toBe("The thaw began");
    expect(open.saving.value).toEqual({ state: "saving" });
    expect(open.history.value).toEqual({ undo: "edit claim", redo: null });
    open.run(say, { claim: "D", text: "D" });
    await open.flush();
    expect(open.saving.value).toEqual({ state: "saved" });
    expect(open.map.value.claims.get(claimId("B")), "untouched records stay the same").toBe(
      before.claims.get(claimId("B")),
    );
    open.run(say, { claim: "D", text: "D, and then" });
    for (const redo of [null, "edit claim", "add claim"]) {
      expect(open.history.value.redo).toBe(redo);
      open.undo();
    }
    expect(texts(open)).toEqual({ A: "A", B: "B", C: "C" });
    open.redo();
    await open.flush();
    const again = await openThaw(storage);
    expect(texts(again)).toEqual({ A: "The thaw began", B: "B", C: "C" });
    const { updates } = await storage.log.load(thaw.id);
    expect(updates[0]).toEqual(makeSeed(thaw));
  });

  test("edited before its document is there is the same as edited after, over random histories", async () => {
    for (let seed = 1; seed <= seeds(150, 40); seed++) {
      const random = seeded(seed);
      const [early, late] = [await openThaw(), await openThaw()];
      late.run(say, { claim: "A", text: "first" });
      await late.flush();
      late.undo();
      for (const open of [early, late]) open.run(say, { claim: "A", text: "begun" });
      const graves = graveyard();
      for (let step = below(random, 10); step >= 0; step--) {
        const way = random();
        const change = randomChange(random, early.map.peek(), graves);
        const gesture = chance(random, 0.5) ? { gesture: "typing" } : {};
        for (const open of [early, late]) {
          if (way < 0.3) open.undo();
          else if (way < 0.45) open.redo();
          else open.run({ name: "any", label: () => `step ${step}`, run: () => change }, null, gesture);
        }
      }
      await early.flush();
      expect(written(early.map.value), `seed ${seed}`).toBe(written(late.map.value));
      while (early.undo() !== null);
      expect(written(early.map.value), `seed ${seed}: all undone`).toBe(written(thaw));
      while (early.redo() !== null);
      while (late.redo() !== null);
      expect(written(early.map.value), `seed ${seed}: all redone`).toBe(written(late.map.value));
    }
  }, 60_000);

  test("whose seed cannot be read waits for it, says so, and loses nothing", async () => {
    let isThere = false;
    const shipped = {
      ...ships(thaw),
      seed: async () => {
        if (!isThere) throw new TypeError("Failed to fetch");
        return makeSeed(thaw);
      },
    };
    const storage = disk();
    const open = (await (await openMaps(storage, shipped)).openMap(thaw.id))!;
    open.run(say, { claim: "A", text: "one" });
    const failed = new Promise<void>((resolve) => {
      open.saving.subscribe(({ state }) => (state === "failed" ? resolve() : undefined));
    });
    await failed;
    open.run(say, { claim: "A", text: "two" });
    expect(open.saving.value).toMatchObject({ state: "failed" });
    isThere = true;
    await open.flush();
    expect(open.saving.value).toEqual({ state: "saved" });
    expect(texts(await openThaw(storage))["A"]).toBe("two");
  });

  test("is reset by an edit that can be undone", async () => {
    const maps = await openMaps(disk(), ships(thaw));
    expect(await maps.resetToShipped("other" as MapId)).toBeNull();
    const open = (await maps.openMap(thaw.id))!;
    open.run(say, { claim: "A", text: "mine" });
    open.run(say, { claim: "D", text: "mine too" });
    await maps.resetToShipped(thaw.id);
    expect(written(open.map.value)).toBe(written(thaw));
    expect(open.history.value.undo).toBe("reset to the shipped version");
    open.undo();
    expect(texts(open)).toEqual({ A: "mine", B: "B", C: "C", D: "mine too" });
  });
});

describe("an open map", () => {
  test("says what happened, by whom", async () => {
    const open = await openThaw();
    const change = open.run(say, { claim: "A", text: "The thaw" });
    expect(open.happened.value).toEqual({ label: "edit claim", change, by: "here" });
    await open.flush();
    expect(open.happened.value, "getting a document is nothing that happens").toMatchObject({ by: "here" });
    const undone = open.undo();
    expect(undone).toMatchObject({ label: "edit claim", by: "undo" });
    expect(open.happened.value).toBe(undone);
    expect(open.redo()).toMatchObject({ label: "edit claim", by: "redo" });
    expect(open.redo()).toBeNull();
  });

  test("does nothing for a refusal or an empty change", async () => {
    const open = await openThaw();
    const before = open.map.value;
    expect(isRefusal(open.run(say, { claim: "A", text: "" }))).toBe(true);
    open.run(say, { claim: "A", text: "A" });
    expect(open.map.value).toBe(before);
    expect(open.happened.value).toBeNull();
    expect(open.history.value.undo).toBeNull();
    expect(open.saving.value).toEqual({ state: "saved" });
  });

  test("gives changes that lead from map to map", async () => {
    const open = await openThaw();
    let map = open.map.value;
    open.happened.subscribe((happening) => {
      if (happening !== null) map = applyChange(map, happening.change);
    });
    const random = seeded(5);
    const graves = graveyard();
    for (let step = 0; step < 30; step++) {
      const change = randomChange(random, open.map.peek(), graves);
      if (step % 4 === 3) open.undo();
      else open.run({ name: "any", label: () => "step", run: () => change }, null);
      if (step === 10) await open.flush();
      expect(written(map)).toBe(written(open.map.value));
    }
  });

  test("on a memory that is no disk never says saved", async () => {
    const maps = await openMaps(memoryStorage("Nothing is kept."), ships(thaw));
    const open = (await maps.openMap(thaw.id))!;
    const nowhere = { state: "kept-nowhere", reason: "Nothing is kept." };
    expect(open.saving.value).toEqual(nowhere);
    open.run(say, { claim: "A", text: "The thaw" });
    await open.flush();
    expect(open.saving.value).toEqual(nowhere);
    open.close();
    expect(texts((await maps.openMap(thaw.id))!)["A"]).toBe("The thaw");
  });

  test("that may only be read refuses in words", async () => {
    const maps = await openMaps(memoryStorage(null, "Reload the page."), ships(thaw));
    const open = (await maps.openMap(thaw.id))!;
    expect(open.run(say, { claim: "A", text: "x" })).toEqual({ refused: "Reload the page." });
    await expect(maps.create({})).rejects.toThrow("Reload the page.");
    await expect(maps.remove(thaw.id)).rejects.toThrow("Reload the page.");
  });

  test("is one, however many hold it, and goes on while one does", async () => {
    const maps = await openMaps(disk(), ships(thaw));
    const [one, other] = await Promise.all([maps.openMap(thaw.id), maps.openMap(thaw.id)]);
    expect(one).toBe(other);
    one!.close();
    other!.run(say, { claim: "A", text: "still here" });
    await other!.flush();
    expect(await maps.openMap(thaw.id)).toBe(other);
  });

  test("closed in the middle of its first edit is kept all the same", async () => {
    const maps = await openMaps(disk(), ships(thaw));
    const open = (await maps.openMap(thaw.id))!;
    open.run(say, { claim: "A", text: "last words" });
    open.close();
    const again = (await maps.openMap(thaw.id))!;
    expect(texts(again)["A"]).toBe("last words");
    await again.flush();
    again.close();
    await maps.close();
    expect((await maps.readMap(thaw.id))?.claims.get(claimId("A"))?.text).toBe("last words");
  });
});

describe("maps of one's own", () => {
  test("are created, renamed, copied, binned and brought back", async () => {
    const storage = disk();
    const maps = await openMaps(storage, ships(thaw));
    const id = await maps.create({ title: "Famine", question: "Why?" });
    await maps.rename(id, "The famine");
    const copy = (await maps.duplicate(id))!;
    const titles = () => maps.entries.value.map(({ title }) => title).toSorted();
    expect(titles()).toEqual(["A map", "Copy of The famine", "The famine"]);
    expect((await maps.readMap(copy))?.about).toMatchObject({
      title: "Copy of The famine",
      question: "Why?",
    });
    await maps.remove(copy);
    await maps.remove(thaw.id);
    expect(titles()).toEqual(["The famine"]);
    expect(maps.bin.value.map(({ entry }) => entry.id).toSorted()).toEqual([copy, thaw.id].toSorted());
    expect(await maps.openMap(copy)).toBeNull();
    const nextVisit = await openMaps(storage, ships(thaw));
    expect(nextVisit.entries.value.map(({ title }) => title)).toEqual(["The famine"]);
    await nextVisit.restore(copy);
    await nextVisit.restore(thaw.id);
    expect(nextVisit.entries.value.at(-1)).toMatchObject({ id: "thaw", editedAt: 0 });
    expect((await nextVisit.readMap(copy))?.about.title).toBe("Copy of The famine");
    expect(await nextVisit.openMap("nowhere" as MapId)).toBeNull();
  });

  test("come from files under their own id, or a new one if that is taken", async () => {
    const maps = await openMaps(disk(), ships(thaw));
    const file = { ...argumentMap("X; +Y > X"), id: "from-a-file" as MapId };
    expect(await maps.add(file)).toBe("from-a-file");
    const second = await maps.add(file);
    expect(second).not.toBe("from-a-file");
    expect(await maps.add(thaw)).not.toBe("thaw");
    for (const id of [file.id, second]) expect(written((await maps.readMap(id))!)).toBe(written(file));
    expect(maps.entries.value.find(({ id }) => id === file.id)).toMatchObject({ claims: 2, shipped: null });
  });

  test("stand in the catalogue as they are after each edit", async () => {
    const storage = disk();
    const maps = await openMaps(storage, ships(thaw));
    const open = (await maps.openMap(thaw.id))!;
    open.run(say, { claim: "D", text: "D" });
    await open.flush();
    expect(await storage.library.list()).toMatchObject([{ id: "thaw", claims: 4, shipped: "thaw" }]);
    expect(maps.entries.value[0]).toMatchObject({ claims: 4 });
    expect(maps.entries.value[0]?.editedAt).toBeGreaterThan(0);
  });

  test("that were open last are remembered, while they are there", async () => {
    const maps = await openMaps(disk(), ships(thaw));
    expect(await maps.lastOpened()).toBeNull();
    const id = await maps.create({});
    await maps.noteOpened(id);
    expect(await maps.lastOpened()).toBe(id);
    await maps.remove(id);
    expect(await maps.lastOpened()).toBeNull();
  });

  test("of which the disk has lost something say so", async () => {
    const storage = disk();
    const maps = await openMaps(storage, ships(thaw));
    const id = await maps.create({ title: "Mine" });
    const load = async () => ({ ...(await storage.log.load(id)), damaged: 1, missing: 2 });
    const lossy = await openMaps({ ...storage, log: Object.assign(Object.create(storage.log), { load }) });
    const open = (await lossy.openMap(id))!;
    expect(open.losses.value).toEqual([
      expect.stringContaining("One saved record of this map is damaged"),
      expect.stringContaining("2 saved edits of this map are missing"),
    ]);
    expect(open.map.value.about.title).toBe("Mine");
  });
});
