/*
 * `npm run first-picture`: writes `arguments/pictures/<map>.html` and `.css`, the first view of the map that a first visit
 * shows, which the build puts into the page. Drawn in a real Chromium, since only a browser knows where lines break.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { createServer } from "vite";
import { programOf } from "./engines.mjs";
import { chromiumArguments, ensureChromium } from "./chromium.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { root } from "./run.mjs";

const map = "de-stalinization";
const modules = { maps: "/@id/__x00__virtual:shipped-maps", view: "/src/elements/map/first-view.ts" };

/** @param {import("playwright").Page} page */
function draw(page) {
  return page.evaluate(
    async ({ id, maps, view }) => {
      const [{ shippedMaps }, { drawFirstView }] = await Promise.all([import(maps), import(view)]);
      const shipped = shippedMaps.find((/** @type {{ id: string }} */ each) => each.id === id);
      return /** @type {{ html: string, css: string }} */ (await drawFirstView(await shipped.load()));
    },
    { id: map, ...modules },
  );
}

async function drawFirstPicture() {
  const found = ensureChromium();
  if ("refused" in found) throw new Error(found.refused);
  const server = await createServer({ root, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  const browser = await chromium.launch({
    executablePath: programOf("chromium"),
    args: [...chromiumArguments],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls?.local[0]}#/maps`);
    const folder = join(root, "arguments", "pictures");
    mkdirSync(folder, { recursive: true });
    const { html, css } = await draw(page);
    writeFileSync(join(folder, `${map}.html`), `${html}\n`);
    writeFileSync(join(folder, `${map}.css`), `${css}\n`);
    console.log(`arguments/pictures/${map}.html and .css`);
  } finally {
    await browser.close();
    await server.close();
  }
}

refuseOldNode();
await drawFirstPicture();
