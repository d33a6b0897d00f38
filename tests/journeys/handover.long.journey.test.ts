import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;
const reason = /^Reason: Written and gone/;
const notes = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("counterpoint.left")));

async function write(page: Page): Promise<void> {
  await page.getByRole("treeitem", { name: thesis }).press("Shift+Equal");
  await page.keyboard.type("Written and gone");
}

test("a new visitor's first words are there again although the map's document never came", async () => {
  const app = await openApp({ at: null });
  await app.page.route(/\/assets\/live-[^/]*\.js$/, () => undefined);
  await app.page.goto(app.address);
  await write(app.page);
  await app.page.locator("save-status").getByText("Saving…").waitFor();
  await app.page.close();
  const page = await app.newTab();
  await page.getByRole("treeitem", { name: reason }).waitFor();
  await page.locator("save-status").getByText("Saved on this device").waitFor();
  await expect.poll(() => notes(page)).toEqual([]);
  await page.keyboard.press("Control+z");
  await page.getByRole("treeitem", { name: reason }).waitFor({ state: "detached" });
  await page.keyboard.press("Control+Shift+z");
  await page.getByRole("treeitem", { name: reason }).waitFor();
  await page.locator("save-status").getByText("Saved on this device").waitFor();
  await (await app.reopen()).getByRole("treeitem", { name: reason }).waitFor();
});

test("what a disk refused is there again when it works", async () => {
  const app = await openApp({ at: null });
  await app.page.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === "readwrite") throw new DOMException("", "QuotaExceededError");
      return begin.call(this, stores, mode, options);
    };
  });
  await app.page.goto(app.address);
  await write(app.page);
  await app.page.keyboard.press("Enter");
  await app.page.locator("save-status").getByText("Not saved").waitFor();
  await app.page.close();
  const page = await app.newTab();
  await page.getByRole("treeitem", { name: reason }).waitFor();
  await page.locator("save-status").getByText("Saved on this device").waitFor();
  await expect.poll(() => notes(page)).toEqual([]);
  await (await app.reopen()).getByRole("treeitem", { name: reason }).waitFor();
});
