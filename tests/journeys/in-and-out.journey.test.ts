import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const thesis = /^Thesis: Measured reform/;

test("a branch is copied, pasted elsewhere and cut again, and an indented outline becomes a branch", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  const reason = page.getByRole("treeitem", { name: /^Reason: The changes helped/ });
  await reason.click();
  await page.keyboard.press("Control+c");
  await page
    .getByText(/claims copied/)
    .first()
    .waitFor();
  const outline = await page.evaluate(() => navigator.clipboard.readText());
  expect(outline).toMatch(/^\s*\+? ?.*The changes helped the Soviet system/);
  await page.getByRole("treeitem", { name: /^Objection: The reforms were not radical/ }).click();
  await page.keyboard.press("Control+v");
  await expect.poll(() => reason.count()).toBe(2);

  await page.keyboard.press("Control+x");
  await expect.poll(() => reason.count()).toBe(1);

  await page.evaluate(() =>
    navigator.clipboard.writeText(
      "- Too slow by half\n  + Prices rose\n  - Prices rose everywhere\n+ A second look",
    ),
  );
  await reason.click();
  await page.keyboard.press("Control+v");
  const levels = page.getByRole("treeitem", { name: /Too slow by half|Prices rose|A second look/ });
  await expect
    .poll(() => levels.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("aria-level"))))
    .toEqual(["3", "4", "4", "3"]);
  await page.getByRole("treeitem", { name: /^Objection: Too slow by half/ }).waitFor();
  await page.getByRole("treeitem", { name: /^Objection: Prices rose everywhere/ }).waitFor();
});

test("a file dropped on the window opens as a map", async () => {
  const { page } = await openApp();
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    const text =
      "===\ntitle: Dropped debate\n===\n\n[Fall of Rome]: Rome fell to its own weight.\n  - [Tribes]: It fell to the tribes.\n";
    data.items.add(new File([text], "rome.argdown", { type: "text/plain" }));
    for (const type of ["dragover", "drop"])
      window.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole("treeitem", { name: /^Thesis: Rome fell to its own weight/ }).waitFor();
  await page.getByRole("treeitem", { name: /^Objection: It fell to the tribes/ }).waitFor();
  await page.getByRole("heading", { name: /Dropped debate/ }).waitFor();
});

test("a map of hundreds of claims unfolds, laid out by the worker that the policy admits", async () => {
  const { page } = await openApp({ at: "#/maps" });
  const answers = Array.from({ length: 300 }, (_, at) => {
    const level = 1 + (at % 3);
    return `${"  ".repeat(level)}${at % 2 === 0 ? "+" : "-"} [C${at}]: Claim number ${at}.`;
  });
  const argdown = ["===", "title: Hundreds", "===", "", "[T]: The thesis of hundreds.", ...answers].join(
    "\n",
  );
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await (
    await choosing
  ).setFiles({ name: "hundreds.argdown", mimeType: "text/plain", buffer: Buffer.from(argdown) });
  await page.getByRole("treeitem", { name: "Thesis: The thesis of hundreds." }).waitFor();
  const worker = page.waitForEvent("worker");
  await page.keyboard.press("Shift+F");
  await worker;
  await page.getByText("301 claims", { exact: true }).waitFor();
  await page.keyboard.press("End");
  const last = page.getByRole("treeitem", { name: /Claim number 299/ });
  await last.waitFor();
  expect(await last.getAttribute("aria-selected")).toBe("true");
});

test("without a database the app works and says that nothing is kept", async () => {
  const app = await openApp({ at: null });
  const { page } = app;
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", { value: undefined });
    delete (globalThis as { indexedDB?: unknown }).indexedDB;
  });
  await page.goto(app.address);
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  await page.keyboard.press("Shift+Equal");
  await page.keyboard.type("Kept in memory only");
  await page.keyboard.press("Enter");
  await page.getByRole("treeitem", { name: /^Reason: Kept in memory only/ }).waitFor();
  await page.getByText("Not kept").waitFor();
  expect(await page.getByText("Saved on this device").count()).toBe(0);
});

test("a choice in the settings holds at once and the next day", async () => {
  const app = await openApp();
  let { page } = app;
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Settings…" }).click();
  await page.getByRole("radio", { name: "Dark" }).check();
  await page
    .getByRole("checkbox", { name: /Single/i })
    .or(page.getByRole("switch", { name: /Single/i }))
    .uncheck();
  await page.keyboard.press("Escape");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(await paper()).toBe("dark");
  await page.getByRole("treeitem", { name: thesis }).focus();
  await page.keyboard.press("f");
  await page.getByText("9 of 44 claims shown").waitFor();
  page = await app.reopen();
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  expect(await paper()).toBe("dark");
});

test("the map is saved as a PNG, put together by the worker that the policy admits", async () => {
  const app = await openApp();
  await app.page.getByRole("treeitem", { name: thesis }).waitFor();
  const { name, contents } = await app.download(async () => {
    await app.page.getByRole("button", { name: "More", exact: true }).first().click();
    await app.page.getByRole("menuitem", { name: "Export…" }).click();
    await app.page.getByRole("radio", { name: /PNG/ }).click();
    await app.page.getByRole("button", { name: "Export", exact: true }).click();
  });
  expect(name).toMatch(/\.png$/);
  const drawn = await app.page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0)!);
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    return { width: image.width, height: image.height };
  }, contents.toString("base64"));
  expect(drawn).toEqual({ width: contents.readUInt32BE(16), height: contents.readUInt32BE(20) });
  expect(drawn.width).toBeGreaterThan(4000);
});
