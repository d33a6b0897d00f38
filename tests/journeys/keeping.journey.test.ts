import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;

test("two tabs show one map", async () => {
  const app = await openApp();
  const first = app.page;
  await first.getByRole("treeitem", { name: thesis }).waitFor();
  const second = await app.newTab();
  await second.getByRole("treeitem", { name: thesis }).waitFor();
  await first.keyboard.press("Shift+Equal");
  await first.keyboard.type("Written in the first tab");
  await first.keyboard.press("Enter");
  await second.getByRole("treeitem", { name: /^Reason: Written in the first tab/ }).waitFor();
  await second.bringToFront();
  await second.keyboard.press("-");
  await second.keyboard.type("Written in the second tab");
  await second.keyboard.press("Enter");
  await first.getByRole("treeitem", { name: /^Objection: Written in the second tab/ }).waitFor();
  await first.getByText("11 of 46 claims shown").waitFor();
  await second.getByText("11 of 46 claims shown").waitFor();
});

test("a shipped map that was edited is mine, and goes back to what was shipped on request, with undo", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type("My own reason");
  await page.keyboard.press("Enter");
  const mine = page.getByRole("treeitem", { name: /^Reason: My own reason/ });
  await mine.waitFor();
  await page.getByText("Saved on this device").waitFor();
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Reset to the shipped version" }).click();
  await mine.waitFor({ state: "detached" });
  await page.getByText("9 of 44 claims shown").waitFor();
  await page.keyboard.press("Control+z");
  await mine.waitFor();
});

test("a new map asks for its thesis, is kept, renamed, duplicated and deleted with undo", async () => {
  const app = await openApp({ at: "#/maps" });
  let { page } = app;
  await page.getByRole("button", { name: "New map" }).click();
  await page.getByRole("button", { name: "Write the thesis" }).click();
  await page.keyboard.type("The Fischer thesis holds");
  await page.keyboard.press("Enter");
  await page.getByRole("treeitem", { name: /^Thesis: The Fischer thesis holds/ }).waitFor();
  await page.getByRole("button", { name: /^Edit the title/ }).click();
  await page.keyboard.type("The Goldhagen controversy");
  await page.keyboard.press("Enter");
  await page.getByText("Saved on this device").waitFor();

  page = await app.reopen("#/maps");
  const link = page.getByRole("link", { name: "The Goldhagen controversy", exact: true });
  await link.waitFor();
  await page
    .getByRole("button", { name: /Duplicate.*Goldhagen|Duplicate/ })
    .first()
    .click();
  await expect.poll(() => page.getByRole("link", { name: /Goldhagen controversy/ }).count()).toBe(2);
  await page
    .getByRole("button", { name: /^Delete/ })
    .first()
    .click();
  await expect.poll(() => page.getByRole("link", { name: /Goldhagen controversy/ }).count()).toBe(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => page.getByRole("link", { name: /Goldhagen controversy/ }).count()).toBe(2);
  page = await app.reopen();
  await page.getByRole("treeitem").first().waitFor();
});

test("a map goes out as a file and comes back the same", async () => {
  const app = await openApp();
  const { page } = app;
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  for (const kind of [/Counterpoint|argmap/, /Argdown/]) {
    await page.getByRole("button", { name: "More" }).first().click();
    await page.getByRole("menuitem", { name: "Export…" }).click();
    await page.getByRole("radio", { name: kind }).check();
    const { name, contents } = await app.download(() =>
      page.getByRole("button", { name: "Export", exact: true }).click(),
    );
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "More" }).first().click();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("menuitem", { name: "Import…" }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: "text/plain", buffer: contents });
    const line = page.locator("notice-bar").getByText("Your map says the same as this copy.");
    await line.waitFor();
    await page.getByRole("button", { name: "Put this line away" }).last().click();
    await line.waitFor({ state: "hidden" });
  }
});
