import { deleteDB, openDB } from "idb";
import { afterEach, describe, expect, test } from "vitest";
import { isRefusal } from "#commands/command.ts";
import { noChange } from "#model/change.ts";
import { newClaim } from "#model/claim.ts";
import type { MapId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { openStorage } from "#storage/open-storage.ts";
import { keptUpdate } from "#storage/records.ts";
import { LiveMap } from "#store/live.ts";
import { Maps } from "#store/maps.ts";
import type { OpenMap } from "#store/open-map.ts";
import { largeMap } from "../large-map.ts";
import { argumentMap, claimId } from "../notation.ts";
import { say } from "../store/edits.ts";
import { ships } from "../store/shipping.ts";
import { written } from "../store/written.ts";

const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };
let databases = 0;
let name = "";
const open: Maps[] = [];

function freshName(): void {
  name = `two tabs ${Date.now()} ${++databases}`;
}

/** What a tab opens: a storage of its own on the same database. */
async function tab(): Promise<Maps> {
  const maps = await Maps.open({ ...(await openStorage({ name })), shipped: [ships(thaw)] });
  open.push(maps);
  return maps;
}

async function openThaw(maps: Maps): Promise<OpenMap> {
  return (await maps.openMap(thaw.id))!;
}

afterEach(async () => {
  for (const maps of open.splice(0)) await maps.close();
  await deleteDB(name);
});

/** Resolves when a map satisfies the condition; a test that waits in vain runs into its time limit. */
function until({ map }: OpenMap, condition: (map: ArgumentMap) => boolean): Promise<void> {
  return new Promise((resolve) => {
    map.subscribe((now) => (condition(now) ? resolve() : undefined));
  });
}

function textOf({ claims }: ArgumentMap, claim: string): string | undefined {
  return claims.get(claimId(claim))?.text;
}

describe("what is done in one tab", () => {
  test("while the other one still opens the map comes in as soon as it is open", async () => {
    freshName();
    const map = largeMap(4000);
    const [one, other] = [await tab(), await tab()];
    await one.add(map);
    const there = (await one.openMap(map.id))!;
    await expect.poll(() => other.entries.value.some(({ id }) => id === map.id)).toBe(true);
    let isEdited = false;
    const tell = () => {
      if (!isEdited) there.run(say, { claim: "c0", text: "Edited meanwhile" });
      isEdited = true;
    };
    const here = (await other.openMap(map.id, { tell }))!;
    expect(isEdited).toBe(true);
    await until(here, (now) => textOf(now, "c0") === "Edited meanwhile");
    expect(here.map.value.claims.size).toBe(4000);
  });

  test("is there at the next visit", async () => {
    freshName();
    const first = await openThaw(await tab());
    first.run(say, { claim: "A", text: "The thaw" });
    first.run(say, { claim: "D", text: "A fourth claim" });
    await first.flush();
    expect(first.saving.value).toEqual({ state: "saved" });
    const later = await tab();
    expect(written((await openThaw(later)).map.value)).toBe(written(first.map.value));
    expect(later.entries.value).toMatchObject([{ id: "thaw", claims: 4, shipped: "thaw" }]);
  });

  test("comes to another that shows the map unedited", async () => {
    freshName();
    const [one, other] = [await openThaw(await tab()), await openThaw(await tab())];
    one.run(say, { claim: "A", text: "The thaw" });
    await until(other, (map) => textOf(map, "A") === "The thaw");
    expect(other.happened.value).toMatchObject({ by: "elsewhere" });
    expect(other.history.value).toEqual({ undo: null, redo: null });
    other.run(say, { claim: "B", text: "Answered" });
    await until(one, (map) => textOf(map, "B") === "Answered");
    expect(one.undo()).toMatchObject({ label: "edit claim" });
    expect(textOf(one.map.value, "B")).toBe("Answered");
    await until(other, (map) => textOf(map, "A") === "A");
    expect(other.history.value.undo).toBe("edit claim");
  });

  test("at the same first moment as in another merges, and both get their undo", async () => {
    freshName();
    const [one, other] = [await openThaw(await tab()), await openThaw(await tab())];
    one.run(say, { claim: "A", text: "A, they say" });
    other.run(say, { claim: "D", text: "A fourth" });
    await Promise.all([
      until(one, (map) => textOf(map, "D") === "A fourth"),
      until(other, (map) => textOf(map, "A") === "A, they say"),
    ]);
    expect(written(one.map.value)).toBe(written(other.map.value));
    other.undo();
    await until(one, (map) => textOf(map, "D") === undefined);
    expect(textOf(one.map.value, "A")).toBe("A, they say");
  });

  test("and 100 times in two at once is all there, in both and on the disk", async () => {
    freshName();
    const [one, other] = [await openThaw(await tab()), await openThaw(await tab())];
    for (let count = 0; count < 100; count++) {
      for (const [who, map] of [
        ["one", one],
        ["other", other],
      ] as const) {
        const before = newClaim(claimId(`${who} ${count}`));
        const change = { ...noChange, claims: [{ before: null, after: { ...before, text: "x" } }] };
        const outcome = map.run({ name: "add", label: () => "add", run: () => change }, null);
        expect(isRefusal(outcome)).toBe(false);
      }
      if (count % 10 === 9) await one.flush();
    }
    await Promise.all([one, other].map((map) => until(map, ({ claims }) => claims.size === 203)));
    const later = await openThaw(await tab());
    expect(later.losses.value).toEqual([]);
    expect(written(later.map.value)).toBe(written(one.map.value));
    expect(written(other.map.value)).toBe(written(one.map.value));
  });

  test("to the list of maps shows in another", async () => {
    freshName();
    const [one, other] = [await tab(), await tab()];
    const listed = new Promise<void>((resolve) => {
      other.entries.subscribe((entries) =>
        entries.some(({ title }) => title === "Famine") ? resolve() : undefined,
      );
    });
    const id = await one.create({ title: "Famine" });
    await listed;
    expect((await other.readMap(id))?.about.title).toBe("Famine");
  });
});

