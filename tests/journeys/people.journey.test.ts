import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;

test("who has argued a claim, when and where, is written down by keyboard alone; an impossible date is refused in words", async () => {
  const { page } = await openApp();
  const { keyboard } = page;
  await page.getByRole("treeitem", { name: thesis }).press("d");
  const details = page.getByRole("region", { name: "Details" });
  await details.getByRole("button", { name: "Add who argued this" }).press("Enter");
  const form = details.getByRole("form", { name: "Add who argued this" });
  await expect.poll(() => form.getByRole("textbox", { name: "Who" }).evaluate(isFocused)).toBe(true);
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

function isFocused(element: Element): boolean {
  return (element.getRootNode() as Document | ShadowRoot).activeElement === element;
}
