import { gzipSync } from "node:zlib";
import type { Response } from "playwright";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const most = 120_000;

/** Runs in the page before anything else: notes when the app has put its own map in the place of the first picture. */
function noteArrival(): void {
  let wasThere = false;
  const look = () => {
    const isThere = document.querySelector(".first-picture") !== null;
    if (wasThere && !isThere) performance.mark("arrived");
    else requestAnimationFrame(look);
    wasThere ||= isThere;
  };
  look();
}

/** What has been asked for before that moment. Runs in the page. */
function askedBefore(): readonly string[] {
  const [arrived] = performance.getEntriesByName("arrived");
  const asked = performance.getEntriesByType("resource");
  return asked
    .filter(({ startTime }) => startTime < (arrived?.startTime ?? 0))
    .map(({ name }) => name)
    .concat(location.href);
}

test("what the first visit fetches before its map is on screen fits the budget", async () => {
  const { page, address } = await openApp({ at: null });
  const responses: Response[] = [];
  await page.addInitScript(noteArrival);
  page.on("response", (response) => void responses.push(response));
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("arrived").length > 0);
  const asked = await page.evaluate(askedBefore);
  const counted = responses.filter(
    (response) =>
      ["document", "script", "stylesheet"].includes(response.request().resourceType()) &&
      asked.includes(response.url()),
  );
  const sizes = await Promise.all(counted.map(async (response) => gzipSync(await response.body()).length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(100_000);
  const list = counted.map((response, at) => `${sizes[at]} ${response.url()}`).join("\n");
  expect(total, list).toBeLessThanOrEqual(most);
});
