import type { Locator, Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

async function box(locator: Locator) {
  const found = await locator.boundingBox();
  if (found === null) throw new Error("It is not on screen.");
  return found;
}

async function drag(page: Page, from: Locator, to: Locator, at: { x: number; y: number }): Promise<void> {
  const [start, end] = [await box(from), await box(to)];
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 20, start.y + start.height / 2 + 10, { steps: 4 });
  await page.mouse.move(end.x + end.width * at.x, end.y + end.height * at.y, { steps: 12 });
  await page.mouse.up();
}

test("argue by mouse: select, add, edit in place, fold, and drag a branch onto another claim", async () => {
  // As high as it takes for "Fit" to leave cards that can be read.
  const { page } = await openApp({ viewport: { width: 1280, height: 960 } });
  const terror = page.getByRole("treeitem", { name: /^Reason: Ending the worst/ });
  await terror.click();
  await page.getByRole("button", { name: "Unfold", exact: true }).click();
  const rules = page.getByRole("treeitem", { name: /^Reason: Some of the most feared instruments/ });
  await rules.waitFor();

  await page.getByRole("button", { name: "Add objection", exact: true }).click();
  await page.keyboard.type("Fear outlived the camps");
  await page.mouse.click(200, 650);
  const mine = page.getByRole("treeitem", { name: /^Objection: Fear outlived the camps/ });
  await mine.waitFor();

  await mine.dblclick();
  await page.keyboard.press("End");
  await page.keyboard.type(" by years");
  await page.keyboard.press("Enter");
  const edited = page.getByRole("treeitem", { name: /^Objection: Fear outlived the camps by years/ });
  await edited.waitFor();

  const legitimacy = page.getByRole("treeitem", { name: /^Reason: A more rational economy/ });
  await page.getByRole("button", { name: "Fit", exact: false }).first().click();
  await drag(page, edited, legitimacy, { x: 0.25, y: 0.5 });
  const moved = page.getByRole("treeitem", { name: /^Reason: Fear outlived the camps by years/ });
  await moved.waitFor();
  expect(await moved.getAttribute("aria-level")).toBe("3");

  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await edited.waitFor();
});

test("the ground is dragged and zoomed around the pointer", async () => {
  const { page } = await openApp();
  const thesis = page.getByRole("treeitem", { name: /^Thesis:/ });
  await thesis.waitFor();
  const before = await box(thesis);
  await page.mouse.move(60, 400);
  await page.mouse.down();
  await page.mouse.move(160, 450, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await box(thesis)).x - before.x)).toBe(100);

  const at = await box(thesis);
  const pointer = { x: at.x, y: at.y };
  await page.mouse.move(pointer.x, pointer.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -240);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await box(thesis)).width).toBeGreaterThan(at.width * 1.1);
  const after = await box(thesis);
  expect(Math.abs(after.x - at.x)).toBeLessThan(3);
  expect(Math.abs(after.y - at.y)).toBeLessThan(3);
});

test("the claim in hand stays where it is while its branch is folded and unfolded", async () => {
  const { page } = await openApp();
  const stability = page.getByRole("treeitem", { name: /^Objection: Stability should have come first/ });
  await stability.click();
  const before = await box(stability);
  await page.keyboard.press("f");
  await page.getByRole("treeitem", { name: /Hungarian Revolution/ }).waitFor();
  const after = await box(stability);
  expect(Math.abs(after.x - before.x)).toBeLessThan(1.5);
  expect(Math.abs(after.y - before.y)).toBeLessThan(1.5);
});
