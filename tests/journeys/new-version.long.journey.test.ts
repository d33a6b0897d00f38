import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { serve } from "../../scripts/serving.mjs";
import { openApp } from "./app.ts";
import { buildNextVersion, countVersions, kept } from "./versions.ts";

const thesis = /^Thesis: Measured reform/;
const old = "Maps";
const next = "Shelf";
const base = "/some/where/";
let nextFolder = "";

beforeAll(async () => {
  nextFolder = await buildNextVersion();
});

/** Visits the old version, then puts the next one in its place on the server and lets the page ask for it. */
async function visitThenRelease() {
  const first = await serve({ base });
  const app = await openApp({ from: first.address, serviceWorkers: "allow" });
  await app.page.getByRole("treeitem", { name: thesis }).waitFor();
  await kept(app.page);
  await first.close();
  const second = await serve({ folder: nextFolder, base, port: Number(new URL(first.address).port) });
  return { app, page: app.page, close: second.close };
}

function askForUpdate(page: Page): Promise<void> {
  return page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
}

function isVersion(page: Page, name: string): Promise<void> {
  return page
    .getByRole("button", { name, exact: true })
    .or(page.getByRole("link", { name, exact: true }))
    .first()
    .waitFor();
}

async function addReason(page: Page, text: string): Promise<void> {
  await page.getByRole("treeitem", { name: thesis }).click();
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.getByRole("treeitem", { name: `Reason: ${text}` }).waitFor();
}

test("a new version waits, is announced, and is taken with what was written kept", async () => {
  const { page, close } = await visitThenRelease();
  await askForUpdate(page);
  const line = page.getByRole("complementary", { name: "New version" });
  await line.getByText("A new version of Counterpoint is ready").waitFor();
  await isVersion(page, old);

  await addReason(page, "Written under the old version");
  await page.keyboard.press("Shift+Slash");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await page.reload();
  await isVersion(page, old);

  await line.getByRole("button", { name: "Take it now" }).click();
  await isVersion(page, next);
  await page.getByRole("treeitem", { name: "Reason: Written under the old version" }).waitFor();
  await expect.poll(() => countVersions(page), { timeout: 15_000 }).toBe(1);
  expect(await line.count()).toBe(0);
  await close();
});

test("two versions in two tabs do no harm: the old one keeps its files and both keep what is written", async () => {
  const { app, page, close } = await visitThenRelease();
  const other = await app.newTab();
  await other.getByRole("treeitem", { name: thesis }).waitFor();
  await askForUpdate(other);
  await other.getByRole("button", { name: "Take it now" }).click();
  await isVersion(other, next);
  await close();

  await isVersion(page, old);
  await page.bringToFront();
  await addReason(page, "From the old tab");
  for (const [key, dialog] of [
    ["Shift+Slash", "Keyboard shortcuts"],
    ["Control+k", "Commands"],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole("dialog", { name: dialog }).waitFor();
    await page.keyboard.press("Escape");
  }
  await page.getByRole("tab", { name: "Outline" }).click();
  await page.locator("outline-screen").getByRole("treeitem").first().waitFor();
  expect(await countVersions(page)).toBe(2);

  await other.bringToFront();
  await other.getByRole("treeitem", { name: "Reason: From the old tab" }).waitFor();
  await addReason(other, "From the new tab");
  await page.bringToFront();
  await page
    .locator("outline-screen")
    .getByRole("treeitem", { name: /From the new tab/ })
    .waitFor();

  await page.getByRole("button", { name: "Take it now" }).click();
  await isVersion(page, next);
  await expect.poll(() => countVersions(page), { timeout: 15_000 }).toBe(1);
});

test("a new version is taken by itself out of sight, and never while something is being written", async () => {
  const { page, close } = await visitThenRelease();
  await page.getByRole("treeitem", { name: thesis }).click();
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type("Half a sen");
  await askForUpdate(page);
  await page.getByText("A new version of Counterpoint is ready").first().waitFor();
  await hide(page, true);
  await isVersion(page, old);
  await hide(page, false);
  await page.keyboard.type("tence");
  await page.keyboard.press("Enter");
  await page.getByRole("treeitem", { name: "Reason: Half a sentence" }).waitFor();
  await hide(page, true);
  await isVersion(page, old);

  await page.reload();
  await page.getByRole("treeitem", { name: "Reason: Half a sentence" }).waitFor();
  await page.getByText("A new version of Counterpoint is ready").first().waitFor();
  await hide(page, true);
  await isVersion(page, next);
  await close();
});

/** Headless pages are always in sight: the page is told otherwise, as a browser does when another tab is chosen. */
function hide(page: Page, hidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}
