import type { Locator, Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;

/** A field that is written in place, how it is opened, and its name. */
const fields: readonly (readonly [name: string, open: (page: Page) => Promise<unknown>])[] = [
  ["Title", (page) => page.getByRole("button", { name: /^Edit the title/ }).click()],
  ["Short name", openDetails],
  ["Note", openNote],
  ["Quotation", openCitation],
  ["Encyclopaedia", openSource],
];

async function openDetails(page: Page): Promise<void> {
  await page.getByRole("treeitem", { name: thesis }).press("d");
  await page.getByRole("region", { name: "Details" }).waitFor();
}

async function openNote(page: Page): Promise<void> {
  await openDetails(page);
  await page.getByRole("button", { name: /^(?:Write a|Edit the) note$/ }).click();
}

async function openCitation(page: Page): Promise<void> {
  await openDetails(page);
  await page
    .getByRole("button", { name: /^Change the citation/ })
    .first()
    .click();
}

async function openSource(page: Page): Promise<void> {
  await openCitation(page);
  await page.getByRole("button", { name: /^Edit the source/ }).click();
}

/** The field, empty and with the focus. */
async function begin(page: Page, [name, open]: (typeof fields)[number]): Promise<Locator> {
  await page.getByRole("treeitem", { name: thesis }).focus();
  await open(page);
  const field = page.getByRole("textbox", { name, exact: true });
  await field.focus();
  await field.selectText();
  return field;
}

/** What a frame showed as saved less than 200 ms after a letter: nothing is on the disk before the pause of 250 ms. */
async function watch(page: Page, field: Locator): Promise<() => Promise<readonly string[]>> {
  const status = await page.locator("save-status").elementHandle();
  const lies = await field.evaluateHandle((element: HTMLInputElement, line) => {
    const found: string[] = [];
    let typedAt = Number.NEGATIVE_INFINITY;
    element.addEventListener("input", () => (typedAt = performance.now()));
    const look = () => {
      const said = line.shadowRoot?.textContent ?? "";
      if (performance.now() - typedAt < 200 && said.includes("Saved")) found.push(element.value);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return found;
  }, status);
  return () => lies.jsonValue();
}

test("what is typed into a field is not called saved before it is, and outlives its tab", async () => {
  const app = await openApp();
  for (const way of fields) {
    const [name] = way;
    const field = await begin(app.page, way);
    const lies = await watch(app.page, field);
    await app.page.keyboard.type("1956, in the spring", { delay: 20 });
    await app.page.getByText("Saved on this device").waitFor();
    expect(await lies(), name).toEqual([]);
    expect(await field.inputValue(), name).toBe("1956, in the spring");

    await field.selectText();
    await app.page.keyboard.type("Typed and closed");
    await app.page.close();
    const page = await app.newTab();
    await page.getByRole("treeitem", { name: thesis }).waitFor();
    const again = await begin(page, way);
    await expect.poll(() => again.inputValue(), { message: name }).toBe("Typed and closed");
    await page.keyboard.press("Escape");
    await page.reload();
    await page.getByRole("treeitem", { name: thesis }).waitFor();
  }
}, 120_000);

test("a title is one step of undo, however long it took, and Escape keeps it", async () => {
  const { page } = await openApp();
  await begin(page, fields[0]!);
  await page.keyboard.type("One");
  await page.getByText("Saved on this device").waitFor();
  await page.keyboard.type(" and two");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Edit the title: One and two" }).waitFor();
  await page.keyboard.press("Control+z");
  await page
    .getByRole("button", { name: "Edit the title: De-Stalinization: reform or stability?" })
    .waitFor();
  await page.getByRole("button", { name: "Undo" }).and(page.locator(":disabled")).waitFor();
});