describe("a map of which a record is damaged", () => {
  test("opens with the rest, says what is lost, and takes new edits", async () => {
    freshName();
    const first = await openThaw(await tab());
    for (const claim of ["D", "E", "F"]) {
      first.run(say, { claim, text: claim });
      await first.flush();
    }
    const database = await openDB(name);
    const keys = await database.getAllKeys("updates");
    const bad = await database.get("updates", keys[2]!);
    await database.put("updates", { ...bad, bytes: bad.bytes.map((byte: number) => byte ^ 1) });
    database.close();
    const later = await openThaw(await tab());
    expect(later.losses.value[0]).toContain("One saved record of this map is damaged");
    expect(later.losses.value[1]).toContain("wait for others");
    expect([...later.map.value.claims.keys()]).toEqual(["A", "B", "C", "D"]);
    later.run(say, { claim: "G", text: "G" });
    await later.flush();
    expect(later.saving.value).toEqual({ state: "saved" });
  });

  test("gets the seed back from the app when that is what was damaged", async () => {
    freshName();
    const first = await openThaw(await tab());
    first.run(say, { claim: "D", text: "D" });
    await first.flush();
    const database = await openDB(name);
    const [seed] = await database.getAll("updates");
    await database.put("updates", { ...seed, bytes: new Uint8Array([1, 2, 3]) });
    database.close();
    const later = await openThaw(await tab());
    expect([...later.map.value.claims.keys()].toSorted()).toEqual(["A", "B", "C", "D"]);
  });

  test("while it is open says so, and no longer when what was missing comes", async () => {
    freshName();
    const open = await openThaw(await tab());
    open.run(say, { claim: "D", text: "D" });
    await open.flush();
    const storage = await openStorage({ name });
    const elsewhere = new LiveMap(thaw.id, (await storage.log.load(thaw.id)).updates);
    const [first, second] = ["E", "EF"].map((text) => {
      const outcome = say.run(elsewhere.map, { claim: "E", text });
      if (!isRefusal(outcome)) elsewhere.run(outcome, "say", null);
      return keptUpdate(
        { map: thaw.id, client: elsewhere.client, label: "", change: null, bytes: elsewhere.takeUpdate()! },
        text.length,
      );
    });
    const database = await openDB(name);
    await database.add("updates", second);
    await open.catchUp();
    expect(open.losses.value).toEqual([
      expect.stringContaining("One saved edit of this map is missing"),
      expect.stringContaining("wait for others"),
    ]);
    await database.add("updates", { ...first, crc: 0 });
    await open.catchUp();
    expect(open.losses.value).toEqual([
      expect.stringContaining("One saved record"),
      expect.stringContaining("wait for others"),
    ]);
    await database.put("updates", { ...first, seq: (await database.getAllKeys("updates")).at(-1) });
    await open.catchUp();
    expect(open.losses.value).toEqual([]);
    expect(textOf(open.map.value, "E")).toBe("EF");
    database.close();
  });
});
