import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

/** A large file takes its time on a busy machine. */
const patient = { timeout: 120_000 };

const megabyte = 1_048_576;

/** A native map of so many claims, in a comb, with notes that make the file as large as is wanted. */
function mapOf(claims: number, bytes = 0): Buffer {
  const note = "n".repeat(Math.max(0, Math.floor(bytes / claims) - 220));
  const ids = Array.from({ length: claims }, (_, at) => `c${String(at).padStart(6, "0")}`);
  return Buffer.from(
    JSON.stringify({
      format: "counterpoint/argument-map",
      version: 1,
      id: "large",
      title: "A large debate",
      claims: ids.map((id, at) => ({
        id,
        text: `Claim number ${at}.`,
        note,
        home: at === 0 ? null : `r${String(at).padStart(6, "0")}`,
      })),
      relations: ids.slice(1).map((id, at) => ({
        id: `r${String(at + 1).padStart(6, "0")}`,
        kind: at % 2 === 0 ? "supports" : "opposes",
        premises: [id],
        target: { claim: ids[Math.floor(at / 8)] },
      })),
    }),
  );
}

/** Gives a file to the app, and notes the page's longest pauses, and when the map was saved. */
async function openFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(() => {
    const gaps = { reading: 0, all: 0, chosen: 0, saved: 0 };
    Object.assign(globalThis, { gaps });
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      gaps.all = Math.max(gaps.all, now - last);
      if (location.hash === "#/maps") gaps.reading = Math.max(gaps.reading, now - last);
      else if (gaps.saved === 0) gaps.saved = now - gaps.chosen;
      last = now;
      setTimeout(tick);
    };
    tick();
  });
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  const path = join(mkdtempSync(join(tmpdir(), "counterpoint-large-")), name);
  writeFileSync(path, bytes);
  await page.evaluate(() => {
    const { gaps } = globalThis as unknown as { gaps: { chosen: number } };
    gaps.chosen = performance.now();
  });
  await (await choosing).setFiles(path);
}

async function sayPauses(page: Page, what: string): Promise<void> {
  const gaps = await page.evaluate(
    () => (globalThis as unknown as { gaps: { reading: number; all: number; saved: number } }).gaps,
  );
  const saved = gaps.saved > 0 ? `, saved after ${Math.round(gaps.saved)} ms` : "";
  process.stdout.write(
    `${what}: the page's longest pause ${Math.round(gaps.reading)} ms while reading, ${Math.round(gaps.all)} ms with opening${saved}\n`,
  );
}

async function openLibrary() {
  const { page } = await openApp({ at: "#/maps" });
  await page.getByRole("button", { name: "New map" }).waitFor();
  return page;
}

test("10,000 claims are read in a worker and open as a map", async () => {
  const page = await openLibrary();
  const worker = page.waitForEvent("worker");
  await openFile(page, "large.argmap.json", mapOf(10_000));
  expect((await worker).url()).toMatch(/reading\.worker-[\w-]+\.js$/);
  await page.getByRole("treeitem", { name: /^Thesis: Claim number 0/ }).waitFor();
  await page.getByText(/of 10,000 claims shown/).waitFor();
  await sayPauses(page, "10,000 claims");
});

test("10,000 claims are all there on the next visit, in their order", async () => {
  const app = await openApp({ at: "#/maps" });
  await openFile(app.page, "large.argmap.json", mapOf(10_000));
  await app.page.getByRole("treeitem", { name: /^Thesis: Claim number 0/ }).waitFor(patient);
  const page = await app.reopen("#/m/large");
  await page.getByRole("treeitem", { name: /^Thesis: Claim number 0/ }).waitFor(patient);
  await page.getByText(/of 10,000 claims shown/).waitFor();
  const names = await page.getByRole("treeitem").evaluateAll((cards) => cards.map((card) => card.ariaLabel));
  const numbers = names.map((name) => Number(/Claim number (\d+)/.exec(name ?? "")?.[1]));
  // The thesis, its eight answers, and those of the first, which are open: all branches are argued as much.
  expect(numbers).toEqual([0, 1, 9, 10, 11, 12, 13, 14, 15, 16, 2, 3, 4, 5, 6, 7, 8]);
});

