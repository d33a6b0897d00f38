import type { Page } from "playwright";
import { expect, test } from "vitest";
import { type App, openApp } from "./app.ts";

const status = (page: Page, sentence: string) => page.locator("save-status").getByText(sentence).waitFor();
const notice = (page: Page, part: RegExp) => page.locator("notice-bar").getByText(part).waitFor();
const offer = (page: Page, name: string) => page.getByRole("button", { name }).click();

/** A map of one's own, open in the first tab, and a second tab that has deleted it. */
async function deletedElsewhere(app: App): Promise<{ readonly first: Page; readonly second: Page }> {
  const first = app.page;
  await first.getByRole("button", { name: "New map" }).click();
  await first.getByRole("button", { name: "Write the thesis" }).click();
  await first.keyboard.type("Written before");
  await first.keyboard.press("Enter");
  await status(first, "Saved on this device");
  const second = await app.newTab("#/maps");
  await second.getByRole("button", { name: "Delete" }).click();
  await second.getByText("Deleted maps").first().waitFor();
  return { first, second };
}

/** Lets the days of a deleted map be over, as far as the disk knows. */
function ageBin(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("counterpoint");
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    const transaction = opening.result.transaction("maps", "readwrite");
    const lines = transaction.objectStore("maps").getAll();
    await new Promise((resolve) => lines.addEventListener("success", resolve));
    for (const line of lines.result as { deletedAt: number | null; binnedOn: number }[])
      if (line.deletedAt !== null) transaction.objectStore("maps").put({ ...line, binnedOn: -40 });
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
    opening.result.close();
  });
}

async function write(page: Page, sentence: string): Promise<void> {
  await page.getByRole("treeitem", { name: /^Thesis/ }).press("Home");
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type(sentence);
  await page.keyboard.press("Enter");
}

test("a map that another tab puts into the bin says so where it is open, and can be put back there", async () => {
  const app = await openApp({ at: "#/maps" });
  const { first, second } = await deletedElsewhere(app);
  await notice(first, /put into the bin in another tab/);
  await offer(first, "Put it back");
  await second.getByRole("link", { name: "Untitled map" }).waitFor();
  await write(first, "Written after");
  await status(first, "Saved on this device");
});

test("a map that another tab removes for good is never called saved again, and can be kept as it is on screen", async () => {
  const app = await openApp({ at: "#/maps" });
  const { first, second } = await deletedElsewhere(app);
  await ageBin(second);
  await second.reload();
  await second.getByRole("button", { name: "New map" }).waitFor();
  await notice(first, /removed from this device for good/);
  await status(first, "Not saved");
  await write(first, "Written after");
  await first.getByRole("treeitem", { name: /^Reason: Written after/ }).waitFor();
  await status(first, "Not saved");
  await offer(first, "Keep it as a new map");
  await status(first, "Saved on this device");
  await first.getByRole("treeitem", { name: /^Reason: Written after/ }).waitFor();
  await write(first, "And on");
  await status(first, "Saved on this device");
  const again = await app.reopen();
  for (const name of [/^Thesis: Written before/, /^Reason: Written after/, /^Reason: And on/])
    await again.getByRole("treeitem", { name }).waitFor();
  await again.goto(`${app.address}#/maps`);
  await again.getByRole("link", { name: "Untitled map" }).waitFor();
  expect(await again.getByRole("link", { name: "Untitled map" }).count()).toBe(1);
});
