import { folderOf } from "./pages.mjs";

/** @typedef {import("playwright").Page} Page */
/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} folder where it is built
 * @property {string} card what a card is in its page
 * @property {string} drawn a card that is on screen before it takes keys; the same where there is none
 * @property {(page: Page) => Promise<void>} takeRoot takes the first claim in hand
 * @property {string} addKey the key that adds a claim below the one in hand
 * @property {((page: Page, file: string) => Promise<void>) | null} bring opens a map's file; `null` where the page has the map in it
 */

/** Everyone who takes part in a trial. @param {string} trial @returns {readonly Contestant[]} */
export function contestantsOf(trial) {
  return [
    {
      name: "Counterpoint",
      folder: "dist",
      card: '[role="treeitem"]',
      drawn: ".first-picture .card",
      takeRoot: (page) => page.getByRole("treeitem", { name: /^Thesis:/ }).click(),
      addKey: "Shift+Equal",
      bring: openFile,
    },
    {
      name: "mind-elixir",
      folder: folderOf(trial, "mind-elixir"),
      card: "me-tpc",
      drawn: "me-tpc",
      takeRoot: (page) => page.locator("me-root me-tpc").click(),
      addKey: "Tab",
      bring: null,
    },
    {
      name: "jsmind",
      folder: folderOf(trial, "jsmind"),
      card: "jmnode",
      drawn: "jmnode",
      takeRoot: (page) => page.locator("jmnode.root").click(),
      addKey: "Insert",
      bring: null,
    },
  ];
}

/** Opens a map's file in Counterpoint as a person does, and waits until it is kept. @param {Page} page @param {string} file */
export async function openFile(page, file) {
  const before = page.url();
  await page.getByRole("button", { name: "More", exact: true }).first().click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("menuitem", { name: "Import…" }).click(),
  ]);
  await chooser.setFiles({
    name: "bench.argmap.json",
    mimeType: "application/json",
    buffer: Buffer.from(file),
  });
  await page.waitForURL((url) => url.href !== before, { timeout: 240_000 });
  await page.getByRole("treeitem", { name: /^Thesis:/ }).waitFor();
  await page.getByText("Saved on this device").waitFor();
}
