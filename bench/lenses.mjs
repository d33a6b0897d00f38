import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { build } from "vite";
import { root } from "../scripts/run.mjs";

const folder = join(root, ".scratch", "bench", "lenses");
const size = { claims: 10_000, sources: 2_000, holders: 200, schools: 12 };
const frame = 1000 / 60;
const rounds = 60;

setFlagsFromString("--expose-gc");
globalThis.gc ??= runInNewContext("gc");

/**
 * Times the ways to look at a large debate in Node alone, and prints them: the median, the quickest try, the median
 * against a frame of 16.7 ms, and against a pass that does nothing but look at each claim.
 */
export async function benchLenses() {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: "bench/lenses.ts", outDir: folder, emptyOutDir: true, target: "node20" },
  });
  /** @type {typeof import("./lenses.ts")} */
  const { largeDebate, naivePass, stepsOver } = await import(pathToFileURL(join(folder, "lenses.js")).href);
  const debate = largeDebate(size);
  const least = median(timesOf(() => naivePass(debate)));
  console.log(
    `${Object.entries(size)
      .map(([what, count]) => `${count} ${what}`)
      .join(", ")}; ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`,
  );
  say(
    "a naive pass",
    timesOf(() => naivePass(debate)),
    least,
  );
  for (const [name, take] of Object.entries(stepsOver(debate))) say(name, timesOf(take), least);
}

/** @param {string} name @param {readonly number[]} times @param {number} least */
function say(name, times, least) {
  const middle = median(times);
  console.log(
    `${name.padEnd(28)} ${middle.toFixed(2)} ms (${Math.min(...times).toFixed(2)}), × ${(middle / frame).toFixed(2)} of a frame, × ${(middle / least).toFixed(1)} of a naive pass`,
  );
}

/**
 * Milliseconds of each round, warm before the first. What the last round left behind is cleared away in between: a
 * person looks at what comes before the next click.
 *
 * @param {() => unknown} take
 */
function timesOf(take) {
  for (let round = 0; round < 10; round += 1) take();
  return Array.from({ length: rounds }, () => {
    globalThis.gc?.();
    const began = performance.now();
    take();
    return performance.now() - began;
  });
}

/** @param {readonly number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
