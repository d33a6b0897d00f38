import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "../journeys/app.ts";
import { report } from "./scale.ts";

const thesis = /^Thesis: Measured reform/;

/** Turns a bit of the last edit on the disk; returns its bytes as they are now. */
function damageLastEdit(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- sent into the browser: nothing of it can stand outside
    const done = (request: IDBRequest) =>
      new Promise((resolve) => request.addEventListener("success", resolve));
    const opening = indexedDB.open("counterpoint");
    await done(opening);
    const store = opening.result.transaction("updates", "readwrite").objectStore("updates");
    const reading: IDBRequest<{ bytes: Uint8Array }[]> = store.getAll();
    await done(reading);
    const last = reading.result.at(-1)!;
    last.bytes[last.bytes.length >> 1]! ^= 4;
    await done(store.put(last));
    opening.result.close();
    return Array.from(last.bytes);
  });
}

function inQuarantine(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("counterpoint");
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    const counting = opening.result.transaction("quarantine").objectStore("quarantine").count();
    await new Promise((resolve) => counting.addEventListener("success", resolve));
    opening.result.close();
    return counting.result;
  });
}

test("a damaged edit is told in words, the rest is there, and its bytes go into a file and stay, and the map can go on without it", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  for (const text of ["The first reason", "The second reason"]) {
    await page.keyboard.press("Shift+Equal");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await page.getByRole("treeitem", { name: new RegExp(`^Reason: ${text}`) }).waitFor();
    await page.keyboard.press("ArrowUp");
  }
  await page.getByText("Saved on this device").waitFor();
  const bad = await damageLastEdit(page);
  await page.reload();
  await page.getByRole("treeitem", { name: /^Reason: The first reason/ }).waitFor();
  const line = page.getByText(/One saved record of this map is damaged. It was set aside, and the rest/);
  await line.first().waitFor();
  const button = page.getByRole("button", { name: "Save the damaged records…" });
  await button.focus();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("damaged-records.json");
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(file).toMatchObject({ format: "counterpoint-damaged-records", map: "de-stalinization" });
  expect(Array.from(Buffer.from(file.records[0].record.bytes.base64, "base64"))).toEqual(bad);
  expect(await inQuarantine(page)).toBe(1);
  await page.reload();
  await line.first().waitFor();
  await page.getByRole("button", { name: "Keep what is here" }).click();
  await page
    .locator("notice-bar")
    .getByText(/The map goes on from what is here/)
    .waitFor();
  await page.getByRole("button", { name: "Save the damaged records…" }).waitFor();
  await page.locator("save-status").getByText("Saved on this device").waitFor();
  await page.reload();
  await page.getByRole("treeitem", { name: /^Reason: The first reason/ }).press("Shift+Equal");
  await page.keyboard.type("Written after it");
  await page.keyboard.press("Enter");
  await page.locator("save-status").getByText("Saved on this device").waitFor();
  expect(await line.count(), "it is not told again").toBe(0);
  expect(await inQuarantine(page)).toBe(1);
  report("a damaged edit", `told, ${bad.length} bytes in a file and still in quarantine`);
});
