import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { root, run } from "./run.mjs";

/** @typedef {import("playwright").Page} Page */
/** @typedef {import("./browsers.mjs").Look} Look */
/** @typedef {{ name: string, at: string, look?: Partial<Look>, pose: (page: Page) => Promise<unknown> }} Shot */

const folder = join(root, "docs", "images");
const firstMap = "#/m/de-stalinization";
/** @type {Look} */
const desk = {
  viewport: { width: 1280, height: 720 },
  colorScheme: "light",
  reducedMotion: "reduce",
  forcedColors: "none",
  hasTouch: false,
  locale: "en-GB",
};
/** @type {Partial<Look>} */
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

/** @type {readonly Shot[]} */
const shots = [
  { name: "first-map", at: firstMap, pose: seeMap },
  { name: "first-map-dark", at: firstMap, look: { colorScheme: "dark" }, pose: seeMap },
  { name: "editing", at: firstMap, pose: answerAReason },
  { name: "library", at: "#/maps", pose: seeLibrary },
  { name: "outline-phone", at: `${firstMap}/outline`, look: phone, pose: seeMap },
];

function seeMap(/** @type {Page} */ page) {
  return page.getByRole("treeitem", { name: /^Thesis:/ }).waitFor();
}

async function answerAReason(/** @type {Page} */ page) {
  await page.getByRole("treeitem", { name: /^Reason: The changes helped/ }).click();
  await page.keyboard.press("Minus");
  await page.keyboard.type("That no abrupt collapse came does not show that one was coming.");
}

function seeLibrary(/** @type {Page} */ page) {
  return page.getByRole("button", { name: "New map" }).waitFor();
}

/** Waits until fonts have come and what was asked for has been painted. @param {Page} page */
async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}

/** Takes one picture in a browser that has never seen the app. @param {Shot} shot @param {string} address */
async function take({ name, at, look = {}, pose }, address) {
  const { openBrowser } = await import("./browsers.mjs");
  const profile = mkdtempSync(join(tmpdir(), "counterpoint-shot-"));
  const browser = await openBrowser("chromium", profile, { ...desk, ...look });
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(`${address}${at}`);
    await pose(page);
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Builds the app and takes every picture that the README and the docs show. */
async function takeAll() {
  const found = ensureChromium();
  if ("refused" in found) throw new Error(found.refused);
  process.env["CHROMIUM"] = found.path;
  const built = await run("vite", ["build", "--logLevel", "warn"], { show: true });
  if (built.code !== 0) throw new Error("The app could not be built.");
  const { serve } = await import("./serving.mjs");
  const { address, close } = await serve();
  mkdirSync(folder, { recursive: true });
  try {
    for (const shot of shots) await take(shot, address);
  } finally {
    await close();
  }
}

refuseOldNode();
await takeAll();
