import { build } from "vite";
import type { Page } from "playwright";

/** Builds a version of the app that calls its maps something else, as the next release might, and returns the folder. */
export async function buildNextVersion(): Promise<string> {
  const folder = ".scratch/next-version";
  // The test runner says "test" here, and Vite would believe that this is no release.
  const { NODE_ENV } = process.env;
  process.env["NODE_ENV"] = "production";
  await build({
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
    plugins: [
      {
        name: "next-version",
        enforce: "pre",
        transform: (code, id) =>
          id.endsWith("/words/shell.ts") ? code.replace('maps: "Maps"', 'maps: "Shelf"') : null,
      },
    ],
  });
  process.env["NODE_ENV"] = NODE_ENV;
  return folder;
}

/** Waits until the app, all of it, is kept on the device, and this page is served from there. */
export async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (serviceWorker.controller !== null) return;
    await new Promise((resolve) =>
      serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
  });
}

/** How many versions of the app are kept. */
export function countVersions(page: Page): Promise<number> {
  return page.evaluate(
    async () => (await caches.keys()).filter((name) => !name.endsWith(" likenesses")).length,
  );
}
