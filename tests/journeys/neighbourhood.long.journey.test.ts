import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

function option(page: Page, name: RegExp) {
  return page.getByRole("option", { name });
}

function region(page: Page, name: RegExp) {
  return page.getByRole("region", { name });
}

/** The name of what has the focus, in whatever shadow tree it is. */
function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label") ?? null;
  });
}

const viability = /^Reason: Measured change was needed/;
const orthodoxy = /^Reason: Relaxing orthodoxy/;

test("by keyboard alone: to a claim's neighbourhood, along a link across the tree, and back with that claim in hand", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: /^Thesis: Measured reform/ }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("remain viable");
  await option(page, /remain viable/)
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => focusedName(page)).toMatch(viability);

  await page.keyboard.press("n");
  await region(page, /^Neighbourhood of “Measured change/).waitFor();
  await expect.poll(() => focusedName(page)).toMatch(viability);
  expect(page.url()).toMatch(/#\/m\/de-stalinization\/neighbourhood\/c\/viability$/);
  await page.getByText(/^\d+ of 44 claims shown$/).waitFor();

  await page.keyboard.press("ArrowUp");
  await expect.poll(() => focusedName(page)).toMatch(orthodoxy);
  await page.keyboard.press("Enter");
  await region(page, /^Neighbourhood of “Relaxing orthodoxy/).waitFor();
  await expect.poll(() => focusedName(page)).toMatch(orthodoxy);
  await page.goBack();
  await region(page, /^Neighbourhood of “Measured change/).waitFor();
  await page.goForward();
  await region(page, /^Neighbourhood of “Relaxing orthodoxy/).waitFor();

  await page.keyboard.press("Escape");
  const onMap = page.getByRole("treeitem", { name: orthodoxy });
  await onMap.waitFor();
  expect(await onMap.getAttribute("aria-selected")).toBe("true");
  await expect.poll(() => focusedName(page)).toMatch(orthodoxy);
});

test("by mouse: from the claim's menu, by clicks from claim to claim, and out by the button", async () => {
  const { page } = await openApp();
  const card = page.getByRole("treeitem", { name: viability });
  await card.click();
  await page.getByRole("toolbar", { name: "Claim" }).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Show the neighbourhood" }).click();
  await region(page, /^Neighbourhood of “Measured change/).waitFor();
  await option(page, /^Reason: Seen from today/).click();
  await region(page, /^Neighbourhood of “Seen from today/).waitFor();
  await page.getByRole("button", { name: "Back to the map" }).click();
  await page.getByRole("treeitem", { name: /^Reason: Seen from today/ }).waitFor();
});

test("a link leads to a neighbourhood, in which one can go on to write", async () => {
  const { page } = await openApp({ at: "#/m/de-stalinization/neighbourhood/c/viability" });
  await option(page, viability).waitFor();
  await expect.poll(() => focusedName(page)).toMatch(viability);
  await page.keyboard.press("-");
  await page.keyboard.type("It lasted thirty years.");
  await page.keyboard.press("Enter");
  await page.getByRole("treeitem", { name: /^Objection: It lasted thirty years/ }).waitFor();
  await page.getByText("Saved on this device").waitFor();
});
