import type { Locator, Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;
const found = /This would be a text of 1,000,[\d]+ characters; a map keeps texts of up to 1,000,000/;

/** Puts a text into the clipboard as a person does, by copying it. */
async function copy(page: Page, letters: number): Promise<void> {
  await page.evaluate((count) => {
    const area = document.createElement("textarea");
    area.value = "a".repeat(count);
    document.body.append(area);
    area.select();
  }, letters);
  await page.keyboard.press("Control+c");
  await page.evaluate(() => document.querySelector("body > textarea")?.remove());
}

const ways: readonly (readonly [what: string, begin: (page: Page) => Promise<Locator>])[] = [
  [
    "a claim on the map",
    async (page) => {
      await page.getByRole("treeitem", { name: thesis }).press("Enter");
      return page.getByRole("textbox", { name: /^Thesis/ });
    },
  ],
  [
    "a claim in the outline",
    async (page) => {
      await page.getByRole("tab", { name: "Outline" }).click();
      await page.getByRole("treeitem", { name: thesis }).press("Enter");
      return page.getByRole("textbox", { name: /^Thesis/ });
    },
  ],
  [
    "the title",
    async (page) => {
      await page.getByRole("button", { name: /^Edit the title/ }).click();
      return page.getByRole("textbox", { name: "Title" });
    },
  ],
  [
    "a note",
    async (page) => {
      await page.getByRole("treeitem", { name: thesis }).press("d");
      await page.getByRole("button", { name: /^(?:Write a|Edit the) note$/ }).click();
      return page.getByRole("textbox", { name: "Note" });
    },
  ],
];

test.each(ways)(
  "an enormous text that is pasted into %s is refused there, and nothing changes",
  async (_, begin) => {
    const { page } = await openApp();
    await page.getByRole("treeitem", { name: thesis }).waitFor();
    await copy(page, 1_000_001);
    await page.getByRole("treeitem", { name: thesis }).focus();
    const field = await begin(page);
    await field.focus();
    await page.keyboard.press("End");
    const before = await field.inputValue();
    await page.keyboard.press("Control+v");
    await page.getByRole("alert").filter({ hasText: found }).waitFor();
    expect(await field.inputValue()).toBe(before);
    await page.keyboard.type("!");
    expect(await field.inputValue()).toBe(`${before}!`);
    await page.locator("save-status").getByText("Saved on this device").waitFor();
  },
);
