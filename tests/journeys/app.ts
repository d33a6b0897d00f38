import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright";
import { expect, inject, onTestFinished } from "vitest";
import { downloadsOf, type Engine, type Look, openBrowser } from "../../scripts/browsers.mjs";

const pictures = ".scratch/journeys";
const usualLook: Look = {
  viewport: { width: 1280, height: 720 },
  colorScheme: "light",
  reducedMotion: "reduce",
  forcedColors: "none",
  hasTouch: false,
  locale: "en-GB",
};

export interface Opening extends Partial<Look> {
  /** What follows the app's own address: "#/m/de-stalinization/outline". `null` leaves the first tab blank. */
  readonly at?: string | null;
  /** Where the app is served, if not where all journeys find it. */
  readonly from?: string;
}

/** A file that the app has handed out. */
interface Handout {
  readonly name: string;
  readonly contents: Buffer;
}

/** The app in one person's browser, for the length of one test. */
export interface App {
  /** The tab that was opened last by `openApp`, `newTab` or `reopen`. */
  readonly page: Page;
  /** The app's own address. */
  readonly address: string;
  /** What the pages have complained of; anything in here fails the test. */
  readonly troubles: string[];
  /** Opens a second tab of the same browser. */
  newTab(at?: string): Promise<Page>;
  /** What the app hands out as a file when something is done in a tab: the one that was opened last, if not told which. */
  download(act: () => Promise<unknown>, page?: Page): Promise<Handout>;
  /** Closes the whole browser and opens it again, with what it has kept. */
  reopen(at?: string | null): Promise<Page>;
}

/**
 * Opens the built app in a new browser profile. When the test ends the browser is closed; a test that failed leaves
 * a screenshot of each tab in .scratch/journeys/. A script error or a broken security policy on any page fails the test.
 */
export async function openApp({ at = "", from = inject("address"), ...look }: Opening = {}): Promise<App> {
  const profile = mkdtempSync(join(tmpdir(), "counterpoint-journey-"));
  const visit = new Visit(from, profile, { ...usualLook, ...look });
  onTestFinished(async ({ task }) => {
    const troubles = [...visit.troubles];
    if (task.result?.state === "fail") await visit.takePictures(task.name);
    await visit.end();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    if (troubles.length > 0) throw new Error(troubles.join("\n"));
  });
  await visit.reopen(at);
  return visit;
}

class Visit implements App {
  readonly address: string;
  readonly troubles: string[] = [];
  readonly #profile: string;
  readonly #look: Look;
  #browser: BrowserContext | null = null;
  #page: Page | null = null;

  constructor(address: string, profile: string, look: Look) {
    this.address = address;
    this.#profile = profile;
    this.#look = look;
  }

  get page(): Page {
    if (this.#page === null) throw new Error("No tab of the app is open.");
    return this.#page;
  }

  async newTab(at = ""): Promise<Page> {
    if (this.#browser === null) throw new Error("The browser is closed.");
    return this.#show(await this.#browser.newPage(), at);
  }

  async reopen(at: string | null = ""): Promise<Page> {
    await this.end();
    this.#browser = await openBrowser(engine(), this.#profile, this.#look);
    this.#browser.on("page", (page) => this.#listen(page));
    const [first] = this.#browser.pages();
    if (first) this.#listen(first);
    return this.#show(first ?? (await this.#browser.newPage()), at);
  }

  async download(act: () => Promise<unknown>, page = this.page): Promise<Handout> {
    if (engine() === "firefox") return newFileIn(downloadsOf(this.#profile), act);
    const [download] = await Promise.all([page.waitForEvent("download"), act()]);
    return { name: download.suggestedFilename(), contents: readFileSync(await download.path()) };
  }

  async takePictures(test: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    const name = test.replaceAll(/\W+/g, "-").slice(0, 80);
    const pages = this.#browser?.pages() ?? [];
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: join(pictures, `${name}-${index + 1}.png`) }).catch(() => null);
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    this.#browser = null;
    this.#page = null;
  }

  async #show(page: Page, at: string | null): Promise<Page> {
    this.#page = page;
    if (at !== null) await page.goto(`${this.address}${at}`);
    return page;
  }

  #listen(page: Page): void {
    page.on("pageerror", (error) => this.troubles.push(`The page threw: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.troubles.push(`The page complained: ${message.text()}`);
    });
  }
}

/** Touches something with a finger; in Firefox, whose driver has none, with the mouse. */
export function touch(what: Locator): Promise<void> {
  return engine() === "firefox" ? what.click() : what.tap();
}

/** The file that comes into a folder. While Firefox writes it, a second file stands beside it. */
async function newFileIn(folder: string, act: () => Promise<unknown>): Promise<Handout> {
  const list = () => (existsSync(folder) ? readdirSync(folder) : []);
  const before = new Set(list());
  await act();
  const coming = () => list().filter((file) => !before.has(file));
  await expect.poll(coming, { timeout: 10_000 }).toEqual([expect.not.stringMatching(/\.part$/)]);
  const [name = ""] = coming();
  await expect.poll(() => readFileSync(join(folder, name)).length).toBeGreaterThan(0);
  return { name, contents: readFileSync(join(folder, name)) };
}

function engine(): Engine {
  return process.env["JOURNEY_BROWSER"] === "firefox" ? "firefox" : "chromium";
}
