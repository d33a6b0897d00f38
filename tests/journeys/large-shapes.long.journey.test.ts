import { expect, test } from "vitest";
import { writeNative } from "#interchange/native-write.ts";
import { largeShapes } from "../large-shapes.ts";
import { openApp } from "./app.ts";

const patient = { timeout: 50_000 };

/** The others are opened in the page by the tests of the map screen, and the star by the journeys of dying workers. */
const shapes = largeShapes.filter(([name]) => /chain|cycle/.test(name));

test.each(shapes)("%s opens from a file, is walked, unfolded and outlined", async (_, count, make) => {
  const { page } = await openApp({ at: "#/maps" });
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  const buffer = Buffer.from(writeNative(make()));
  await (await choosing).setFiles({ name: "shape.argmap.json", mimeType: "application/json", buffer });
  const chosen = page.getByRole("treeitem", { selected: true });
  await page
    .getByRole("treeitem", { name: /^Thesis: / })
    .first()
    .waitFor(patient);
  await page.keyboard.press("ArrowDown");
  await chosen.first().waitFor(patient);
  await page.keyboard.press("Shift+F");
  const all = `${count.toLocaleString("en")} claims`;
  await page.getByText(all, { exact: true }).first().waitFor(patient);
  const first = await chosen.first().getAttribute("aria-label");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => chosen.first().getAttribute("aria-label"), patient).not.toBe(first);
  await page.getByRole("tab", { name: "Outline" }).click();
  await page
    .getByRole("treeitem", { name: /^Thesis: / })
    .first()
    .waitFor(patient);
});
