import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const thesis = "Measured reform of the Stalinist system";

/** Where the cards' sentences stand, by their first words. */
function places(page: Page, cards: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const read = page.locator(cards).evaluateAll((all) =>
    all.map((card): [string, number[]] => {
      const { x, y, width, height } = card.getBoundingClientRect();
      return [card.textContent ?? "", [x, y, width, height]];
    }),
  );
  return read.then((pairs) => new Map(pairs));
}

/**
 * Keeps the app's script from coming, as a slow line does, until the result is called; without a service worker, which
 * would have it already.
 */
async function withoutApp(page: Page): Promise<() => void> {
  let release!: () => void;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/main-[^/]*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test.each([
  { width: 1280, height: 720 },
  { width: 900, height: 900 },
  { width: 360, height: 740 },
])(
  "a first visit can read the map before the script has come, and nothing moves when it does: %o",
  async (viewport) => {
    const { page, address } = await openApp({ at: null, viewport });
    const letCome = await withoutApp(page);
    await page.goto(address, { waitUntil: "domcontentloaded" });
    await page.getByText(thesis).waitFor();
    await page.evaluate(() => document.fonts.ready);
    const before = await places(page, ".first-picture .text");
    expect(before.size).toBe(9);
    letCome();
    await page.getByRole("treeitem", { name: `Thesis: ${thesis}` }).waitFor();
    await expect.poll(() => page.locator(".first-picture").count()).toBe(0);
    const after = await places(page, "claim-card .text");
    for (const [words, place] of before) {
      const now = after.get(words) ?? [];
      place.forEach((length, at) =>
        expect(Math.abs(length - (now[at] ?? Number.NaN)), words).toBeLessThanOrEqual(1),
      );
    }
  },
);

test("a page whose app cannot be fetched says so, over the picture", async () => {
  const { page, address, troubles } = await openApp({ at: null });
  await page.route(/\/assets\/main-[^/]*\.js$/, (route) => route.abort());
  await page.goto(address);
  const line = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await line.waitFor();
  expect(await line.isVisible()).toBe(true);
  await page.unrouteAll();
  await line.getByRole("link", { name: "Load it again" }).click();
  await page.getByRole("treeitem", { name: `Thesis: ${thesis}` }).waitFor();
  expect(await page.getByText("could not be loaded").isVisible()).toBe(false);
  troubles.length = 0;
});

test("who is about to see something else is not shown the first map's picture", async () => {
  const app = await openApp({ at: "#/maps" });
  expect(await app.page.locator(".first-picture:visible").count()).toBe(0);
  await app.page.goto(app.address);
  await app.page.getByRole("treeitem", { name: `Thesis: ${thesis}` }).click();
  await app.page.keyboard.press("Shift+Equal");
  await app.page.keyboard.type("A reason of my own");
  await app.page.keyboard.press("Enter");
  await app.page.getByText("Saved on this device").waitFor();
  await withoutApp(app.page);
  await app.page.reload({ waitUntil: "domcontentloaded" });
  expect(await app.page.locator(".first-picture").count()).toBe(1);
  expect(await app.page.locator(".first-picture:visible").count()).toBe(0);
});
