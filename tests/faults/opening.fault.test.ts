import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "../journeys/app.ts";
import type { Payload } from "./broken-bytes.ts";
import { corpus, nativeSaying } from "./payloads.ts";
import { report, tries } from "./scale.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpoint-payloads-"));

/** Opens a file in the app as a person does, and returns what the app says. */
async function open(page: Page, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await (await choosing).setFiles(path);
  const said = page.getByRole("alert").or(page.locator("notice-bar .sentence")).first();
  const apart = page.getByRole("button", { name: "Keep as a separate copy" });
  await said.or(apart).first().waitFor();
  if (await apart.isVisible()) await apart.click();
  await said.waitFor();
  return said.innerText();
}

/** What is on the disk: how many records each store holds, and what the library lists. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const [{ name = "" } = {}] = await indexedDB.databases();
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- Sent into the browser as one function.
    const answer = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("The database refused.")));
      });
    const database = await answer(indexedDB.open(name));
    const stores = [...database.objectStoreNames].filter((store) => store !== "settings");
    const counts = stores.map(
      async (store) => `${store} ${await answer(database.transaction(store).objectStore(store).count())}`,
    );
    const said = (await Promise.all(counts)).join(", ");
    database.close();
    return said;
  });
}

function library(page: Page): Promise<readonly string[]> {
  return page.getByRole("link").evaluateAll((links) => links.map((link) => link.textContent ?? ""));
}

function isExecuted(page: Page): Promise<boolean> {
  return page.evaluate(() => "executed" in globalThis || "polluted" in {});
}

/** Refused ones first of all, some of every kind. */
function sample(): readonly Payload[] {
  const each = tries(8, 1);
  const files = corpus.filter(({ name }) => !name.endsWith(".txt"));
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  const some = kinds.flatMap((kind) => files.filter((file) => file.kind === kind).slice(0, each));
  return some.filter((_, at) => each > 1 || at % 2 === 0);
}

test("hostile files opened in the app run nothing, and a refused one changes nothing", async () => {
  const { page, address } = await openApp({ at: "#/maps" });
  await page.getByRole("button", { name: "New map" }).waitFor();
  let refused = 0;
  let opened = 0;
  for (const { name, bytes } of sample()) {
    const before = [await kept(page), await library(page)];
    const said = await open(page, name.replaceAll(/[^\w.-]/g, "_"), bytes);
    if (/is now among your maps/.test(said)) opened++;
    else {
      expect([await kept(page), await library(page)], `${name}: ${said}`).toEqual(before);
      refused++;
    }
    expect(await isExecuted(page), name).toBe(false);
    await page.goto("about:blank");
    await page.goto(`${address}#/maps`);
    await page.getByRole("button", { name: "New map" }).waitFor();
  }
  const some = tries(5, 2);
  expect(refused).toBeGreaterThan(some);
  expect(opened).toBeGreaterThan(some);
  report(
    "hostile files in the app",
    `${opened} opened, ${refused} refused with nothing changed, 0 executions`,
  );
});

test("a hostile map leads only to http, https and mailto, in its notes and its sources", async () => {
  const { page } = await openApp({ at: "#/maps" });
  await page.getByRole("button", { name: "New map" }).waitFor();
  const said = "javascript:globalThis.executed=true";
  const map = nativeSaying(said).replace(`![image]`, `[sound](https://example.org/) ![image]`);
  await open(page, "links.argmap.json", new TextEncoder().encode(map));
  await page.getByRole("treeitem").first().click();
  await page.getByRole("button", { name: "More" }).last().click();
  await page.getByRole("menuitem", { name: "Details" }).click();
  const panel = page.locator("detail-panel");
  const links = panel.locator("a[href]");
  await links.first().waitFor();
  const targets = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
  expect(targets.every((protocol) => ["http:", "https:", "mailto:"].includes(protocol))).toBe(true);
  expect(await isExecuted(page)).toBe(false);
});
