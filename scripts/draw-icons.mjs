/* `npm run icons`: draws the PNG icons that installing the app asks for from public/icon.svg, in a real Chromium. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { programOf } from "./engines.mjs";
import { chromiumArguments, ensureChromium } from "./chromium.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { root } from "./run.mjs";

const folder = join(root, "public");
/** A maskable icon is cut to any shape: its drawing stays in the middle four fifths, its paper fills the square. */
const icons = [
  { name: "icon-192", size: 192, paper: "transparent", scale: 1 },
  { name: "icon-512", size: 512, paper: "transparent", scale: 1 },
  { name: "icon-maskable-512", size: 512, paper: "#fbf9f4", scale: 0.8 },
  { name: "apple-touch-icon", size: 180, paper: "#fbf9f4", scale: 0.9 },
];

async function drawIcons() {
  const found = ensureChromium();
  if ("refused" in found) throw new Error(found.refused);
  const drawing = readFileSync(join(folder, "icon.svg"), "utf8");
  const browser = await chromium.launch({
    executablePath: programOf("chromium"),
    args: [...chromiumArguments],
  });
  try {
    const page = await browser.newPage();
    for (const { name, size, paper, scale } of icons) {
      await page.setViewportSize({ width: size, height: size });
      const box = `width:${size * scale}px;height:${size * scale}px;margin:${(size * (1 - scale)) / 2}px;display:flow-root`;
      await page.setContent(
        `<body style="margin:0;background:${paper};overflow:hidden"><div style="${box}">${drawing}</div></body>`,
      );
      await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
      console.log(`public/${name}.png`);
    }
  } finally {
    await browser.close();
  }
}

refuseOldNode();
await drawIcons();
