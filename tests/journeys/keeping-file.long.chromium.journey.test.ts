import type { Page } from "playwright";
import { expect, test } from "vitest";
import { type App, openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;
const name = "De-Stalinization reform or stability.argmap.json";

/**
 * Opens the app where the pickers are answered. Headless Chromium cannot show them, and no driver can answer them: so the
 * page is given, in their place, the handle of a real file among its private ones. It is a `FileSystemFileHandle` as a
 * picker gives one: it goes through the database and is written through a swap file. Its permission is always granted.
 */
async function openWithPickers(): Promise<App> {
  const app = await openApp({ at: null });
  await app.page.context().addInitScript(answerPickers);
  await app.page.goto(app.address);
  await claim(app.page, thesis).waitFor();
  return app;
}

/** Runs in the page. */
function answerPickers(): void {
  Object.assign(window, {
    showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    showOpenFilePicker: async () => [
      await (await navigator.storage.getDirectory()).getFileHandle("another.argmap.json"),
    ],
  });
}

function claim(page: Page, of: RegExp) {
  return page.getByRole("treeitem", { name: of });
}

function line(page: Page) {
  return page.getByRole("complementary", { name: "The map’s file" });
}

/** Writes a reason with the keyboard. */
async function answer(page: Page, sentence: string): Promise<void> {
  await claim(page, thesis).click();
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type(sentence);
  await page.keyboard.press("Enter");
  await claim(page, new RegExp(sentence)).waitFor();
}

/** Calls a command with the keyboard. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Command" }).waitFor();
  await page.keyboard.type(words);
  await page
    .getByRole("option", { name: new RegExp(words) })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
}

async function keepSaving(page: Page): Promise<void> {
  // A shipped map is someone's own, and can be kept in a file, when its first edit is written.
  await page.getByText("Saved on this device").waitFor();
  await command(page, "Keep saving");
  await page.getByRole("dialog", { name: "Keep saving to a file" }).waitFor();
  await page.keyboard.press("Enter");
  await line(page).getByText(`Also saved to ${name} · just now`).waitFor();
}

function contentsOf(page: Page, file = name): Promise<string> {
  return page.evaluate(async (of) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(of, { create: true });
    return (await handle.getFile()).text();
  }, file);
}

/** Writes the file as another program does. */
function change(page: Page, contents: string, file = name): Promise<void> {
  return page.evaluate(
    async ([of, text]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(of!, { create: true });
      const writable = await handle.createWritable();
      await writable.write(text!);
      await writable.close();
    },
    [file, contents],
  );
}

async function exported(app: App, page: Page): Promise<string> {
  await command(page, "Export");
  const { contents } = await app.download(
    () => page.getByRole("button", { name: "Export", exact: true }).click(),
    page,
  );
  return contents.toString("utf8");
}

/** What a colleague hands back, who was given this file and has answered the thesis in it. */
async function editedByColleague(text: string): Promise<string> {
  const app = await openApp();
  const { page } = app;
  await claim(page, thesis).waitFor();
  const choosing = page.waitForEvent("filechooser");
  await command(page, "Import");
  const file = { name: "seminar.argmap.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await (await choosing).setFiles(file);
  await page.getByRole("button", { name: "Merge into mine" }).click();
  const review = page.getByRole("region", { name: "What your colleague did" });
  await review.getByRole("button", { name: "Close" }).click();
  await answer(page, "Their reason");
  return exported(app, page);
}

test("every edit goes to the file, and at the next visit too", async () => {
  const app = await openWithPickers();
  const { page } = app;
  await answer(page, "My first reason");
  await keepSaving(page);
  expect(await contentsOf(page)).toContain("My first reason");
  await answer(page, "My second reason");
  await expect.poll(() => contentsOf(page), { timeout: 10_000 }).toContain("My second reason");
  await line(page).getByText(`Also saved to ${name} · just now`).waitFor();
  expect(JSON.parse(await contentsOf(page))).toMatchObject({ history: { document: expect.any(String) } });

  await page.reload();
  await line(page).getByText(`Also saved to ${name}`).waitFor();
  await answer(page, "My third reason");
  await expect.poll(() => contentsOf(page), { timeout: 10_000 }).toContain("My third reason");
});

test("what a colleague wrote into the file is left alone, and merged when asked", async () => {
  const { page } = await openWithPickers();
  await answer(page, "My first reason");
  await keepSaving(page);
  const theirs = await editedByColleague(await contentsOf(page));
  await change(page, theirs);
  await answer(page, "My second reason");
  await line(page).getByText(`${name} was changed by someone else.`).waitFor();
  expect(await contentsOf(page)).toBe(theirs);
  await page.getByText("Saved on this device").waitFor();

  await line(page).getByRole("button", { name: "Merge it into mine" }).focus();
  await page.keyboard.press("Enter");
  await claim(page, /Their reason/).waitFor();
  await expect.poll(() => contentsOf(page), { timeout: 10_000 }).toContain("My second reason");
  expect(await contentsOf(page)).toContain("Their reason");
  await line(page).getByText(`Also saved to ${name} · just now`).waitFor();
});

test("a second tab says the same and writes too, and stopping holds for both", async () => {
  const app = await openWithPickers();
  const { page } = app;
  await answer(page, "My first reason");
  await keepSaving(page);
  const second = await app.newTab();
  await line(second).getByText(`Also saved to ${name}`).waitFor();
  await answer(second, "From the second tab");
  await expect.poll(() => contentsOf(page), { timeout: 10_000 }).toContain("From the second tab");

  const before = await contentsOf(page);
  await line(page)
    .getByRole("button", { name: `Stop saving to ${name}` })
    .click();
  await line(second).waitFor({ state: "detached" });
  await answer(page, "After the end");
  await page.getByText("Saved on this device").waitFor();
  expect(await contentsOf(page)).toBe(before);
});

test("an edit is in the file when the tab is hidden at once after it", async () => {
  const { page, newTab } = await openWithPickers().then((app) => ({
    page: app.page,
    newTab: () => app.newTab("#/maps"),
  }));
  await answer(page, "My first reason");
  await keepSaving(page);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  });
  await claim(page, thesis).click();
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type("In mid-word");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect.poll(() => contentsOf(page)).toContain("In mid-word");
  await (await newTab()).getByRole("heading", { name: "Maps" }).waitFor();
});

const another = JSON.stringify({
  format: "counterpoint/argument-map",
  version: 1,
  id: "coups",
  title: "Coups",
  question: "",
  language: "en",
  claims: [],
  relations: [],
  sources: [],
});

test("a file of another map is refused in words, and a map that was not edited has nothing to keep", async () => {
  const { page } = await openWithPickers();
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Export…" }).waitFor();
  expect(await page.getByRole("menuitem", { name: "Keep saving to this file…" }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await answer(page, "My first reason");
  await change(page, another, "another.argmap.json");
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Keep saving to this file…" }).click();
  await page.getByRole("button", { name: "A file of this map…" }).click();
  await page
    .getByRole("alert")
    .getByText(
      "The map is not saved to another.argmap.json: it holds “Coups”, and this map is “De-Stalinization: reform or stability?”.",
    )
    .waitFor();
  expect(await contentsOf(page, "another.argmap.json")).toContain("Coups");
  await page.getByRole("button", { name: "OK" }).click();
  expect(await line(page).count()).toBe(0);
});
