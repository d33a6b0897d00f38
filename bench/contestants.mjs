import { folderOf } from "./pages.mjs";

/** @typedef {import("playwright").Page} Page */
/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} folder where it is built
 * @property {string} card what a card is in its page
 * @property {(page: Page) => Promise<void>} takeRoot takes the first claim in hand
 * @property {string} addKey the key that adds a claim below the one in hand
 */

/** @type {readonly Contestant[]} */
export const contestants = [
  {
    name: "Counterpoint",
    folder: "dist",
    card: '[role="treeitem"]',
    takeRoot: (page) =>
      page
        .getByRole("treeitem", { name: /^Thesis:/ })
        .first()
        .click(),
    addKey: "Shift+Equal",
  },
  {
    name: "mind-elixir",
    folder: folderOf("mind-elixir"),
    card: "me-tpc",
    takeRoot: (page) => page.locator("me-root me-tpc").click(),
    addKey: "Tab",
  },
  {
    name: "jsmind",
    folder: folderOf("jsmind"),
    card: "jmnode",
    takeRoot: (page) => page.locator("jmnode.root").click(),
    addKey: "Insert",
  },
];
