import { expect, inject, test } from "vitest";
import { WebKitTab } from "./webkit.ts";

const thesis = "Thesis: Measured reform";
const noticeViolations = `window.violations = []; document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));`;

async function openApp(at = ""): Promise<WebKitTab> {
  const tab = await WebKitTab.open();
  await tab.goTo(`${inject("address")}${at}`);
  await tab.see("treeitem", thesis);
  return tab;
}

test("the first map is shown, and its question", async () => {
  const tab = await openApp();
  await tab.see("text", "9 of 44 claims shown");
  await tab.see("text", "Saved on this device");
});

test("an objection is added by keyboard, taken back, made again, and is there after a reload", async () => {
  const tab = await openApp();
  await tab.click("treeitem", thesis);
  await tab.press("-");
  await tab.type("Written in WebKit.");
  await tab.press("Enter");
  await tab.see("treeitem", "Objection: Written in WebKit.");
  await tab.press("Control+z");
  await tab.seeGone("treeitem", "Written in WebKit.");
  await tab.press("Control+Shift+Z");
  await tab.see("treeitem", "Objection: Written in WebKit.");
  await tab.see("text", "Saved on this device");
  await tab.reload();
  await tab.see("treeitem", "Objection: Written in WebKit.");
});

test("a claim is edited in the outline, by keyboard", async () => {
  const tab = await openApp("#/m/de-stalinization/outline");
  await tab.click("treeitem", thesis);
  await tab.press("+");
  await tab.type("A reason in the outline.");
  await tab.press("Enter");
  await tab.see("treeitem", "Reason: A reason in the outline.");
  await tab.press("Enter");
  await tab.type(" And more.");
  await tab.press("Enter");
  await tab.see("treeitem", "Reason: A reason in the outline. And more.");
});

test("the strict policy holds, and the app does not run against it", async () => {
  const tab = await openApp();
  await tab.run(noticeViolations);
  await tab.click("treeitem", thesis);
  await tab.press("+");
  await tab.type("<img src=x onerror=alert(1)>");
  await tab.press("Enter");
  await tab.see("treeitem", "Reason: <img src=x onerror=alert(1)>");
  await tab.click("button", "Find");
  expect(await tab.run("return window.violations")).toEqual([]);
  await tab
    .run(
      `const script = document.createElement("script"); script.append("window.broken = 1"); document.head.append(script);`,
    )
    .catch(() => undefined);
  expect(await tab.run("return window.broken ?? null")).toBeNull();
});
