import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { expect, inject, onTestFinished, test } from "vitest";
import { openBrowser } from "../../scripts/browsers.mjs";
import { below, type Random, seeded } from "../random-map.ts";
import { report, tries } from "./scale.ts";

const look = {
  viewport: { width: 1280, height: 720 },
  colorScheme: "light",
  reducedMotion: "reduce",
  forcedColors: "none",
  hasTouch: false,
  locale: "en-GB",
} as const;
const damagedBytes = 16;
const shippedClaims = 44;
/** What the second copy may be behind the log. */
const behindMs = 60_000;

/** The files in which Chromium keeps the databases of an origin. */
function databaseFiles(profile: string): readonly string[] {
  const top = join(profile, "Default", "IndexedDB");
  return readdirSync(top)
    .filter((name) => name.endsWith(".indexeddb.leveldb"))
    .flatMap((name) => readdirSync(join(top, name)).map((file) => join(top, name, file)));
}

/** Turns 16 bytes over in the log, the tables, the manifest or the file that names it. */
function damage(profile: string, random: Random): string {
  const files = databaseFiles(profile).filter((file) => /(?:\.log|\.ldb|MANIFEST-\d+|CURRENT)$/.test(file));
  const file = files[below(random, files.length)]!;
  const bytes = readFileSync(file);
  const at = below(random, Math.max(1, statSync(file).size - damagedBytes));
  for (let offset = 0; offset < damagedBytes && at + offset < bytes.length; offset++)
    bytes[at + offset]! ^= 0x5a;
  writeFileSync(file, bytes);
  return `${file.split("/").at(-1)} at ${at}`;
}

async function show(browser: BrowserContext): Promise<Page> {
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(inject("address"));
  return page;
}

async function write(page: Page, sentences: readonly string[]): Promise<void> {
  await page.getByRole("treeitem", { name: /^Thesis: Measured reform/ }).waitFor();
  for (const sentence of sentences) {
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+Equal");
    await page.keyboard.type(sentence);
    await page.keyboard.press("Enter");
    await page.getByRole("treeitem", { name: `Reason: ${sentence}` }).waitFor();
  }
  await page.getByText("Saved on this device").waitFor();
}

/** Waits until the second copy holds the latest edit, and says how long that took. */
async function copied(page: Page, sentence: string): Promise<number> {
  const begun = Date.now();
  await expect.poll(() => page.evaluate(isCopied, sentence), { timeout: behindMs, interval: 200 }).toBe(true);
  return Date.now() - begun;
}

/** Runs in the page. */
async function isCopied(sentence: string): Promise<boolean> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("counterpoint").catch(() => null);
  for (const name of ["copy-1", "copy-2"]) {
    const file = await folder?.getFileHandle(name).catch(() => null);
    if (file && (await (await file.getFile()).text()).includes(sentence)) return true;
  }
  return false;
}

/** The browser forgets all that the address keeps, as it may do on a full disk, while its page is open. */
async function throwAllAway(browser: BrowserContext, page: Page): Promise<void> {
  const session = await browser.newCDPSession(page);
  const origin = new URL(inject("address")).origin;
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
}

