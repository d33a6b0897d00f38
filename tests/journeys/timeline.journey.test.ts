import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

/** A debate in Argdown: Reed abandons in 2011 what she asserted in 2000. */
const debate = readFileSync("tests/journeys/timeline.argdown", "utf8");

/** The name of what has the focus, in whatever shadow tree it is. */
function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label") ?? null;
  });
}

async function openDebate(): Promise<Page> {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: /^Thesis: Measured reform/ }).waitFor();
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "debate.argdown", { type: "text/plain" }));
    document.body.dispatchEvent(
      new DragEvent("drop", { bubbles: true, cancelable: true, composed: true, dataTransfer }),
    );
  }, debate);
  await page.getByRole("treeitem", { name: /^Thesis: The harvest failed/ }).waitFor();
  return page;
}

test("by keyboard: to the timeline, from school to school, and back to the map with the claim in hand", async () => {
  const page = await openDebate();
  await page.keyboard.press("Shift+T");
  await page.getByRole("listbox", { name: "Timeline of The harvest" }).waitFor();
  expect(page.url()).toMatch(/\/timeline/);
  await expect.poll(() => focusedName(page)).toMatch(/^Reed asserts, 2000: The harvest failed/);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focusedName(page)).toMatch(/^Marsh denies, c\. 2004: The harvest failed/);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focusedName(page)).toMatch(/^Marsh asserts, 2009: The granaries/);
  await page.keyboard.press("Enter");
  const card = page.getByRole("treeitem", { name: /^Objection: The granaries/ });
  await card.waitFor();
  expect(await card.getAttribute("aria-selected")).toBe("true");
  await expect.poll(() => focusedName(page)).toMatch(/^Objection: The granaries/);
  await expect.poll(() => card.boundingBox()).toBeTruthy();
});

test("a holder who changed her mind is followed, step by step", async () => {
  const page = await openDebate();
  await page.getByRole("tab", { name: "Timeline" }).click();
  await page.getByRole("button", { name: "Who changed their mind (1)" }).click();
  await expect.poll(() => page.getByRole("combobox", { name: "Follow" }).inputValue()).toBe("reed");
  const step = page.getByRole("button", { name: /2011 abandons The harvest failed/ });
  await step.getByText("asserted in 2000, abandoned in 2011").waitFor();
  await step.click();
  const item = page.getByRole("option", { name: /^Reed abandons, 2011: The harvest failed/ });
  await item.waitFor();
  expect(await item.getAttribute("aria-selected")).toBe("true");
  await page.getByRole("tab", { name: "Map" }).click();
  const thesis = page.getByRole("treeitem", { name: /^Thesis: The harvest failed/ });
  await thesis.waitFor();
  expect(await thesis.getAttribute("aria-selected")).toBe("true");
});
