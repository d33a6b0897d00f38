import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const title = "A thesis of my own";
const sentence = `“${title}” rests on no source.`;

function panelOf(page: Page) {
  return page.getByRole("region", { name: "What is missing" });
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "What is missing" }).click();
  await panelOf(page).getByText("that an examiner would ask about").waitFor();
}

/** Writes a thesis and a reason for it, neither of which has a source. */
async function argue(page: Page): Promise<void> {
  await page.getByRole("treeitem").first().click();
  await page.keyboard.press("t");
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type("A reason for it");
  await page.keyboard.press("Enter");
  await page.getByRole("treeitem", { name: /^Reason: A reason for it/u }).waitFor();
}

test("a claim without a source is gone to and given one; another line is dismissed, and is so after a reload and until undo", async () => {
  const app = await openApp();
  let { page } = app;
  await argue(page);
  await openPanel(page);
  let panel = panelOf(page);
  await panel.getByRole("button", { name: sentence, exact: true }).click();
  await page.getByRole("treeitem", { name: new RegExp(title, "u"), selected: true }).waitFor();

  await page.getByRole("treeitem", { name: new RegExp(title, "u"), selected: true }).click();
  await page.keyboard.press("d");
  const details = page.getByRole("region", { name: "Details" });
  await details.getByRole("button", { name: "Add citation" }).click();
  const form = details.getByRole("form", { name: "Add citation" });
  await form.getByRole("button", { name: "Add", exact: true }).waitFor();
  await form.getByRole("combobox", { name: "Source" }).selectOption({ index: 1 });
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await panel.getByRole("button", { name: sentence, exact: true }).waitFor({ state: "detached" });

  const dismissed = "“A reason for it” rests on no source.";
  await panel.getByRole("button", { name: `Dismiss…: ${dismissed}` }).click();
  await page.keyboard.type("It is my own");
  await page.keyboard.press("Enter");
  await panel.getByRole("button", { name: `Take up again: ${dismissed}` }).waitFor();
  await page.getByText("Saved on this device").first().waitFor();

  page = await app.reopen();
  await openPanel(page);
  panel = panelOf(page);
  await panel.getByText("It is my own").waitFor();
  await panel.getByRole("button", { name: `Take up again: ${dismissed}` }).click();
  await panel.getByRole("button", { name: `Dismiss…: ${dismissed}` }).waitFor();
  await page.keyboard.press("Control+z");
  await panel.getByText("It is my own").waitFor();
  await page.keyboard.press("Control+Shift+z");
  await panel.getByText("It is my own").waitFor({ state: "detached" });
  expect(await panel.getByText(sentence).count()).toBe(0);
});