test("a browser that ends while a large file is kept leaves all of its map or nothing", async () => {
  const app = await openApp({ at: "#/maps" });
  await openFile(app.page, "huge.argmap.json", mapOf(2000, 49 * megabyte));
  await app.page.getByText("Keeping it on this device…").waitFor(patient);
  const page = await app.reopen("#/maps");
  await page.getByRole("button", { name: "New map" }).waitFor(patient);
  const tile = page.getByRole("link", { name: "A large debate" });
  const isThere = (await tile.count()) > 0;
  process.stdout.write(`ended while it was kept: the map is ${isThere ? "all there" : "not there"}\n`);
  if (!isThere) return;
  await tile.click();
  await page.getByText(/of 2,000 claims shown/).waitFor(patient);
});

test("a file that takes long says how far it is and can be cancelled, which changes nothing", async () => {
  const page = await openLibrary();
  const tiles = await page.getByRole("link").count();
  const statements = Array.from({ length: 150_000 }, (_, at) => `[C${at}]: Claim number ${at}.\n\n`);
  const worker = page.waitForEvent("worker");
  await openFile(page, "slow.argdown", Buffer.from(statements.join("")));
  const reader = await worker;
  await page.getByRole("dialog", { name: "Opening a file" }).waitFor();
  await page.getByRole("progressbar", { name: "How much has been read" }).waitFor();
  expect(
    await page.getByRole("button", { name: "Cancel" }).evaluate((button) => button.matches(":focus")),
  ).toBe(true);
  const gone = reader.waitForEvent("close");
  await page.keyboard.press("Enter");
  await gone;
  await page
    .getByText(/was cancelled. Nothing was changed/)
    .first()
    .waitFor();
  expect(await page.getByRole("link").count()).toBe(tiles);
  await sayPauses(page, "a slow file, cancelled");
});

test("a file of 50 MB is read in a worker and opens as a map", async () => {
  const page = await openLibrary();
  const file = mapOf(2000, 49 * megabyte);
  expect(file.length).toBeGreaterThan(45 * megabyte);
  const worker = page.waitForEvent("worker");
  await openFile(page, "huge.argmap.json", file);
  expect((await worker).url()).toMatch(/reading\.worker-/);
  await page.getByRole("treeitem", { name: /^Thesis: Claim number 0/ }).waitFor();
  await sayPauses(page, "50 MB");
});

test("a file of more than 50 MB is refused before it is read", async () => {
  const page = await openLibrary();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(51 * 1_048_576)], "too-large.argmap.json"));
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.getByText("This file is 51 MB; Counterpoint opens files of up to 50 MB.").waitFor();
});

test("several files, a folder's name and things that are no files are refused in words when they are dropped", async () => {
  const page = await openLibrary();
  const drop = (contents: readonly string[]) =>
    page.evaluate((contents) => {
      const data = new DataTransfer();
      for (const each of contents) data.items.add(new File([each], `${each}.argdown`));
      if (contents.length === 0) data.setData("text/uri-list", "https://example.org/");
      for (const type of ["dragover", "drop"]) {
        const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
        dispatchEvent(event);
        if (!event.defaultPrevented) throw new Error("The browser would leave the app.");
      }
    }, contents);
  await drop(["a", "b", "c"]);
  await page
    .getByText("You dropped 3 files; Counterpoint opens one map at a time. Drop one of them.")
    .waitFor();
  await page.keyboard.press("Escape");
  await drop([]);
  await page.getByText(/What you dropped is not a file/).waitFor();
  await page.keyboard.press("Escape");
});
