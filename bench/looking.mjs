import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { runnerImport } from "vite";
import { chromiumArguments } from "../scripts/chromium.mjs";
import { programOf } from "../scripts/engines.mjs";
import { root } from "../scripts/run.mjs";
import { serve } from "../scripts/serving.mjs";
import { installCameraman } from "./cameraman.mjs";
import { openFile } from "./contestants.mjs";
import { traceOf } from "./tracing.mjs";

/** @typedef {import("playwright").Page} Page */

const size = { claims: Number(process.env["CLAIMS"] ?? 10_000), sources: 2_000, holders: 200, schools: 12 };
const rounds = Number(process.env["ROUNDS"] ?? 12);
const frame = 1000 / 60;

/**
 * What looking at a large debate in another way costs in the built app in Chromium: another lens, a group hidden, a step
 * of the years, once where cards can be read and once where the whole map is on screen. Prints the page's own script and
 * all of its work until the painted frame. `node bench/looking.mjs`, with CLAIMS and ROUNDS from the environment.
 */
async function benchLooking() {
  /** @type {typeof import("./lenses.ts")} */
  const { largeDebate } = (await runnerImport("./bench/lenses.ts", { root })).module;
  /** @type {typeof import("../src/interchange/native-write.ts")} */
  const { writeNative } = (await runnerImport("./src/interchange/native-write.ts", { root })).module;
  const server = await serve({ folder: process.env["DIST"] ?? "dist" });
  const profile = mkdtempSync(join(tmpdir(), "looking-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: programOf("chromium"),
    args: [...chromiumArguments],
    viewport: { width: 1280, height: 720 },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(240_000);
  console.log(
    `${Object.entries(size)
      .map(([what, count]) => `${count} ${what}`)
      .join(", ")}; ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`,
  );
  try {
    const page = await context.newPage();
    await page.addInitScript(installCameraman);
    await page.addInitScript(installLooker);
    await page.goto(server.address);
    await page.getByRole("treeitem").first().waitFor();
    await openFile(page, writeNative(largeDebate(size)));
    await page.getByLabel("Look at the map by").waitFor();
    await page.evaluate(() => Reflect.get(globalThis, "looker").unfold());
    for (const [where, scale] of /** @type {const} */ ([
      ["cards", 1],
      ["blocks", 0.06],
      ["all of the map", 0],
    ])) {
      await page.evaluate((each) => Reflect.get(globalThis, "looker").goTo(each), scale);
      for (const step of ["lens", "filter", "year", "blind"]) await measure(page, where, step);
    }
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** @param {Page} page @param {string} where @param {string} step */
async function measure(page, where, step) {
  /** @type {{ script: number[], all: number[] }} */
  const times = { script: [], all: [] };
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate((each) => Reflect.get(globalThis, "looker").prepare(each), step);
    const trace = await traceOf(page, (each) =>
      each.evaluate(
        ([name, at]) => Reflect.get(globalThis, "looker").take(name, at),
        /** @type {const} */ ([step, round]),
      ),
    );
    times.script.push(trace.script());
    times.all.push(trace.tasks().reduce((sum, each) => sum + each, 0));
  }
  say(`${where}, ${step}: script`, times.script);
  say(`${where}, ${step}: script, style, layout and painting`, times.all);
}

/** Installs what looks at the open map. It is sent into the browser as text, so it uses nothing from outside itself. */
function installLooker() {
  const { document: page, requestAnimationFrame: ask, Reflect: held } = globalThis;
  /** @returns {any} */
  const screen = () => page.querySelector("app-shell")?.shadowRoot?.querySelector("map-screen");
  const frame = () => new Promise((resolve) => ask(resolve));
  const looking = () => screen().session.looking.value;
  const calm = () => held.get(globalThis, "cameraman").calm(20);
  const order = ["school", "holder", "evidence", "status", "stance"];
  /** @type {Record<string, { prepare: () => void, take: (round: number) => void }>} */
  const steps = {
    lens: {
      prepare: () => looking().showYear(null),
      take: (round) => looking().through(order[round % order.length]),
    },
    filter: {
      prepare: () => looking().through("school"),
      take: (round) => looking().toggle(looking().view.value.groups[round % 12].key),
    },
    year: {
      prepare: () => {
        if (looking().year.value === null) looking().showYear(looking().end("first"));
      },
      take: () => looking().showYear(looking().beside("next")),
    },
    blind: {
      prepare: () => looking().showYear(null),
      take: (round) => looking().hideNames(round % 2 === 0),
    },
  };
  const looker = {
    unfold: async () => {
      const { session } = screen();
      session.refold(new Set());
      while (session.picture.value?.cards.size !== session.map.value.claims.size) await frame();
      await calm();
    },
    /** @param {number} scale 0 for that at which all of the map is on screen */
    goTo: async (scale) => {
      const { session } = screen();
      if (scale === 0) session.wish.value = { type: "fit" };
      else {
        const claims = [...session.picture.value.cards.values()];
        const rect = claims[Math.floor(claims.length / 2)];
        session.viewport.value = { scale, x: rect.x - 300 / scale, y: rect.y - 300 / scale };
      }
      await calm();
    },
    /** @param {string} step */
    prepare: async (step) => {
      steps[step]?.prepare();
      await calm();
    },
    /** Until the frame after the one in which it is drawn. @param {string} step @param {number} round */
    take: async (step, round) => {
      await frame();
      performance.mark("began");
      steps[step]?.take(round);
      await frame();
      await frame();
      performance.mark("ended");
    },
  };
  Object.assign(globalThis, { looker });
}

/** Median and most, and the median against a frame. @param {string} what @param {readonly number[]} figures */
function say(what, figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  console.log(
    `${what}: ${middle.toFixed(1)} ms, at most ${sorted.at(-1)?.toFixed(1)}; × ${(middle / frame).toFixed(2)} of a frame`,
  );
}

await benchLooking();
