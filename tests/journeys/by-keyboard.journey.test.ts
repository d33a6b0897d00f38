import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const hungary = /^Reason: The Hungarian Revolution of 1956/;
const sentence = "Poland in October 1956 loosened as well, and no revolution followed.";
const objection = new RegExp(`^Objection: ${sentence}`);

function item(page: Page, name: RegExp) {
  return page.getByRole("treeitem", { name });
}

async function saved(page: Page): Promise<void> {
  await page.getByText("Saved on this device").waitFor();
}

test("find a claim, object to it, undo, redo and come back to it the next day, by keyboard alone", async () => {
  const app = await openApp();
  let { page } = app;
  await item(page, /^Thesis: Measured reform/).waitFor();

  await page.keyboard.press("/");
  await page.keyboard.type("Hungar");
  await page
    .getByRole("option", { name: /Hungarian Revolution/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await item(page, hungary).waitFor();
  await expect.poll(() => focusedName(page)).toMatch(hungary);

  await page.keyboard.press("-");
  await page.keyboard.type(sentence);
  await page.keyboard.press("Enter");
  await item(page, objection).waitFor();
  await expect.poll(() => focusedName(page)).toMatch(objection);
  await page.getByRole("complementary", { name: "How to begin" }).waitFor({ state: "detached" });
  await expect
    .poll(() => page.getByRole("status").allTextContents())
    .toContainEqual(expect.stringMatching(/Objection added under “The Hungarian Revolution/));

  await page.keyboard.press("Control+z");
  await item(page, objection).waitFor({ state: "detached" });
  await page.keyboard.press("Control+Shift+Z");
  await item(page, objection).waitFor();
  await saved(page);
  const address = page.url();

  page = await app.reopen();
  await item(page, /^Thesis:/).waitFor();
  page = await app.newTab(address.slice(address.indexOf("#")));
  await item(page, objection).waitFor();
  expect(page.url()).toBe(address);
  expect(await item(page, objection).getAttribute("aria-selected")).toBe("true");
});

test("a fast typist never needs the mouse: Enter after a sentence, then + or -", async () => {
  const { page } = await openApp();
  await item(page, /^Thesis:/).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type("First reason");
  await page.keyboard.press("Enter");
  await page.keyboard.press("-");
  await page.keyboard.type("First reply");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type("Second reason");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Digit7");
  await page.keyboard.type("Works only with the second");
  await page.keyboard.press("Enter");
  await page.keyboard.press("!");
  await page.keyboard.type("The step does not follow");
  await page.keyboard.press("Enter");

  const levels = await page
    .getByRole("treeitem", { name: /First re|Second reason|Works only|The step does/ })
    .evaluateAll((items) =>
      items.map(
        (node) => `${node.getAttribute("aria-level")} ${node.getAttribute("aria-label")?.split(/[ :]/)[0]}`,
      ),
    );
  expect(levels).toEqual(["3 Reason", "4 Objection", "5 Reason", "6 Objection", "5 Reason"]);
});

test("what is deleted can be had back for eight seconds, and by undo after that", async () => {
  const { page } = await openApp();
  const reason = item(page, /^Reason: Without leaving behind/);
  await reason.waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await reason.waitFor({ state: "detached" });
  await page
    .getByText(/^Deleted “Without leaving behind/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).last().press("Enter");
  await reason.waitFor();
});

test("a claim left empty leaves no trace", async () => {
  const { page } = await openApp();
  await item(page, /^Thesis:/).waitFor();
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.press("Escape");
  await expect.poll(() => focusedName(page)).toMatch(/^Thesis:/);
  expect(await page.getByRole("button", { name: "Undo", exact: true }).isDisabled()).toBe(true);
  await page.getByText("9 of 44 claims shown").waitFor();
});

test("the commands are found by name, and the keys are listed", async () => {
  const { page } = await openApp();
  await item(page, /^Thesis:/).waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("unfold all");
  await page.keyboard.press("Enter");
  await page.getByText("44 claims", { exact: true }).waitFor();
  await page.keyboard.press("Shift+?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.getByText("Add objection").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

/** The name of what has the focus, inside shadow roots too. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute("aria-label") ?? at?.tagName ?? "";
  });
}
