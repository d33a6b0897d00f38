import { join } from "node:path";
import { chromium, firefox } from "playwright";
import { chromiumArguments } from "./chromium.mjs";
import { programOf } from "./engines.mjs";

/**
 * @typedef {import("playwright").BrowserContext} BrowserContext
 * @typedef {{ viewport: { width: number, height: number }, colorScheme: "light" | "dark",
 *   reducedMotion: "reduce" | "no-preference", forcedColors: "active" | "none", hasTouch: boolean, locale: string,
 *   serviceWorkers?: "allow" | "block" }} Look
 * @typedef {"chromium" | "firefox"} Engine
 */

/** Where Firefox puts what is downloaded: its driver announces no downloads. @param {string} profile */
export function downloadsOf(profile) {
  return join(profile, "downloads");
}

/**
 * Starts a browser that keeps what a page stores in a folder, as a person's own browser does.
 * A test may read and fill the clipboard.
 * Firefox is driven over WebDriver BiDi, where Playwright cannot set colours, motion and touch: they stay the system's.
 * @param {Engine} engine
 * @param {string} profile a folder; the same one again is the same person's next visit
 * @param {Look} look
 * @returns {Promise<BrowserContext>}
 */
export function openBrowser(
  engine,
  profile,
  { colorScheme, reducedMotion, forcedColors, hasTouch, ...look },
) {
  if (engine === "firefox")
    return firefox.launchPersistentContext(profile, {
      channel: "moz-firefox",
      executablePath: programOf("firefox"),
      ...look,
      colorScheme: null,
      reducedMotion: null,
      forcedColors: null,
      contrast: null,
      downloadsPath: downloadsOf(profile),
      firefoxUserPrefs: {
        "dom.events.testing.asyncClipboard": true,
        // The panel that opens after a download takes the focus from the page.
        "browser.download.alwaysOpenPanel": false,
      },
    });
  return chromium.launchPersistentContext(profile, {
    executablePath: programOf("chromium"),
    args: [...chromiumArguments],
    permissions: ["clipboard-read", "clipboard-write"],
    ...look,
    colorScheme,
    reducedMotion,
    forcedColors,
    hasTouch,
  });
}
