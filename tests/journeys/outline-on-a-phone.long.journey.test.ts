import { expect, test } from "vitest";
import { openApp, touch } from "./app.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

test("read and answer the debate in the outline on a phone", async () => {
  const app = await openApp({ ...phone, at: "#/m/de-stalinization/outline" });
  let { page } = app;
  const row = page.getByRole("treeitem", { name: /^Objection: Stability should have come first/ });
  await touch(row);
  await touch(page.getByRole("button", { name: "Add reason", exact: true }));
  await page.keyboard.type("Order was what people wanted after the war.");
  await page.keyboard.press("Enter");
  const mine = page.getByRole("treeitem", { name: /^Reason: Order was what people wanted/ });
  await mine.waitFor();
  expect(await mine.getAttribute("aria-level")).toBe("3");
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await page.getByText("Saved on this device").waitFor();

  page = await app.reopen("#/m/de-stalinization");
  await page.getByRole("treeitem", { name: /^Thesis:/ }).waitFor();
  await page.getByText(/of 45 claims shown/).waitFor();
});

test("every control of a phone's screen can be hit by a thumb and none is cut off", async () => {
  const { page } = await openApp({ ...phone });
  await page.getByRole("treeitem", { name: /^Thesis:/ }).waitFor();
  for (const at of ["#/m/de-stalinization", "#/m/de-stalinization/outline", "#/maps"]) {
    await page.goto(`${page.url().split("#")[0]}${at}`);
    await page
      .getByRole(at === "#/maps" ? "link" : "treeitem")
      .first()
      .waitFor();
    for (const button of await page.getByRole("button").all()) {
      const found = await button.boundingBox();
      if (found === null || found.y > 740) continue;
      const name = `${at} ${await button.evaluate((node) => node.outerHTML.slice(0, 120))}`;
      expect(Math.min(found.width, found.height), name).toBeGreaterThanOrEqual(24);
      if (!at.endsWith("stalinization")) expect(found.x + found.width, name).toBeLessThanOrEqual(360.5);
    }
  }
});
