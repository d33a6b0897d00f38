import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { serve } from "../../scripts/serving.mjs";
import { openApp } from "./app.ts";
import { kept } from "./versions.ts";

const thesis = /^Thesis: Measured reform/;

test("after one visit everything works with the server gone, under any path", async () => {
  const { address, close } = await serve({ base: "/some/where/" });
  const app = await openApp({ from: address, serviceWorkers: "allow" });
  const { page } = app;
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  await kept(page);
  await close();
  await expect(fetch(address)).rejects.toThrow();

  await page.reload();
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  const fonts = () =>
    page.evaluate(async () => {
      await document.fonts.ready;
      return (
        document.fonts.check('17px "Source Serif 4 Variable"') &&
        document.fonts.check('12px "Inter Variable"')
      );
    });
  expect(await fonts()).toBe(true);

  await page
    .getByRole("link", { name: "Maps" })
    .or(page.getByRole("button", { name: "Maps" }))
    .first()
    .click();
  await page
    .getByRole("link", { name: /Should a debate be drawn/ })
    .first()
    .click();
  await page.getByRole("treeitem").first().waitFor();
  await page.getByRole("tab", { name: "Outline" }).click();
  await page.locator("outline-screen").getByRole("treeitem").first().waitFor();
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("searchbox").or(page.getByRole("combobox")).first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More" }).first().click();
  await page.getByRole("menuitem", { name: "Export…" }).click();
  await page.getByRole("dialog", { name: /Export/ }).waitFor();
  await page.keyboard.press("Escape");

  const second = await app.newTab("index.html?from=elsewhere#/m/de-stalinization/outline");
  await second.getByRole("treeitem", { name: thesis }).waitFor();
});

test("every file of the build is kept, and what installing asks for is there", async () => {
  const { page, address } = await openApp({ serviceWorkers: "allow" });
  await page.getByRole("treeitem", { name: thesis }).waitFor();
  await kept(page);
  const keptFiles = await page.evaluate(async () => {
    const name = (await caches.keys()).find((each) => !each.endsWith(" likenesses")) ?? "";
    return (await (await caches.open(name)).keys()).map(({ url }) => url);
  });
  const built = readdirSync("dist", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "service-worker.js")
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replace(/^dist\//, ""))
    .map((name) => new URL(name === "index.html" ? "./" : name, address).href);
  expect(keptFiles.toSorted()).toEqual(built.toSorted());

  const { errors, manifest } = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    const manifest = (await (await fetch(link?.href ?? "")).json()) as {
      icons: { src: string; sizes: string; purpose?: string }[];
    };
    const icons = manifest.icons.map(async ({ src, sizes }) => {
      const image = new Image();
      image.src = new URL(src, link?.href).href;
      await image.decode();
      return sizes === "any" || sizes === `${image.naturalWidth}x${image.naturalHeight}` ? [] : [src];
    });
    return { errors: (await Promise.all(icons)).flat(), manifest };
  });
  expect(errors).toEqual([]);
  expect(manifest.icons.map(({ purpose = "any", sizes }) => `${purpose} ${sizes}`)).toEqual([
    "any any",
    "any 192x192",
    "any 512x512",
    "maskable 512x512",
  ]);
});
