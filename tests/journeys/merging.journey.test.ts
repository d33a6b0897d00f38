import type { Page } from "playwright";
import { expect, test } from "vitest";
import { type App, openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;
const shared = /^Reason: The changes helped/;

function claim(page: Page, name: RegExp) {
  return page.getByRole("treeitem", { name });
}

async function answer(page: Page, sentence: string): Promise<void> {
  await claim(page, thesis).click();
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type(sentence);
  await page.keyboard.press("Enter");
  await claim(page, new RegExp(sentence)).waitFor();
}

/** Writes something before a claim's sentence. */
async function rewrite(page: Page, before: string): Promise<void> {
  await claim(page, shared).click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(before);
  await page.keyboard.press("Enter");
}

async function exportAs(app: App, name: string): Promise<string> {
  const { page } = app;
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Export…" }).click();
  await page.getByRole("textbox", { name: "Signed by" }).focus();
  await page.keyboard.type(name);
  const { contents } = await app.download(() =>
    page.getByRole("button", { name: "Export", exact: true }).click(),
  );
  return contents.toString("utf8");
}

async function importFile(page: Page, text: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Import…" }).click();
  const file = { name: "map.argmap.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await (await choosing).setFiles(file);
}

test("a colleague's copy of the first map merges into mine, is looked through, and one edit is taken back", async () => {
  const colleague = await openApp();
  const theirs = colleague.page;
  await claim(theirs, thesis).waitFor();
  await answer(theirs, "Their own reason");
  await answer(theirs, "Their second reason");
  await rewrite(theirs, "Carr: ");
  const file = await exportAs(colleague, "E. H. Carr");
  expect(JSON.parse(file)).toMatchObject({ title: expect.any(String), history: { by: "E. H. Carr" } });

  const app = await openApp();
  let { page } = app;
  await claim(page, thesis).waitFor();
  await answer(page, "My own reason");
  await importFile(page, file);
  await page.getByRole("dialog", { name: "You have this map already" }).waitFor();
  await page.getByText(/has 3 edits that yours does not have, and yours has 1 edit/).waitFor();
  await page.getByRole("button", { name: "Merge into mine" }).click();

  const panel = page.getByRole("region", { name: "What E. H. Carr did" });
  await panel.getByRole("heading", { name: "Edits that came in (3)" }).waitFor();
  for (const name of [/Their own reason/, /My own reason/, /^Reason: Carr: The changes helped/])
    await claim(page, name).waitFor();
  await panel.getByRole("button", { name: "Their second reason", exact: true }).click();
  const second = claim(page, /Their second reason/);
  await expect.poll(() => second.getAttribute("aria-selected")).toBe("true");
  await panel.getByRole("button", { name: "Take back: Added: Their second reason" }).click();
  await panel.getByText("Taken back").waitFor();
  await second.waitFor({ state: "detached" });
  await page.getByText("Saved on this device").waitFor();

  page = await app.reopen();
  for (const name of [/Their own reason/, /My own reason/, /^Reason: Carr: The changes helped/])
    await claim(page, name).waitFor();
  expect(await claim(page, /Their second reason/).count()).toBe(0);
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Review what came from E. H. Carr…" }).click();
  const again = page.getByRole("region", { name: "What E. H. Carr did" });
  await again.getByText(/Merged on .* 1 of 3 edits no longer stands\./).waitFor();
  await again.getByRole("button", { name: "Put back: Added: Their second reason" }).press("Enter");
  await claim(page, /Their second reason/).waitFor();
  await again.getByRole("button", { name: "Take back: Added: Their second reason" }).press("Enter");
  await claim(page, /Their second reason/).waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await again.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "History…" }).click();
  await page
    .getByRole("radio", { name: /^Merged: the copy from E\. H\. Carr.* 2 claims added, 1 reworded/ })
    .waitFor();
  await page.getByRole("button", { name: "Review what came from E. H. Carr…" }).press("Enter");
  await again.waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Saved on this device").waitFor();
  await importFile(page, file);
  await page
    .getByText(/E\. H\. Carr’s copy has nothing that your map does not have/)
    .first()
    .waitFor();
});

test("a merge is looked through and undone by keyboard alone", async () => {
  const colleague = await openApp();
  const theirs = colleague.page;
  await claim(theirs, thesis).waitFor();
  await answer(theirs, "Their own reason");
  await rewrite(theirs, "Carr: ");
  const file = await exportAs(colleague, "E. H. Carr");

  const { page } = await openApp();
  await claim(page, thesis).waitFor();
  await rewrite(page, "Mine: ");
  await importFile(page, file);
  await page.getByRole("button", { name: "Merge into mine" }).waitFor();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "What E. H. Carr did" });
  await panel.getByRole("heading", { name: "Edited by both (1)" }).waitFor();
  await expect.poll(() => page.evaluate(focusedName)).toBe("What E. H. Carr did");
  await page.setViewportSize({ width: 360, height: 640 });
  const notice = page.locator("notice-bar .notice");
  await expect.poll(async () => bottomOf(await notice.boundingBox())).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => claim(page, /The changes helped/).getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(focusedName)).toBe("Use theirs");
  await page.keyboard.press("Enter");
  await claim(page, /^Reason: Carr: The changes helped/).waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(focusedName)).toMatch(/^Reason: Carr: The changes helped/);
  await page.keyboard.press("Control+z");
  await claim(page, /The changes helped/).waitFor();
  expect(await claim(page, /^Reason: Carr: The changes/).count()).toBe(0);
});

/** Where a box ends, in CSS pixels from the top; nowhere, where there is none. */
function bottomOf(box: { readonly y: number; readonly height: number } | null): number {
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
}

/** The name or the words of what has the focus, in whatever shadow tree it is. */
function focusedName(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
}
