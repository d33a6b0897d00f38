import { expect, test } from "vitest";
import { openApp } from "./app.ts";

test("an address that leads nowhere says so and offers the library", async () => {
  const { page } = await openApp({ at: "#/m/no-such-map" });
  await page.getByText("There is no map “no-such-map” on this device.").waitFor();
  await page.getByRole("link", { name: "Show all maps" }).click();
  await page.getByRole("button", { name: "New map" }).waitFor();
});

test("an address of an unknown claim opens its map and says so", async () => {
  const { page } = await openApp({ at: "#/m/de-stalinization/c/no-such-claim" });
  await page.getByRole("treeitem", { name: /^Thesis:/ }).waitFor();
  await page
    .getByText(/This map has no claim “no-such-claim”/)
    .first()
    .waitFor();
});

test.each([
  ["notes.txt", "Just some notes.", /notes\.txt/],
  ["cut.argmap.json", '{ "format": "counterpoint/argument-map", "version": 1, "claims": [', /cut off|JSON/],
  ["newer.argmap.json", '{ "format": "counterpoint/argument-map", "version": 99 }', /version 99|newer/],
  ["other.json", '{ "hello": "world" }', /format/],
])("a file that is not a map is refused with what was found: %s", async (name, text, said) => {
  const { page } = await openApp({ at: "#/maps" });
  await page.getByRole("button", { name: "New map" }).waitFor();
  const tiles = await page.getByRole("link").count();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await (await choosing).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.getByText(said).first().waitFor();
  expect(await page.getByRole("link").count()).toBe(tiles);
});

test("text of any kind is text, and breaks nothing", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: /^Thesis:/ }).waitFor();
  const oddities = [
    "<script>document.title = 'broken'</script><img src=x onerror=alert(1)>",
    "x".repeat(200),
    "שלום עולם – مرحبا بالعالم 🙂🇺🇦",
    `${"A long claim. ".repeat(358)}End`,
  ];
  for (const oddity of oddities) {
    await page.keyboard.press("Shift+Equal");
    await page.keyboard.insertText(oddity);
    await page.keyboard.press("Enter");
    await page.getByRole("treeitem").and(page.locator(`[aria-selected="true"]`)).waitFor();
    await page.keyboard.press("ArrowUp");
  }
  for (const oddity of oddities)
    await page
      .getByRole("treeitem")
      .filter({ hasText: oddity.trim().slice(0, 60) })
      .first()
      .waitFor();
  expect(await page.title()).not.toBe("broken");
  const spilling = await page
    .getByRole("treeitem")
    .evaluateAll((cards) =>
      cards
        .filter((card) => card.scrollWidth > card.clientWidth + 1)
        .map((card) => card.getAttribute("aria-label")?.slice(0, 40)),
    );
  expect(spilling).toEqual([]);
});
