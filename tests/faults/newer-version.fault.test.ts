import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "../journeys/app.ts";
import { report } from "./scale.ts";

const thesis = /^Thesis: Measured reform/;
/** Within this an older tab has to say that it was overtaken, in milliseconds. */
const promised = 1500;

/** Does to the disk what a later version of the app may do to it. */
function upgrade(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const now = indexedDB.open("counterpoint");
    await new Promise((resolve) => now.addEventListener("success", resolve));
    const { version } = now.result;
    now.result.close();
    const opening = indexedDB.open("counterpoint", version + 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("later"));
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    opening.result.close();
  });
}

test("a newer version in another tab is told in the older ones, and what it left is read and exported", async () => {
  const app = await openApp();
  const older = app.page;
  await older.getByRole("treeitem", { name: thesis }).waitFor();
  await older.keyboard.press("Shift+Equal");
  await older.keyboard.type("Written before");
  await older.keyboard.press("Enter");
  await older.getByText("Saved on this device").waitFor();
  const other = await app.newTab("#/maps");
  await other.getByRole("button", { name: "New map" }).waitFor();
  const begun = performance.now();
  await upgrade(other);
  const sentence = /newer version of Counterpoint was opened in another tab/;
  await Promise.all([older, other].map((page) => page.getByText(sentence).first().waitFor()));
  const took = performance.now() - begun;
  await older.getByRole("button", { name: "Reload" }).click();
  await older
    .getByText(/They can be read and exported here/)
    .first()
    .waitFor();
  await older.getByRole("treeitem", { name: /^Reason: Written before/ }).waitFor();
  await older.getByRole("button", { name: "More" }).first().click();
  await older.getByRole("menuitem", { name: "Export…" }).click();
  const [download] = await Promise.all([
    older.waitForEvent("download"),
    older.getByRole("button", { name: "Export", exact: true }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain("Written before");
  report("a newer version", `told in both older tabs after ${Math.round(took)} ms; read and exported after`);
  expect(took).toBeLessThan(promised);
});
