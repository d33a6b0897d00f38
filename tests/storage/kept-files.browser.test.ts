import { afterEach, expect, test } from "vitest";
import { openStorage, UPGRADES } from "#storage/open-storage.ts";
import type { FileHandle, KeptFile } from "#store/kept-file.ts";
import type { Storage } from "#store/ports.ts";
import { entry, freshName, map, openBehind, record } from "./device.ts";
import { device } from "./visits.ts";

const mark = { size: 3, lastModified: 5, hash: "abc" };
const made: string[] = [];

afterEach(async () => {
  const root = await navigator.storage.getDirectory();
  for (const name of made.splice(0)) await root.removeEntry(name);
});

/** A real file: among the private ones, which need no picker. Its handle is of the same kind as one that was picked. */
async function fileWith(contents: string): Promise<FileHandle> {
  const name = `${Math.random()}.argmap.json`;
  made.push(name);
  const root = await navigator.storage.getDirectory();
  const handle: unknown = await root.getFileHandle(name, { create: true });
  const writable = await (handle as FileHandle).createWritable();
  await writable.write(new Blob([contents]));
  await writable.close();
  return handle as FileHandle;
}

async function filesOf({ openFiles }: Storage) {
  return openFiles!();
}

async function keptFile(contents = "abc"): Promise<KeptFile> {
  return { handle: await fileWith(contents), ours: [mark], says: "state", writtenAt: 7 };
}

test("a handle comes out of the database at the next visit as it went in, and still opens its file", async () => {
  const name = freshName();
  await (await filesOf(await openStorage({ name }))).put(map, await keptFile("the thaw"));
  const kept = await (await filesOf(await openStorage({ name }))).get(map);
  expect(kept).toMatchObject({ ours: [mark], says: "state", writtenAt: 7 });
  expect(await (await kept!.handle.getFile()).text()).toBe("the thaw");
  expect(await kept!.handle.queryPermission({ mode: "readwrite" })).toBe("granted");
});

test("it is in no settings, no backup and no copy, and needs no new version of the database", async () => {
  const { storage, keeping, name } = await device();
  await storage.log.append([record(1, 1)], entry);
  await (await filesOf(storage)).put(map, await keptFile());
  expect(await storage.settings.read()).toEqual({});
  const backup = await keeping.backUp();
  const other = await device();
  await other.keeping.restore(backup);
  expect(await (await filesOf(other.storage)).get(map)).toBeNull();
  expect((await openBehind(name)).version).toBe(UPGRADES.length);
});

test("a map that is removed for good takes its file's handle with it, and so does forgetting everything", async () => {
  const { storage, keeping, name } = await device();
  const binned = { ...entry, deletedAt: 6, binnedOn: 1 };
  await storage.log.append([record(1, 1)], entry);
  const files = await filesOf(storage);
  await files.put(map, await keptFile());
  await storage.library.put(binned);
  expect(await files.get(map)).not.toBeNull();
  await storage.library.removeForGood(binned);
  expect(await files.get(map)).toBeNull();
  await files.put(map, await keptFile());
  await keeping.forget();
  expect(await (await filesOf(await openStorage({ name }))).get(map)).toBeNull();
});

test("what is no file under its name is none", async () => {
  const name = freshName();
  const files = await filesOf(await openStorage({ name }));
  const database = await openBehind(name);
  for (const damaged of [null, "x", {}, { handle: {}, ours: [], says: "" }]) {
    await database.put("settings", damaged, `device.file ${map}`);
    expect(await files.get(map)).toBeNull();
  }
});

test("one tab at a time works on a map's file, and the others hear of it", async () => {
  const name = freshName();
  const [one, other] = await Promise.all([
    filesOf(await openStorage({ name })),
    filesOf(await openStorage({ name })),
  ]);
  const order: string[] = [];
  const gate = new EventTarget();
  const first = one.alone(map, async () => {
    order.push("first");
    await new Promise((resolve) => gate.addEventListener("open", resolve));
    order.push("first ends");
  });
  const second = other.alone(map, async () => void order.push("second"));
  await expect.poll(() => order).toEqual(["first"]);
  gate.dispatchEvent(new Event("open"));
  await Promise.all([first, second]);
  expect(order).toEqual(["first", "first ends", "second"]);
  let heard = 0;
  const stop = other.watch(map, () => heard++);
  one.tell(map);
  await expect.poll(() => heard).toBe(1);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(heard).toBe(2);
  stop();
  document.dispatchEvent(new Event("visibilitychange"));
  expect(heard).toBe(2);
});
