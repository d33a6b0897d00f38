import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "../journeys/app.ts";
import { report, tries } from "./scale.ts";

const edits = tries(300, 6);
/**
 * How many generations of the folded map the disk has in the end. A second fold lets the first one's updates go. A few
 * edits are not folded: two tabs that fold are also held to a law (`tests/storage/folding-law.browser.test.ts`).
 */
const generations = tries(2, 0);
const thesis = /^Thesis: Measured reform/;
const shipped = 44;
/** What the other tab may take to show the last edit, in milliseconds. */
const promised = 1000;

/** Answers the thesis again and again, by keyboard. */
async function write(page: Page, who: string): Promise<void> {
  for (let count = 1; count <= edits; count++) {
    await page.keyboard.press("Shift+Equal");
    await page.keyboard.type(`${who} ${count}.`);
    await page.keyboard.press("Enter");
    await page.getByRole("treeitem", { name: thesis }).press("Home");
  }
}

/** The whole map, as the tab itself writes it into a file. */
async function exported(page: Page): Promise<string> {
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Export…" }).click();
  await page.getByRole("radio", { name: /Counterpoint|argmap/ }).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export", exact: true }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  await page.keyboard.press("Escape");
  return text;
}

function found(text: string): number {
  const names = ["one", "two"].flatMap((who) =>
    Array.from({ length: edits }, (_, count) => `"${who} ${count + 1}."`),
  );
  return names.filter((name) => text.includes(name)).length;
}

/** How many records of each kind the disk has. */
function onDisk(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const request = indexedDB.open("counterpoint");
    await new Promise((resolve) => request.addEventListener("success", resolve));
    const counts: Record<string, number> = {};
    for (const store of ["updates", "snapshots", "quarantine"]) {
      const count = request.result.transaction(store).objectStore(store).count();
      await new Promise((resolve) => count.addEventListener("success", resolve));
      counts[store] = count.result;
    }
    request.result.close();
    return counts;
  });
}

/** When the quiet moments come in which a log is folded is not for a test to say: takes back and makes again until they have. */
async function untilFolded(page: Page): Promise<void> {
  const isFolded = async () => (await onDisk(page))["snapshots"] === generations;
  for (let more = 0; more < 20 && !(await isFolded()); more++) {
    for (let back = 0; back < 20; back++) {
      await page.keyboard.press("Control+z");
      await page.keyboard.press("Control+Shift+z");
    }
    await expect
      .poll(isFolded, { timeout: 3000 })
      .toBe(true)
      .catch(() => undefined);
  }
  expect(await isFolded(), "the log was folded").toBe(true);
}

test("two tabs write one map at once while it is folded, and no edit is lost", async () => {
  const app = await openApp();
  const one = app.page;
  await one.getByRole("treeitem", { name: thesis }).waitFor();
  const two = await app.newTab();
  await two.getByRole("treeitem", { name: thesis }).waitFor();
  await Promise.all([write(one, "one"), write(two, "two")]);
  const begun = performance.now();
  const total = new RegExp(`of ${shipped + 2 * edits} claims shown`);
  await Promise.all([one, two].map((page) => page.getByText(total).waitFor()));
  const took = performance.now() - begun;
  await untilFolded(one);
  const texts = [await exported(one), await exported(two)];
  // What was taken back and made again until the map was folded is still under way to the other tab.
  for (let more = 0; more < 20 && texts[0] !== texts[1]; more++) texts[1] = await exported(two);
  const disk = await onDisk(one);
  const later = await app.reopen();
  await later.getByRole("treeitem", { name: thesis }).waitFor();
  const again = await exported(later);
  report(
    "two tabs",
    `${texts.map(found).join(" and ")} of ${2 * edits} edits there, both equal after ${Math.round(took)} ms; ` +
      `${found(again)} after reopening; on the disk ${JSON.stringify(disk)}`,
  );
  expect(texts.map(found)).toEqual([2 * edits, 2 * edits]);
  for (const text of [texts[1]!, again]) expect(JSON.parse(text)).toEqual(JSON.parse(texts[0]!));
  expect(took).toBeLessThan(promised);
  expect(disk["quarantine"]).toBe(0);
  if (generations === 2) expect(disk["updates"], "the log was folded").toBeLessThan(2 * edits);
});
