import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openApp } from "./app.ts";

const most = 120_000;

test("what the first visit fetches before its map is on screen fits the budget", async () => {
  const app = await openApp({ at: null });
  const sizes = new Map<string, number>();
  const bodies: Promise<void>[] = [];
  app.page.on("response", (response) => {
    if (!["document", "script", "stylesheet"].includes(response.request().resourceType())) return;
    bodies.push(response.body().then((body) => void sizes.set(response.url(), gzipSync(body).length)));
  });
  await app.page.goto(app.address);
  await app.page.getByRole("treeitem").first().waitFor();
  await Promise.all(bodies);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total, [...sizes].map(([url, size]) => `${size} ${url}`).join("\n")).toBeLessThanOrEqual(most);
});
