import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const thesis = "Measured reform of the Stalinist system";

function item(page: Page, name: RegExp) {
  return page.getByRole("treeitem", { name });
}

async function openHistory(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "History…" }).click();
  await page.getByRole("dialog", { name: "History" }).waitFor();
}

async function saved(page: Page): Promise<void> {
  await page.getByText("Saved on this device").waitFor();
}

/** The list of what differs. */
function differences(page: Page) {
  return page.getByRole("list").last();
}

/** Names the map as it is now, by keyboard. */
async function nameVersion(page: Page, name: string): Promise<void> {
  await openHistory(page);
  await page.getByRole("button", { name: "Name this version…" }).press("Enter");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name }).waitFor();
  await page.keyboard.press("Escape");
}

test("edit, name a version, edit and delete, compare, restore, undo, and come back: all is there", async () => {
  const app = await openApp();
  let { page } = app;
  await item(page, new RegExp(`^Thesis: ${thesis}`)).click();
  await openHistory(page);
  await page.getByText("This map has no history yet.").waitFor();
  await page.keyboard.press("Escape");

  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type("The speech was read out to millions");
  await page.keyboard.press("Enter");
  await saved(page);
  await nameVersion(page, "Before the seminar");

  await item(page, /^Reason: The speech was read out/).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type(" of party members");
  await page.keyboard.press("Enter");
  await page.keyboard.press("-");
  await page.keyboard.type("Few of them spoke up");
  await page.keyboard.press("Enter");
  await item(page, /^Reason: Ending the worst/).click();
  await page.keyboard.press("Delete");
  await item(page, /^Reason: Ending the worst/).waitFor({ state: "detached" });

  await openHistory(page);
  await expect.poll(() => page.getByRole("radio", { name: /Before the seminar/ }).isChecked()).toBe(true);
  await differences(page)
    .getByRole("button", { name: /^Reworded The speech was read out to millions added: of party members/ })
    .waitFor();
  await differences(page)
    .getByRole("button", { name: /^Deleted Ending the worst/ })
    .press("Enter");
  await item(page, /^Reason: Ending the worst.*\(deleted/).waitFor();
  await item(page, /^Reason: The speech was read out to millions of party members \(reworded/).waitFor();
  await item(page, /^Objection: Few of them spoke up \(added/).waitFor();
  await page.keyboard.press("Escape");
  await item(page, /\(deleted/).waitFor({ state: "detached" });

  await openHistory(page);
  await page.getByRole("radio", { name: /Before the seminar/ }).check();
  await page.getByRole("button", { name: "Restore this version" }).click();
  await item(page, /^Reason: The speech was read out to millions($| \()/).waitFor();
  await item(page, /^Objection: Few of them/).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await item(page, /^Reason: The speech was read out to millions of party members/).waitFor();
  await saved(page);

  page = await app.reopen();
  await item(page, new RegExp(`^Thesis: ${thesis}`)).waitFor();
  await openHistory(page);
  for (const name of [
    /The map as it is now/,
    /Restored: Before the seminar/,
    /^Before the seminar/,
    /The beginning/,
  ])
    await page.getByRole("radio", { name }).waitFor();
  await page.getByRole("radio", { name: /The beginning/ }).check();
  await differences(page)
    .getByRole("button", { name: /^Deleted Ending the worst/ })
    .waitFor();
});

test("what two tabs name is in the list of both", async () => {
  const app = await openApp();
  const first = app.page;
  await item(first, new RegExp(`^Thesis: ${thesis}`)).click();
  await first.keyboard.press("Shift+Equal");
  await first.keyboard.type("Written in the first tab");
  await first.keyboard.press("Enter");
  await saved(first);
  const second = await app.newTab();
  await item(second, /^Reason: Written in the first tab/).waitFor();
  await nameVersion(second, "Named in the second");
  await first.bringToFront();
  await nameVersion(first, "Named in the first");
  for (const page of [first, second]) {
    await page.bringToFront();
    await openHistory(page);
    for (const name of [/Named in the first/, /Named in the second/])
      await page.getByRole("radio", { name }).waitFor();
  }
});

test("a deleted map stays in the bin with its days of use, and comes back from there", async () => {
  const app = await openApp({ at: "#/maps" });
  let { page } = app;
  await page.getByRole("button", { name: "New map" }).click();
  await page.getByRole("button", { name: "Write the thesis" }).click();
  await page.keyboard.type("The Fischer thesis holds");
  await page.keyboard.press("Enter");
  await saved(page);
  await page.getByRole("button", { name: "Maps" }).click();
  await page.getByRole("button", { name: "Delete" }).first().click();
  await page.getByText("1 claim · 30 days of use left").waitFor();
  page = await app.reopen("#/maps");
  await page.getByText("1 claim · 30 days of use left").waitFor();
  await page.getByRole("button", { name: "Restore Untitled map" }).click();
  await page.getByRole("heading", { name: "Deleted maps" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Untitled map" }).click();
  await item(page, /^Thesis: The Fischer thesis holds/).waitFor();
});
