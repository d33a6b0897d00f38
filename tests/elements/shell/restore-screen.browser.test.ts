import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { offerRestoring } from "#elements/shell/restore-screen.ts";
import { startWorker } from "#elements/workers.ts";
import type { MapId } from "#model/ids.ts";
import { openStorage } from "#storage/open-storage.ts";
import type { Loss, Storage } from "#store/ports.ts";
import { deleteDB } from "idb";
import { faults, focused, KeepingPlatform } from "../dialogs/workspace.ts";

const id = "map" as MapId;
const entry = { id, title: "T", question: "", claims: 1, editedAt: 5, shipped: null, deletedAt: null };
let databases = 0;
let storage: Storage;
let platform: KeepingPlatform;
let settled: Promise<string | null>;

/** A device whose browser has thrown its database away, with or without a second copy. */
async function lose(hasCopy: boolean): Promise<Loss> {
  const name = `restore screen ${Date.now()} ${++databases}`;
  const before = await openStorage({ name, startWriter: () => startWorker("files") });
  await before.log.append(
    [{ map: id, client: 1, label: "", bytes: new Uint8Array([1]), change: null }],
    entry,
  );
  if (hasCopy) {
    document.dispatchEvent(new Event("visibilitychange"));
    dispatchEvent(new Event("pagehide"));
    const copiedAt = async () => (await before.safekeeping!.state()).copiedAt;
    await expect.poll(copiedAt, { timeout: 10_000 }).toEqual(expect.any(Number));
  } else await expect.poll(() => Object.values(localStorage).join("")).toContain('"maps":1');
  platform = new KeepingPlatform();
  await platform.saveFile("b.cpbackup", await before.safekeeping!.backUp());
  await deleteDB(name);
  storage = await openStorage({ name, startWriter: () => startWorker("files") });
  return (await storage.safekeeping!.findLoss())!;
}

async function offer(hasCopy: boolean): Promise<void> {
  const loss = await lose(hasCopy);
  document.body.innerHTML = "<p id='app'>The app</p>";
  const place = document.querySelector("#app")!;
  settled = offerRestoring(storage.safekeeping!, platform, loss, place);
  await expect
    .element(page.getByRole("heading", { name: "Your maps are not where they were" }))
    .toBeVisible();
}

beforeEach(() => localStorage.clear());

describe.each(["light", "dark"] as const)("%s", (theme) => {
  test.each([true, false])("axe finds nothing, with a second copy: %s", async (hasCopy) => {
    await offer(hasCopy);
    expect(await faults(theme)).toEqual([]);
  });
});

test("stands in the app's place, says what is left, and restores it by keyboard alone", async () => {
  await offer(true);
  expect(document.querySelector("#app")).toBeNull();
  await expect.element(page.getByText(/deleted what Counterpoint kept on this device: 1 map/)).toBeVisible();
  await expect.element(page.getByText(/A second copy from just now holds 1 map/)).toBeVisible();
  expect(focused()?.tagName).toBe("H1");
  await userEvent.keyboard("{Tab}{Enter}");
  expect(await settled).toBe("1 map brought back.");
  expect(document.querySelector("#app")).not.toBeNull();
  expect(await storage.library.list()).toEqual([entry]);
});

test("without a second copy opens a backup, and says why a file is none", async () => {
  await offer(false);
  expect(page.getByRole("button", { name: /^Restore/ }).elements()).toEqual([]);
  platform.file = new File(["x"], "x.txt");
  await userEvent.click(page.getByRole("button", { name: "Open a backup file…" }));
  await expect.element(page.getByRole("alert")).toHaveTextContent(/“x.txt” is not a backup/);
  platform.file = new File([platform.saved[0]!.contents], "b.cpbackup");
  await userEvent.click(page.getByRole("button", { name: "Open a backup file…" }));
  expect(await settled).toBe("1 map brought back.");
});

test("goes on without on request, and does not ask again", async () => {
  await offer(true);
  await userEvent.click(page.getByRole("button", { name: "Go on without what was lost" }));
  expect(await settled).toBeNull();
  expect(await storage.safekeeping!.findLoss()).toBeNull();
});
