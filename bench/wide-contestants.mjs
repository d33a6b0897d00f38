import { folderOf } from "./pages.mjs";

/** @typedef {import("playwright").Page} Page */
/**
 * @typedef {object} WideContestant
 * @property {string} name
 * @property {string | null} library the package whose version is shown; `null` for us
 * @property {string} folder where it is built
 * @property {readonly string[]} hosts the elements whose shadow trees lead to the cards
 * @property {string} card what a card is
 * @property {{ takeRoot: (page: Page) => Promise<void>, addKey: string } | null} editing `null` where there is none
 * @property {boolean} pans whether the wheel pans and, with Ctrl, zooms
 * @property {"key" | "call" | null} fit how all of the map is brought on screen
 */

/** Everyone who takes part in a trial of large maps. @param {string} trial @returns {readonly WideContestant[]} */
export function wideContestantsOf(trial) {
  const none = /** @type {const} */ ([]);
  return [
    {
      name: "Counterpoint",
      library: null,
      folder: "dist",
      hosts: ["app-shell", "map-screen"],
      card: '[role="treeitem"]',
      editing: {
        takeRoot: (page) => page.getByRole("treeitem", { name: /^Thesis:/ }).focus(),
        addKey: "Shift+Equal",
      },
      pans: true,
      fit: "key",
    },
    {
      name: "mind-elixir",
      library: "mind-elixir",
      folder: folderOf(trial, "mind-elixir"),
      hosts: none,
      card: "me-tpc",
      editing: { takeRoot: (page) => page.locator("me-root me-tpc").click(), addKey: "Tab" },
      pans: true,
      fit: "call",
    },
    {
      name: "jsmind",
      library: "jsmind",
      folder: folderOf(trial, "jsmind"),
      hosts: none,
      card: "jmnode",
      editing: { takeRoot: (page) => page.locator("jmnode.root").click(), addKey: "Insert" },
      pans: true,
      fit: null,
    },
    {
      name: "markmap",
      library: "markmap-view",
      folder: folderOf(trial, "markmap"),
      hosts: none,
      card: "#map g.markmap-node",
      editing: null,
      pans: true,
      fit: "call",
    },
    {
      name: "React Flow",
      library: "@xyflow/react",
      folder: folderOf(trial, "xyflow"),
      hosts: none,
      card: ".react-flow__node",
      editing: null,
      pans: true,
      fit: "call",
    },
    {
      name: "Argdown's map",
      library: "@argdown/core",
      folder: folderOf(trial, "argdown"),
      hosts: none,
      card: "#map svg g.node",
      editing: null,
      pans: false,
      fit: null,
    },
  ];
}
