import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { runnerImport } from "vite";
import { chromiumArguments } from "../scripts/chromium.mjs";
import { programOf } from "../scripts/engines.mjs";
import { root, run } from "../scripts/run.mjs";
import { serve } from "../scripts/serving.mjs";
import { openFile } from "./contestants.mjs";
import { installCameraman } from "./cameraman.mjs";

/** @typedef {import("playwright").Page} Page */
/** @typedef {{ name: string, cards: number, elements: number, frames: number[], script: number[], page: number[] }} Take */
/** @typedef {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, tid: number }} TraceEvent */
/** @typedef {{ name: string, scale: number | "fit", move: "rest" | "pan" | "zoom" | "fit" }} Shot */

const sizes = (process.env["CLAIMS"] ?? "10000,50000").split(",").map(Number);

/** What the camera does, beginning in the midst of the map at a scale. @type {readonly Shot[]} */
const shots = [
  { name: "at rest", scale: 1, move: "rest" },
  { name: "pan at 100%", scale: 1, move: "pan" },
  { name: "pan at 50%", scale: 0.5, move: "pan" },
  { name: "pan at 30%", scale: 0.3, move: "pan" },
  { name: "pan at 17%", scale: 0.17, move: "pan" },
  { name: "pan at 5%", scale: 0.05, move: "pan" },
  { name: "pan, all on screen", scale: "fit", move: "pan" },
  { name: "zoom from 100% to 10% and back", scale: 1, move: "zoom" },
  { name: "fit from 100%", scale: 1, move: "fit" },
];

/** Times frames of the built app in Chromium while the camera moves over unfolded maps, and writes bench/frames.md. */
export async function benchFrames() {
  /** @type {typeof import("./large.ts")} */
  const { largeFile } = (await runnerImport("./bench/large.ts", { root })).module;
  const server = await serve();
  const browser = await chromium.launch({
    executablePath: programOf("chromium"),
    args: [...chromiumArguments],
  });
  try {
    const trials = [];
    for (const claims of sizes) {
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
      page.setDefaultTimeout(240_000);
      await page.addInitScript(installCameraman);
      await page.goto(server.address);
      await openFile(page, largeFile(claims));
      await page.evaluate(() => Reflect.get(globalThis, "cameraman").unfold());
      trials.push({ claims, takes: await takeAll(page) });
      await page.context().close();
    }
    await writePage(trials, `Chromium ${browser.version()}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {Page} page @returns {Promise<Take[]>} */
async function takeAll(page) {
  const takes = [];
  for (const shot of shots) {
    await page.evaluate((scale) => Reflect.get(globalThis, "cameraman").goTo(scale), shot.scale);
    takes.push(await takeOne(page, shot));
    const { frames, script, page: all } = /** @type {Take} */ (takes.at(-1));
    console.log(shot.name, `frame ${shown(frames)}, page ${shown(all)}, script ${shown(script)}`);
  }
  return takes;
}

/** Runs one shot under the browser's own tracing. @param {Page} page @param {Shot} shot @returns {Promise<Take>} */
async function takeOne(page, { name, move }) {
  const session = await page.context().newCDPSession(page);
  /** @type {any[]} */
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { traceConfig: { includedCategories: traced } });
  const { frames, cards, elements } = await page.evaluate(
    (wanted) => Reflect.get(globalThis, "cameraman").take(wanted),
    move,
  );
  const ended = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await ended;
  await session.detach();
  const script = spentOn(events, scripts);
  return { name, cards, elements, frames, script, page: spentOn(events, tasks) };
}

const scripts = new Set([
  "FunctionCall",
  "FireAnimationFrame",
  "RunMicrotasks",
  "EvaluateScript",
  "TimerFire",
  "EventDispatch",
]);

const tasks = new Set(["RunTask"]);
const traced = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

/**
 * Milliseconds that the page's thread took of the processor for such events in each sixtieth of a second in which
 * there were any.
 * @param {readonly TraceEvent[]} events @param {ReadonlySet<string>} wanted
 */
function spentOn(events, wanted) {
  const thread = events.find(({ name }) => name === "FireAnimationFrame")?.tid;
  const ran = events
    .filter(({ name, ph, tid }) => ph === "X" && tid === thread && wanted.has(name))
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  /** @type {Map<number, number>} */
  const spent = new Map();
  let end = 0;
  for (const { ts, dur = 0, tdur = dur } of ran) {
    if (ts < end) continue;
    end = ts + dur;
    const frame = Math.floor(ts / (1_000_000 / 60));
    spent.set(frame, (spent.get(frame) ?? 0) + tdur / 1000);
  }
  return [...spent.values()];
}

/** @param {readonly { claims: number, takes: readonly Take[] }[]} trials @param {string} browser */
async function writePage(trials, browser) {
  const page = join(root, "bench", "frames.md");
  const [processor] = cpus();
  writeFileSync(
    page,
    `# Frames

Written by \`npm run bench frames\`. A random debate of one thesis, all of it unfolded, 3 in 100 claims with a cross-link,
on a screen of 1280 × 720 without a graphics card. Median and 95th percentile, in milliseconds: from one frame to the
next (16.7 at 60 frames a second); what the page's thread took of the processor in each sixtieth of a second, for script,
style, layout and painting; and script alone, from the browser's own trace. Other programs that want the processor slow
frames down, also at rest, but leave the last two as they are. Cards and elements are those at the end.

Measured on ${cpus().length} × ${processor?.model.trim() ?? "an unknown processor"}, ${browser}, while ${loadavg()[0]?.toFixed(1)} programs wanted the processors.

${trials.map(tableOf).join("\n")}`,
  );
  await run("oxfmt", [page]);
}

/** @param {{ claims: number, takes: readonly Take[] }} trial */
function tableOf({ claims, takes }) {
  return `## ${claims.toLocaleString("en")} claims

| | frame | page | script | cards in the page | elements |
| --- | --- | --- | --- | --- | --- |
${takes
  .map(
    ({ name, frames, page, script, cards, elements }) =>
      `| ${[name, shown(frames), shown(page), shown(script), cards, elements].join(" | ")} |`,
  )
  .join("\n")}
`;
}

/** @param {readonly number[]} times */
function shown(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return `${at(0.5).toFixed(1)}, ${at(0.95).toFixed(1)}`;
}
