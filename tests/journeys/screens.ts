import type { Page } from "playwright";
import { expect } from "vitest";
import { openApp } from "./app.ts";
import { faults } from "./axe.ts";

/** A screen: its name, its address, and how it comes to be there. */
type Screen = readonly [name: string, at: string, pose: (page: Page) => Promise<unknown>];

/** Those on which most of a person's time goes. */
export const usualScreens: readonly Screen[] = [
  [
    "the map, all unfolded, details open",
    "#/m/de-stalinization",
    async (page) => {
      await seeTree(page);
      await page.keyboard.press("Shift+F");
      await page.keyboard.press("d");
      await page
        .getByRole("region", { name: "Details" })
        .or(page.getByRole("complementary", { name: "Details" }))
        .waitFor();
    },
  ],
  [
    "a claim being written",
    "#/m/de-stalinization",
    async (page) => {
      await seeTree(page);
      await page.keyboard.press("Shift+Equal");
      await page.keyboard.type("A new reason");
    },
  ],
  ["the outline", "#/m/de-stalinization/outline", seeTree],
  ["what is missing", "#/m/de-stalinization", seeMissing],
];

export const otherScreens: readonly Screen[] = [
  ["the map", "#/m/de-stalinization", seeTree],
  [
    "a neighbourhood",
    "#/m/de-stalinization/neighbourhood/c/viability",
    (page) => page.getByRole("option").first().waitFor(),
  ],
  ["the library", "#/maps", (page) => page.getByRole("button", { name: "New map" }).waitFor()],
  ["nowhere", "#/m/no-such-map", (page) => page.getByRole("link", { name: "Show all maps" }).waitFor()],
  ["find", "#/m/de-stalinization", opened("/", seeFound)],
  ["the palette", "#/m/de-stalinization", opened("Control+k", seeDialog)],
  ["the keys", "#/m/de-stalinization", opened("Shift+?", seeDialog)],
  ["move to", "#/m/de-stalinization", opened("m", seeDialog)],
];

function seeTree(page: Page): Promise<void> {
  return page.getByRole("treeitem").first().waitFor();
}

function seeDialog(page: Page): Promise<void> {
  return page.getByRole("dialog").waitFor();
}

async function seeMissing(page: Page): Promise<void> {
  await seeTree(page);
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "What is missing" }).click();
  await page.getByText("that an examiner would ask about").first().waitFor();
}

async function seeFound(page: Page): Promise<void> {
  await page.keyboard.type("reform");
  await page.locator("find-panel").getByRole("option").first().waitFor();
}

function opened(key: string, see: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await seeTree(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(key);
    await see(page);
  };
}

/** Every rule in the light, and those about colours in the dark. */
export async function findNothing(_: string, at: string, pose: Screen[2]): Promise<void> {
  const { page } = await openApp({ at, colorScheme: "light" });
  await pose(page);
  expect(await faults(page, "every rule"), "light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await faults(page, "colours"), "dark").toEqual([]);
}
