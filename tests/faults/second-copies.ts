import type { Page } from "playwright";
import { expect } from "vitest";
import { describeArchive } from "#storage/copies.ts";
import { thesis } from "./person.ts";

/** Leaves the page for a moment, and waits until a sentence that was saved is in a copy that is whole. */
export async function copied(page: Page, sentence: string): Promise<void> {
  const isCopied = async () => {
    await hide(page);
    return (await copies(page)).some(({ text, found }) => found.isWhole && text.includes(sentence));
  };
  await expect.poll(isCopied, { timeout: 60_000, interval: 200 }).toBe(true);
}

/** The page is hidden, as far as it can tell: a driven browser shows every page. */
export async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    Reflect.deleteProperty(document, "visibilityState");
  });
}

/** The two files, and what an archive's reader finds in them. */
export async function copies(page: Page) {
  const files = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("counterpoint").catch(() => null);
    const read = async (name: string) => {
      try {
        const file = await (await folder!.getFileHandle(name)).getFile();
        return [...new Uint8Array(await file.arrayBuffer())];
      } catch {
        return [];
      }
    };
    return Promise.all(["copy-1", "copy-2"].map(read));
  });
  return Promise.all(
    files.map(async (bytes) => {
      const file = new Blob([new Uint8Array(bytes)]);
      return { text: await file.text(), found: await describeArchive(file) };
    }),
  );
}

/** Takes the offer that stands where the browser has deleted the maps. */
export async function restore(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Restore 1 map" }).click();
  await page.getByRole("treeitem", { name: thesis }).waitFor();
}
