import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { expect, inject, test } from "vitest";
import { keepFull, memoryDisk, whyNoMounts } from "./mounts.ts";
import { addReason, openMap, openPerson, sentences } from "./person.ts";
import { engines, report, tries } from "./scale.ts";
import { copied, copies, hide, restore } from "./second-copies.ts";

type Engine = "chromium" | "firefox";

/** Room for a browser's new profile, and not for much more. */
const size = "160m";
/** How often the app tries to copy on the full disk: each time, what it writes meets the disk's end in another place. */
const rounds = tries(40, 5);

test.each(engines(["chromium", "firefox"]) as readonly Engine[])(
  "what was tried on a full disk costs no second copy, and the library can be had from it: %s",
  async (engine) => {
    const obstacle = whyNoMounts();
    if (obstacle !== null) return report(`Second copies on a full disk, ${engine}`, obstacle);
    const all = tries(3, 1);
    const whole: number[] = [];
    for (let at = 0; at < all; at++) whole.push(await copyOnFullDisk(engine));
    report(
      `Second copies on a full disk, ${engine}`,
      `${all} disks, ${rounds} tries to copy on each while it was full; whole afterwards: ${whole.join(", ")} of 2 copies; every library was restored from them`,
    );
  },
);

/** Lets the app copy on a full disk and after it, throws the database away, and restores; says how many copies were whole on the full disk. */
async function copyOnFullDisk(engine: Engine): Promise<number> {
  const disk = memoryDisk(size);
  const profile = join(disk.folder, "profile");
  const written: string[] = [];
  const browsers: BrowserContext[] = [];
  const visit = async (what: "map" | "loss" = "map") => {
    await browsers.at(-1)?.close();
    const browser = await openPerson(engine, profile);
    browsers.push(browser);
    return what === "map" ? openMap(browser, inject("address")) : openPage(browser);
  };
  const write = async (page: Page, sentence: string) => {
    written.push(sentence);
    await addReason(page, sentence);
    await status(page, "Saved on this device").waitFor();
  };
  let makeRoom: (() => void) | null = null;
  try {
    let page = await visit();
    const writeAndCopy = async (sentence: string) => {
      await write(page, sentence);
      await copied(page, sentence);
    };
    for (const sentence of ["In one copy.", "In the other copy."]) await writeAndCopy(sentence);
    await write(page, "In no copy yet.");
    makeRoom = keepFull(disk);
    for (let round = 0; round < rounds; round++) await tryToCopy(page);
    makeRoom();
    for (const sentence of ["Room again.", "And again."]) await writeAndCopy(sentence);
    makeRoom = keepFull(disk);
    // Firefox's driver cannot start it without room for its own files.
    if (engine === "firefox") makeRoom();
    page = await visit();
    const whole = (await copies(page)).filter(({ found }) => found.isWhole && found.maps === 1);
    expect(whole.map(({ text }) => text).join(""), "whole copies at the next start").toContain("And again.");
    makeRoom();
    await browsers.at(-1)!.close();
    throwDatabaseAway(engine, profile);
    await restore(await visit("loss"));
    const kept = await sentences(browsers.at(-1)!, inject("address"));
    expect(written.filter((sentence) => !kept.some((name) => name.includes(sentence)))).toEqual([]);
    return whole.length;
  } finally {
    makeRoom?.();
    await browsers.at(-1)?.close();
    disk.unmount();
  }
}

async function openPage(browser: BrowserContext): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(inject("address"));
  return page;
}

function status(page: Page, words: string) {
  return page.getByRole("banner").getByText(words, { exact: true });
}

/** Leaves the page for a moment, and waits for what it copies: that reads the database first, and then holds the lock. */
async function tryToCopy(page: Page): Promise<void> {
  await hide(page);
  await page.evaluate(async () => {
    await new Promise((resolve, reject) => {
      const request = indexedDB.open("counterpoint");
      request.addEventListener("success", () => {
        const counting = request.result.transaction("quarantine").objectStore("quarantine").count();
        counting.addEventListener("success", resolve);
        counting.addEventListener("error", () => reject(counting.error!));
        request.result.close();
      });
      request.addEventListener("error", resolve);
    });
    await new Promise((resolve) => setTimeout(resolve));
    await navigator.locks.request("counterpoint second copy", () => undefined);
  });
}

/** Deletes the databases of the address, as a browser does that finds them damaged. Nothing else goes with them. */
function throwDatabaseAway(engine: Engine, profile: string): void {
  const folders = engine === "chromium" ? [join(profile, "Default", "IndexedDB")] : firefoxFolders(profile);
  for (const folder of folders) rmSync(folder, { recursive: true });
}

function firefoxFolders(profile: string): readonly string[] {
  const top = join(profile, "storage", "default");
  return readdirSync(top)
    .filter((name) => name.startsWith("http+++127"))
    .map((name) => join(top, name, "idb"));
}
