import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { runnerImport } from "vite";
import { chromiumArguments } from "../scripts/chromium.mjs";
import { programOf } from "../scripts/engines.mjs";
import { root } from "../scripts/run.mjs";
import { serve } from "../scripts/serving.mjs";
import { openFile } from "./contestants.mjs";
import { installCameraman } from "./cameraman.mjs";
import { installEditor } from "./editor.mjs";
import { traceOf } from "./tracing.mjs";

/** @typedef {import("playwright").BrowserContext} BrowserContext */
/** @typedef {import("playwright").Page} Page */

const claims = Number(process.env["CLAIMS"] ?? 10_000);
const visits = Number(process.env["VISITS"] ?? 5);
const edits = Number(process.env["EDITS"] ?? 20);
const panning = Number(process.env["PAN_SECONDS"] ?? 0);

/**
 * What a large map makes a person wait for, in the built app in Chromium: importing it, opening it on a second visit,
 * unfolding all of it, and edits of it. Prints the figures. `node bench/pauses.mjs`, with CLAIMS, VISITS, EDITS, KINDS
 * (of edits) and PAN_SECONDS from the environment.
 */
async function benchPauses() {
  /** @type {typeof import("./large.ts")} */
  const { variedFile } = (await runnerImport("./bench/large.ts", { root })).module;
  const server = await serve({ folder: process.env["DIST"] ?? "dist" });
  const profile = mkdtempSync(join(tmpdir(), "pauses-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: programOf("chromium"),
    args: [...chromiumArguments],
    viewport: { width: 1280, height: 720 },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(240_000);
  console.log(`${claims} claims, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`);
  try {
    const address = await measureImport(context, server.address, variedFile(claims));
    await measureVisits(context, address);
    const page = await measureUnfolding(context, address);
    await measureEdits(page);
    if (panning > 0) await measurePanning(page);
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** @param {BrowserContext} context @param {string} address @param {string} file @returns {Promise<string>} where the map is */
async function measureImport(context, address, file) {
  const page = await context.newPage();
  await page.addInitScript(installCameraman);
  await page.goto(address);
  await page.waitForTimeout(4000);
  const began = performance.now();
  await openFile(page, file);
  say("import, from the choice of the file until it is saved", [performance.now() - began]);
  await calm(page);
  const here = page.url();
  await page.close();
  return here;
}

/** @param {BrowserContext} context @param {string} address */
async function measureVisits(context, address) {
  /** @type {{ seen: number[], script: number[], heap: number[] }} */
  const times = { seen: [], script: [], heap: [] };
  for (let visit = 0; visit < visits; visit += 1) {
    const page = await newPage(context);
    await page.goto(address);
    await page.waitForFunction(() => Reflect.get(globalThis, "editor").seen > 0);
    const { seen, script } = await page.evaluate(() => Reflect.get(globalThis, "editor").arrival());
    await calm(page);
    times.seen.push(seen);
    times.script.push(seen - script);
    times.heap.push(await heapOf(page));
    await page.close();
  }
  say("second visit, from navigation to the first card", times.seen);
  say("second visit, from the app's script to the first card", times.script);
  say("heap after opening, MB", times.heap);
}

/** @param {BrowserContext} context @param {string} address @returns {Promise<Page>} */
async function measureUnfolding(context, address) {
  /** @type {Page | null} */
  let page = null;
  /** @type {{ longest: number[], until: number[], whole: number[] }} */
  const { longest, until, whole } = { longest: [], until: [], whole: [] };
  for (let visit = 0; visit < Math.min(3, visits); visit += 1) {
    await page?.close();
    page = await newPage(context);
    await page.goto(address);
    await page.waitForFunction(() => Reflect.get(globalThis, "editor").seen > 0);
    await calm(page);
    const trace = await traceOf(page, (each) =>
      each.evaluate(() => Reflect.get(globalThis, "editor").unfold()),
    );
    const tasks = trace.tasks();
    longest.push(Math.max(...tasks));
    until.push(trace.result);
    whole.push(tasks.reduce((sum, each) => sum + each, 0));
  }
  if (page === null) throw new Error("There was no visit: VISITS has to be 1 or more.");
  say("unfolding all, longest task of the page's processor time", longest);
  say("unfolding all, all of the page's processor time until calm", whole);
  say("unfolding all, until it is on screen", until);
  return page;
}

/** @param {Page} page */
async function measureEdits(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  for (const name of (process.env["KINDS"] ?? "letter,longer,finish,add,undo,delete").split(",")) {
    /** @type {{ shown: number[], script: number[], page: number[] }} */
    const times = { shown: [], script: [], page: [] };
    for (let edit = 0; edit < edits; edit += 1) {
      await page.evaluate((each) => Reflect.get(globalThis, "editor").prepare(each), name);
      await calm(page, 6);
      const key = await page.evaluate((each) => Reflect.get(globalThis, "editor").arm(each), name);
      const before = await spentBy(session);
      await page.keyboard.press(key);
      times.shown.push(await page.evaluate(() => Reflect.get(globalThis, "editor").read()));
      const after = await spentBy(session);
      times.script.push(after.script - before.script);
      times.page.push(after.page - before.page);
    }
    say(`${name}: from the key to the painted frame`, times.shown);
    say(`${name}: script until then`, times.script);
    say(`${name}: script, style, layout and painting until then`, times.page);
  }
  await session.detach();
}

/** Milliseconds of the processor that the page's thread has taken so far. @param {import("playwright").CDPSession} session */
async function spentBy(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (/** @type {string} */ name) => 1000 * (metrics.find((each) => each.name === name)?.value ?? 0);
  return { script: of("ScriptDuration"), page: of("TaskDuration") };
}

/** @param {Page} page */
async function measurePanning(page) {
  await page.evaluate(() => Reflect.get(globalThis, "cameraman").goTo(1));
  const heaps = [];
  for (let seconds = 0; seconds < panning; seconds += 20) {
    heaps.push(await heapOf(page));
    for (let take = 0; take < 6; take += 1)
      await page.evaluate(() => Reflect.get(globalThis, "cameraman").take("pan"));
  }
  heaps.push(await heapOf(page));
  console.log(
    `heap while panning for ${panning} s, every 20 s, MB: ${heaps.map((each) => each.toFixed(1)).join(", ")}`,
  );
}

/** @param {BrowserContext} context @returns {Promise<Page>} */
async function newPage(context) {
  const page = await context.newPage();
  await page.addInitScript(installCameraman);
  await page.addInitScript(installEditor);
  return page;
}

/** @param {Page} page @param {number} [frames] */
async function calm(page, frames = 120) {
  await page.evaluate((count) => Reflect.get(globalThis, "cameraman").calm(count), frames);
}

/** What scripts hold after the garbage is gone, in millions of bytes. @param {Page} page @returns {Promise<number>} */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}

/** Median, 95th percentile and most. @param {string} what @param {readonly number[]} figures */
function say(what, figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  console.log(`${what}: ${[at(0.5), at(0.95), sorted.at(-1)].map((each) => each?.toFixed(1)).join(", ")}`);
}

await benchPauses();
