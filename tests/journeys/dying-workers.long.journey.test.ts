import type { Page } from "playwright";
import { expect, test } from "vitest";
import { writeNative } from "#interchange/native-write.ts";
import { largeShapes } from "../large-shapes.ts";
import { type App, openApp } from "./app.ts";

const patient = { timeout: 50_000 };
const [, , star] = largeShapes[1]!;
const file = Buffer.from(writeNative(star()));

/** The library, in a browser that really ends the first `deaths` workers of a name when they are asked for the first time. */
async function withDeaths(name: string, deaths: number): Promise<App> {
  const app = await openApp({ at: null });
  await app.page.addInitScript(
    ([doomed, left]) => {
      let alive = Number(left);
      const Own = Worker;
      Object.assign(globalThis, { ended: 0 });
      globalThis.Worker = class extends Own {
        readonly #isDoomed: boolean;

        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          this.#isDoomed = options?.name === doomed && alive-- > 0;
          if (this.#isDoomed && doomed !== "layout")
            this.addEventListener("message", () => this.#die(), { once: true });
        }

        override postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
          super.postMessage(message, options as StructuredSerializeOptions);
          if (this.#isDoomed && doomed === "layout") this.#die();
        }

        #die(): void {
          this.terminate();
          (globalThis as unknown as { ended: number }).ended += 1;
        }
      };
    },
    [name, String(deaths)] as const,
  );
  await app.page.goto(`${app.address}#/maps`);
  await app.page.getByRole("button", { name: "New map" }).waitFor();
  return app;
}

async function openFile(page: Page): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  await (await choosing).setFiles({ name: "star.argmap.json", mimeType: "application/json", buffer: file });
}

function ended(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { ended: number }).ended);
}

async function isOpen(page: Page): Promise<void> {
  await page.getByRole("treeitem", { name: /^Thesis: Claim number 0/ }).waitFor(patient);
}

test("a reading worker that dies is started once more, and the file opens", async () => {
  const { page } = await withDeaths("reading", 1);
  await openFile(page);
  await isOpen(page);
  expect(await ended(page)).toBe(1);
});

test("if it dies again that is said, and nothing was changed", async () => {
  const { page } = await withDeaths("reading", 2);
  const tiles = await page.getByRole("link").count();
  await openFile(page);
  await page
    .getByText(/Reading “star.argmap.json” came to a sudden end/)
    .first()
    .waitFor(patient);
  expect(await ended(page)).toBe(2);
  expect(await page.getByRole("link").count()).toBe(tiles);
});

test("a layout worker that is killed is started once more, and the map is drawn", async () => {
  const { page } = await withDeaths("layout", 1);
  await openFile(page);
  await isOpen(page);
  await page.getByRole("treeitem", { name: /^Thesis: Claim number 0/ }).focus();
  await page.keyboard.press("Shift+F");
  await page.getByText("10,000 claims", { exact: true }).first().waitFor(patient);
  expect(await ended(page)).toBe(1);
});
