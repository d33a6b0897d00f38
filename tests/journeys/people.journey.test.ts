import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;
/** A map that names nobody, and does not say what it leaves out. */
const nobodyIn = "#/m/how-to-argue";

test("who has argued a claim, when and where, is written down by keyboard alone; an impossible date is refused in words", async () => {
  const { page } = await openApp();
  const { keyboard } = page;
  await page.getByRole("treeitem", { name: thesis }).press("d");
  const details = page.getByRole("region", { name: "Details" });
  await details.getByRole("button", { name: "Add who argued this" }).press("Enter");
  const form = details.getByRole("form", { name: "Add who argued this" });
  await expect.poll(() => form.getByLabel("Who").evaluate(isFocused)).toBe(true);
  await keyboard.type("Stephen F. Cohen");
  await keyboard.press("Tab");
  await keyboard.press("Tab");
  await keyboard.type("1979-13");
  await keyboard.press("Tab");
  await form
    .getByRole("alert")
    .getByText("“1979-13” has the month 13. Expected 01 to 12, or 21 to 24 for spring to winter.")
    .waitFor();
  await page.getByText("Not added yet").waitFor();
  await keyboard.press("Shift+Tab");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("c. 1979");
  await keyboard.press("Tab");
  await keyboard.type("Cohen");
  await keyboard.press("Tab");
  await keyboard.type("190");
  await keyboard.press("Enter");
  await details.getByText("Stephen F. Cohen asserts it").waitFor();
  await details.getByText("c. 1979 · Cohen, “Friends and Foes of Change,” 190").waitFor();
  await page.getByText("Saved on this device").waitFor();
});

test("a period is kept when its tab is closed while the field has the focus", async () => {
  const app = await openApp();
  await app.page.getByRole("treeitem", { name: thesis }).press("d");
  await app.page.getByRole("textbox", { name: "About the period" }).focus();
  await app.page.keyboard.type("1953–1964");
  await app.page.close();
  const page = await app.newTab();
  await page.getByRole("treeitem", { name: thesis }).press("d");
  const field = page.getByRole("textbox", { name: "About the period" });
  await expect.poll(() => field.inputValue()).toBe("1953/1964");
  await page.getByText("Read as 1953–1964").waitFor();
});

test("a school, a person and who belongs where are written down by keyboard alone", async () => {
  const { page } = await openApp({ at: nobodyIn });
  const { keyboard } = page;
  await page.getByRole("treeitem").first().click();
  await keyboard.press("Control+k");
  await keyboard.type("People and schools");
  await page.getByRole("option", { name: "People and schools…" }).waitFor();
  await keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "About this map" });
  const tab = (name: string) => panel.getByRole("tab", { name });
  await expect.poll(() => tab("People").evaluate(isFocused)).toBe(true);
  await keyboard.press("ArrowRight");
  await expect.poll(() => tab("Schools").evaluate(isFocused)).toBe(true);
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  const name = panel.getByRole("textbox", { name: "Name" });
  await expect.poll(() => name.evaluate(isFocused)).toBe(true);
  await keyboard.type("Revisionists");
  await keyboard.press("Enter");
  await panel.getByRole("button", { name: "Done with Revisionists" }).waitFor();
  await expect.poll(() => name.evaluate(isFocused)).toBe(true);
  await keyboard.press("Tab");
  await keyboard.type("1959-13");
  await keyboard.press("Tab");
  await panel.getByRole("alert").getByText("has the month 13. Expected 01 to 12").waitFor();
  await keyboard.press("Shift+Tab");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("1959–1985");
  await keyboard.press("Tab");
  await panel.getByText("Read as 1959–1985").waitFor();
  await keyboard.press("ArrowRight");
  await expect.poll(() => panel.getByRole("radio", { name: "Plum" }).isChecked()).toBe(true);

  await tab("Schools").focus();
  await keyboard.press("ArrowLeft");
  await expect.poll(() => tab("People").evaluate(isFocused)).toBe(true);
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await expect.poll(() => name.evaluate(isFocused)).toBe(true);
  await keyboard.type("Stephen F. Cohen");
  await keyboard.press("Enter");
  const belongs = panel.getByRole("combobox", { name: "Belongs to" });
  await belongs.focus();
  await keyboard.type("Rev");
  await panel.getByText("Revisionists · no claim").waitFor();
  await page.getByText("Saved on this device").waitFor();
});

const work = "Zubok, Vladislav M. Zhivago’s Children. Harvard University Press, 2009.";
const entry = `@book{zubok, author = {Zubok, Vladislav M.}, title = {Zhivago's Children}, publisher = {Harvard University Press}, year = 2009}`;

test("a pasted entry is cited with a page: its short form is on the card, its full note in the panel", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: thesis }).click();
  await page.keyboard.press("+");
  await page.keyboard.type("He had been Stalin’s man himself.");
  await page.keyboard.press("Enter");
  const card = page.getByRole("treeitem", { name: /^Reason: He had been Stalin’s man/ });
  await card.waitFor();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), entry);
  await card.click();
  await page.keyboard.press("Control+v");
  await page.getByText("1 source added.", { exact: true }).first().waitFor();
  await card.press("d");
  const details = page.getByRole("region", { name: "Details" });
  await details.getByRole("button", { name: "Add citation" }).click();
  const form = details.getByRole("form", { name: "Add citation" });
  await form.getByRole("combobox", { name: "Source" }).selectOption({ label: work });
  await form.getByRole("textbox", { name: "Place" }).fill("74");
  await page.keyboard.press("Enter");
  await details
    .getByText("Vladislav M. Zubok, Zhivago’s Children (Harvard University Press, 2009), 74.")
    .waitFor();
  await card.locator('[data-text="Zubok, Zhivago’s Children, 74"]').waitFor();
});

test("deleting a source that claims cite says how many, and is taken back", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: thesis }).click();
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Sources…" }).click();
  const panel = page.getByRole("region", { name: "About this map" });
  const source = panel.getByRole("button", { name: /^Delete Cohen, Stephen/ });
  const cited = panel
    .locator("record-item")
    .filter({ hasText: "Friends and Foes" })
    .getByText(/Cited by/);
  const before = await cited.textContent();
  const [, count = ""] = /Cited by (\d+ claims?)$/u.exec(before ?? "") ?? [];
  expect(count).not.toBe("");
  await source.click();
  await page.getByText(`Deleted the source, and what ${count} cited of it.`).first().waitFor();
  await source.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect.poll(() => cited.textContent()).toBe(before);
});

test("what a map leaves out is written once, and read by whoever opens it", async () => {
  const app = await openApp({ at: nobodyIn });
  await app.page.getByRole("treeitem").first().click();
  await app.page.keyboard.press("Control+k");
  await app.page.keyboard.type("About this map");
  await app.page.getByRole("option", { name: "About this map…" }).waitFor();
  await app.page.keyboard.press("Enter");
  const panel = app.page.getByRole("region", { name: "About this map" });
  await panel.getByRole("button", { name: "Say what it leaves out" }).click();
  await app.page.keyboard.type("The national republics.");
  await panel.getByRole("button", { name: "Done" }).click();
  await app.page.getByText("Saved on this device").waitFor();
  const page = await app.reopen(nobodyIn);
  await page.getByRole("button", { name: "What it leaves out" }).click();
  await page.getByRole("region", { name: "About this map" }).getByText("The national republics.").waitFor();
});

function isFocused(element: Element): boolean {
  return (element.getRootNode() as Document | ShadowRoot).activeElement === element;
}
