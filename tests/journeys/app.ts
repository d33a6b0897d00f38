import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright";
import { expect, inject, onTestFinished } from "vitest";
import { downloadsOf, type Engine, type Look, openBrowser } from "../../scripts/browsers.mjs";
import { borrow, end, giveBack, type Lent } from "./lending.ts";

const pictures = ".scratch/journeys";
/** Only the journeys that are about a kept app let it be kept: that takes a second of every visit. */
const usualLook: Look = {
  viewport: { width: 1280, height: 720 },
  colorScheme: "light",
  reducedMotion: "reduce",
  forcedColors: "none",
  hasTouch: false,
  locale: "en-GB",
  serviceWorkers: "block",
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
 * Opens the built app in a browser in which nobody has been. A test that failed leaves
 * a screenshot of each tab in .scratch/journeys/. A script error or a broken security policy on any page fails the test.
 */
export async function openApp({ at = "", from = inject("address"), ...look }: Opening = {}): Promise<App> {
  // What a test puts before its first visit, or serves itself, it may not share with the next one.
  const isUsual = engine() === "chromium" && at !== null && from === inject("address");
  const visit = new Visit(from, { ...usualLook, ...look }, isUsual);
  onTestFinished(async ({ task }) => {
    const isFailed = task.result?.state === "fail";
    if (isFailed) await visit.takePictures(task.name);
    const troubles = [...visit.troubles];
    await visit.end(isFailed);
    if (troubles.length > 0) throw new Error(troubles.join("\n"));
  });
  await visit.begin(at);
  return visit;
}

class Visit implements App {
  readonly address: string;
  readonly troubles: string[] = [];
  readonly #look: Look;
  readonly #isUsual: boolean;
  readonly #listen = (page: Page): void => this.#listenTo(page);
  #lent: Lent | null = null;
  #isReopened = false;
  #page: Page | null = null;

  constructor(address: string, look: Look, isUsual: boolean) {
    this.address = address;
    this.#look = look;
    this.#isUsual = isUsual;
  }

  get page(): Page {
    if (this.#page === null) throw new Error("No tab of the app is open.");
    return this.#page;
  }

  async begin(at: string | null): Promise<void> {
    this.#lent = await borrow(engine(), this.#look, this.#isUsual);
    await this.#enter(this.#lent.browser, at);
  }

  async newTab(at = ""): Promise<Page> {
    return this.#show(await this.#running().browser.newPage(), at);
  }

  async reopen(at: string | null = ""): Promise<Page> {
    const { browser, profile } = this.#running();
    await browser.close();
    this.#isReopened = true;
    this.#lent = { browser: await openBrowser(engine(), profile, this.#look), profile };
    return this.#enter(this.#lent.browser, at);
  }

  async download(act: () => Promise<unknown>, page = this.page): Promise<Handout> {
    if (engine() === "firefox") return newFileIn(downloadsOf(this.#running().profile), act);
    const [download] = await Promise.all([page.waitForEvent("download"), act()]);
    return { name: download.suggestedFilename(), contents: readFileSync(await download.path()) };
  }

  async takePictures(test: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    const name = test.replaceAll(/\W+/g, "-").slice(0, 80);
    const pages = this.#lent?.browser.pages() ?? [];
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: join(pictures, `${name}-${index + 1}.png`) }).catch(() => null);
  }

  /** A browser that a test has closed in between, or that it failed in, is not lent again. */
  async end(isFailed: boolean): Promise<void> {
    const lent = this.#lent;
    if (lent === null) return;
    lent.browser.off("page", this.#listen);
    await (this.#isUsual && !this.#isReopened && !isFailed
      ? giveBack(lent, this.#look, this.address)
      : end(lent));
  }

  #running(): Lent {
    if (this.#lent === null) throw new Error("The browser is closed.");
    return this.#lent;
  }

  async #enter(browser: BrowserContext, at: string | null): Promise<Page> {
    browser.on("page", this.#listen);
    const [first] = browser.pages();
    if (first) this.#listen(first);
    return this.#show(first ?? (await browser.newPage()), at);
  }

  async #show(page: Page, at: string | null): Promise<Page> {
    this.#page = page;
    if (at !== null) await page.goto(`${this.address}${at}`);
    return page;
  }

  #listenTo(page: Page): void {
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
