import { expect, test } from "vitest";
import { openApp } from "./app.ts";
import { kept } from "./versions.ts";

test("Chromium finds nothing that keeps the app from being installed", async () => {
  const { page } = await openApp({ serviceWorkers: "allow" });
  await page.getByRole("treeitem").first().waitFor();
  await kept(page);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});
