import type { BrowserContext, Page } from "playwright";
import { openBrowser } from "../../scripts/browsers.mjs";

const look = {
  viewport: { width: 1280, height: 720 },
  colorScheme: "light",
  reducedMotion: "reduce",
  forcedColors: "none",
  hasTouch: false,
  locale: "en-GB",
} as const;
/** What the first map's thesis is called. */
export const thesis = /^Thesis: Measured reform/;

/** Starts a browser that is driven, with a profile that it keeps. */
export function openPerson(engine: "chromium" | "firefox", profile: string): Promise<BrowserContext> {
  return openBrowser(engine, profile, look);
}

/** Opens the first map in a new tab and takes its thesis in hand. */
export async function openMap(browser: BrowserContext, address: string, screen = ""): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${address}#/m/de-stalinization${screen}`);
  await page.getByRole("treeitem", { name: thesis }).focus();
  return page;
}

/** The sentences that the whole outline shows, in a tab of its own. */
export async function sentences(browser: BrowserContext, address: string): Promise<readonly string[]> {
  const page = await openMap(browser, address, "/outline");
  await page.keyboard.press("Shift+F");
  await page
    .getByRole("banner")
    .getByText(/^[\d,]+ claims$/)
    .waitFor();
  const names = await page
    .getByRole("treeitem")
    .evaluateAll((items) => items.map((item) => item.getAttribute("aria-label") ?? ""));
  await page.close();
  return names;
}
/** Adds a reason for the claim in hand, and takes that claim in hand again. */
export async function addReason(page: Page, sentence: string): Promise<void> {
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.insertText(sentence);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
}
