import { expect, onTestFinished, test, vi } from "vitest";
import type { MapId } from "#model/ids.ts";
import type { Platform } from "#session/platform.ts";
import { Settings } from "#session/settings.ts";
import { Workspace } from "#session/workspace.ts";
import { memoryStorage } from "#storage/memory.ts";
import { Maps } from "#store/maps.ts";

/** A workspace with a map of its own, on a disk that gives no map back before `release`. */
async function onSlowDisk(title: string) {
  const storage = memoryStorage(null);
  const gate = new EventTarget();
  const promise = new Promise((resolve) => gate.addEventListener("open", resolve));
  const load = storage.log.load.bind(storage.log);
  Object.assign(storage.log, { load: (map: MapId) => promise.then(() => load(map)) });
  const maps = await Maps.open({ ...storage, shipped: [] });
  const id = await maps.create({ title });
  const workspace = new Workspace(maps, await Settings.open(storage.settings), {} as Platform, id);
  return { workspace, id, release: () => gate.dispatchEvent(new Event("open")) };
}

function saidBy(workspace: Workspace) {
  const dialog = workspace.dialog.value;
  if (dialog?.type !== "reading") throw new Error(`The dialog is ${JSON.stringify(dialog)}.`);
  return dialog;
}

test("a map that takes long says how far it is, until it is there", async () => {
  const { workspace, id, release } = await onSlowDisk("The thaw");
  const arrived = workspace.go({ screen: "map", map: id, claim: null });
  await expect.poll(() => workspace.dialog.value).not.toBeNull();
  expect(saidBy(workspace)).toMatchObject({ name: "The thaw", progress: { value: { stage: "opening" } } });
  expect(workspace.current.value).toBeNull();
  release();
  await arrived;
  expect(workspace.dialog.value).toBeNull();
  expect(workspace.current.value?.map.value.about.title).toBe("The thaw");
});

test("whoever cancels that is in the library, and the map stays closed until it is asked for again", async () => {
  const { workspace, id, release } = await onSlowDisk("");
  const arrived = workspace.go({ screen: "map", map: id, claim: null });
  await expect.poll(() => workspace.dialog.value).not.toBeNull();
  expect(saidBy(workspace).name).toBe("Untitled map");
  saidBy(workspace).cancel();
  await arrived;
  expect(workspace.address.value).toEqual({ screen: "maps" });
  expect(workspace.dialog.value).toBeNull();
  release();
  await workspace.maps.readMap(id);
  expect(workspace.current.value).toBeNull();
  await workspace.go({ screen: "map", map: id, claim: null });
  expect(workspace.current.value?.open.id).toBe(id);
});

test("a dialog that a person has open meanwhile is not taken from them", async () => {
  const { workspace, id, release } = await onSlowDisk("The thaw");
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  workspace.dialog.value = { type: "palette" };
  const arrived = workspace.go({ screen: "map", map: id, claim: null });
  vi.runAllTimers();
  release();
  await arrived;
  expect(workspace.dialog.value).toEqual({ type: "palette" });
});