/** One visit with edits, damage to the closed profile, and the next visit. */
async function oneTry(seed: number): Promise<{ outcome: "restored" | "survived"; behind: number }> {
  const random = seeded(seed);
  const profile = mkdtempSync(join(tmpdir(), "counterpoint-thrown-away-"));
  onTestFinished(async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const sentences = Array.from({ length: 3 }, (_, at) => `Sentence ${seed} ${at} of mine`);
  let browser = await openBrowser("chromium", profile, look);
  let page = await show(browser);
  await write(page, sentences);
  const behind = await copied(page, sentences.at(-1)!);
  await browser.close();
  const where = damage(profile, random);

  browser = await openBrowser("chromium", profile, look);
  page = await show(browser);
  const offer = page.getByRole("button", { name: "Restore 1 map" });
  const all = page.getByText(`of ${shippedClaims + sentences.length} claims shown`);
  await offer
    .or(all)
    .waitFor({ timeout: 20_000 })
    .catch((error: unknown) => expect.fail(`Seed ${seed}, ${where}: ${String(error)}`));
  const wasOffered = await offer.isVisible();
  if (wasOffered) await offer.click();
  await all.waitFor({ timeout: 20_000 });
  await page.getByRole("button", { name: "Find" }).first().click();
  for (const sentence of sentences) {
    await page.getByRole("combobox", { name: "Find" }).fill(sentence);
    await page
      .getByRole("option", { name: new RegExp(sentence) })
      .first()
      .waitFor();
  }
  await browser.close();
  return { outcome: wasOffered ? "restored" : "survived", behind };
}

test("a library that Chromium throws away is offered back, whole", async () => {
  const outcomes = { restored: 0, survived: 0 };
  const all = tries(40, 1);
  let latest = 0;
  for (let seed = 1; seed <= all; seed++) {
    const { outcome, behind } = await oneTry(seed);
    outcomes[outcome]++;
    latest = Math.max(latest, behind);
  }
  expect(outcomes.restored, "the damage really cost the database").toBeGreaterThan(0);
  expect(latest).toBeLessThan(behindMs);
  report(
    "thrown away",
    `${all} profiles damaged, ${outcomes.restored} libraries deleted by the browser and restored whole, ${outcomes.survived} survived; the copy was at most ${Math.round(latest / 100) / 10} s behind`,
  );
});

/**
 * Leaves Chromium's journals as a power cut may: with zeros where the last record would have stood. The length of a file
 * that grows within its last block can reach the disk before the bytes do.
 */
function endInZeros(profile: string, random: Random): void {
  for (const file of databaseFiles(profile).filter((each) => each.endsWith(".log")))
    appendFileSync(file, Buffer.alloc(8 + below(random, 400)));
}

test("what is saved after a power cut that left the end of the journal in zeros is there at every next start", async () => {
  const profile = mkdtempSync(join(tmpdir(), "counterpoint-thrown-away-"));
  let browser: BrowserContext | null = null;
  onTestFinished(async () => {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const written: string[] = [];
  for (let start = 0; start < tries(20, 2); start++) {
    browser = await openBrowser("chromium", profile, look);
    const page = await show(browser);
    await page.getByText(`of ${shippedClaims + written.length} claims shown`).waitFor();
    const sentences = Array.from({ length: 8 }, (_, at) => `Sentence ${start} ${at} of mine`);
    await write(page, sentences);
    written.push(...sentences);
    await browser.close();
    endInZeros(profile, seeded(start));
  }
  report("zeros at the journal's end", `${written.length} edits over ${tries(20, 2)} starts, all there`);
});

test("a map is kept again as a whole when Chromium throws everything away under it", async () => {
  const profile = mkdtempSync(join(tmpdir(), "counterpoint-thrown-away-"));
  let browser = await openBrowser("chromium", profile, look);
  onTestFinished(async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  let page = await show(browser);
  const sentences = Array.from({ length: tries(60, 4) }, (_, at) => `Sentence ${at} of mine`);
  const half = sentences.length / 2;
  await write(page, sentences.slice(0, half));
  await throwAllAway(browser, page);
  await write(page, sentences.slice(half));
  await page
    .locator("notice-bar")
    .getByText(/has thrown away the maps that it kept here/)
    .waitFor();
  await browser.close();
  browser = await openBrowser("chromium", profile, look);
  page = await show(browser);
  await page.getByText("One map that was open then has been kept again, and is here.").waitFor();
  await page.getByRole("button", { name: "Go on without what was lost" }).click();
  await page.getByText(`of ${shippedClaims + sentences.length} claims shown`).waitFor();
  report("thrown away under an open map", `${sentences.length} of ${sentences.length} edits kept`);
});
