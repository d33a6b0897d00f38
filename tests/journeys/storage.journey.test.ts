import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

async function openStorage(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Storage…" }).click();
  await page.getByRole("dialog", { name: "Storage" }).waitFor();
}

async function addReason(page: Page, sentence: string): Promise<void> {
  await page.getByRole("treeitem", { name: /^Thesis/ }).waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type(sentence);
  await page.keyboard.press("Enter");
  await page.getByText("Saved on this device").waitFor();
}

/** Runs in the page. */
async function hasCopy(): Promise<boolean> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("counterpoint").catch(() => null);
  const file = await folder?.getFileHandle("copy-2").catch(() => null);
  return file !== null && file !== undefined && (await file.getFile()).size > 0;
}

test("everything goes out as one file, is forgotten in all tabs, and comes back merged", async () => {
  const app = await openApp();
  const first = app.page;
  await addReason(first, "Written before the backup");
  const second = await app.newTab();
  await second.getByText("of 45 claims shown").waitFor();
  await first.bringToFront();
  await openStorage(first);
  const backup = await app.download(
    () => first.getByRole("button", { name: "Back up everything…" }).click(),
    first,
  );
  await first.getByRole("button", { name: "Forget everything on this device…" }).click();
  await first.getByRole("button", { name: "Forget everything", exact: true }).click();
  for (const page of [first, second])
    await page.getByRole("alert").filter({ hasText: "has been deleted" }).waitFor();
  const left = await first.evaluate(async () => [await indexedDB.databases(), Object.keys(localStorage)]);
  expect(left).toEqual([[], []]);
  await second.close();

  const page = await app.reopen();
  await page.getByText("of 44 claims shown").waitFor();
  await addReason(page, "Written after it");
  await openStorage(page);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Restore a backup…" }).click(),
  ]);
  await chooser.setFiles({
    name: backup.name,
    mimeType: "application/octet-stream",
    buffer: backup.contents,
  });
  await page.getByRole("button", { name: "Restore 1 map" }).click();
  await page.getByText("1 map merged with what is here.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("of 46 claims shown").waitFor();
});

test("a library that the browser threw away is offered back before anything else is shown", async () => {
  const app = await openApp();
  await addReason(app.page, "Written by me");
  const page = await app.newTab();
  await page.getByText("of 45 claims shown").waitFor();
  await expect.poll(() => page.evaluate(hasCopy), { timeout: 20_000 }).toBe(true);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deletion = indexedDB.deleteDatabase("counterpoint");
        deletion.addEventListener("success", resolve);
        deletion.addEventListener("error", reject);
      }),
  );
  const later = await app.reopen();
  await later.getByRole("heading", { name: "Your maps are not where they were" }).waitFor();
  expect(await later.getByRole("treeitem").count()).toBe(0);
  await later.keyboard.press("Tab");
  await later.keyboard.press("Enter");
  // The notice goes by itself, perhaps before the map has come.
  await Promise.all([
    later.locator("notice-bar").getByText("1 map brought back.").waitFor(),
    later.getByText("of 45 claims shown").waitFor(),
  ]);
});
