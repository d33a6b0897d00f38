import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";
import { faults } from "./axe.ts";

const screens: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ["the map", "#/m/de-stalinization", seeTree],
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
  [
    "a neighbourhood",
    "#/m/de-stalinization/neighbourhood/c/viability",
    (page) => page.getByRole("option").first().waitFor(),
  ],
  ["the library", "#/maps", (page) => page.getByRole("button", { name: "New map" }).waitFor()],
  ["nowhere", "#/m/no-such-map", (page) => page.getByRole("link", { name: "Show all maps" }).waitFor()],
  ["find", "#/m/de-stalinization", opened("/", seeFound)],
  ["the palette", "#/m/de-stalinization", opened("Control+k", seeDialog)],
  ["what is missing", "#/m/de-stalinization", seeMissing],
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

test.each(screens)("axe-core finds nothing in %s, light or dark", async (_, at, pose) => {
  const { page } = await openApp({ at, colorScheme: "light" });
  await pose(page);
  expect(await faults(page, "every rule"), "light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await faults(page, "colours"), "dark").toEqual([]);
});
