import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { findProgram, installPackages } from "./programs.mjs";

/** @typedef {"chromium" | "firefox" | "webkit"} EngineName */

/** The engines that we test in, as people call them. @type {Readonly<Record<EngineName, string>>} */
export const engineTitles = { chromium: "Chromium", firefox: "Firefox ESR", webkit: "WebKitGTK" };

/** What each engine beside Chromium needs: the programs, and the Debian packages in which they come. */
const needs = {
  firefox: [{ find: () => programNamed("FIREFOX", "firefox-esr"), comesIn: "firefox-esr" }],
  webkit: [
    { find: findMiniBrowser, comesIn: "webkit2gtk-driver" },
    { find: () => findProgram("WebKitWebDriver"), comesIn: "webkit2gtk-driver" },
    { find: () => findProgram("Xvfb"), comesIn: "xvfb" },
  ],
};

const elsewhere = {
  firefox: "Elsewhere, install Firefox ESR and set FIREFOX to its program.",
  webkit:
    "Elsewhere, install WebKitGTK with its MiniBrowser and WebKitWebDriver, and Xvfb; set MINIBROWSER to the first.",
};

/**
 * Makes sure that an engine is here: on Debian, as root, what is missing is installed first.
 * @param {EngineName} engine
 * @returns {{ path: string } | { refused: string }} its program, or what the person has to do, in words
 */
export function ensureEngine(engine) {
  if (engine === "chromium") return ensureChromium();
  const missing = needs[engine].filter(({ find }) => find() === null).map(({ comesIn }) => comesIn);
  if (missing.length > 0) {
    const purpose = `These tests run in a real ${engineTitles[engine]} as well.`;
    const refused = installPackages([...new Set(missing)], { purpose, elsewhere: elsewhere[engine] });
    if (refused !== null) return { refused };
  }
  const path = findEngine(engine);
  return path === null ? { refused: `There is no ${engineTitles[engine]} on this machine.` } : { path };
}

/** The program of an engine. Throws when it is not here. @param {EngineName} engine */
export function programOf(engine) {
  const program = findEngine(engine);
  if (program === null) throw new Error(`There is no ${engineTitles[engine]} on this machine.`);
  return program;
}

/** @param {EngineName} engine */
function findEngine(engine) {
  if (engine === "webkit") return findMiniBrowser();
  return engine === "firefox" ? programNamed("FIREFOX", "firefox-esr") : programNamed("CHROMIUM", "chromium");
}

/** @param {string} variable @param {string} usual */
function programNamed(variable, usual) {
  return findProgram(process.env[variable] ?? usual);
}

/** WebKitGTK's own browser, which stands beside its library and not in the path. */
function findMiniBrowser() {
  const named = process.env["MINIBROWSER"];
  if (named) return findProgram(named);
  const folders = ["/usr/lib", "/usr/libexec"].filter(existsSync);
  const places = folders.flatMap((folder) => ["", ...readdirSync(folder)].map((name) => join(folder, name)));
  return (
    places
      .map((place) => findProgram(join(place, "webkit2gtk-4.1", "MiniBrowser")))
      .find((program) => program !== null) ?? null
  );
}
