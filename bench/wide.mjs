import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../scripts/run.mjs";
import { buildWidePages } from "./pages.mjs";
import { writeWide } from "./results.mjs";
import { measureWide } from "./wide-measuring.mjs";

/** @typedef {import("./wide-measuring.mjs").WideResult} WideResult */

const kept = join(root, ".scratch", "bench", "wide");

/**
 * Measures large maps beside other programs: `--sizes 100,1000 --rounds 3 --cap 60 --links 1000`, where `links` are the
 * sizes that are measured with cross-links too. Each trial is kept when it is done, so a run can be broken off and gone
 * on with by naming the sizes that are left; the page has all trials that are kept.
 * @param {string[]} args
 */
export async function benchWide(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: "string", default: "100,1000,10000,50000" },
      links: { type: "string", default: "1000" },
      rounds: { type: "string", default: "3" },
      cap: { type: "string", default: "60" },
    },
  });
  const trials = [
    ...sizes(values.sizes).map((claims) => ({ claims, links: 0 })),
    ...sizes(values.links).map((claims) => ({ claims, links: 0.03 })),
  ];
  for (const trial of trials) await take(trial, Number(values.rounds), Number(values.cap));
  await writeWide(keptResults());
}

/** @param {string} list */
function sizes(list) {
  return list.split(",").filter(Boolean).map(Number);
}

/** @param {{ claims: number, links: number }} trial @param {number} rounds @param {number} cap */
async function take({ claims, links }, rounds, cap) {
  const name = `wide-${claims}${links > 0 ? "-links" : ""}`;
  const began = performance.now();
  const { file } = await buildWidePages(name, { claims, links });
  const { browser, times } = await measureWide(name, { rounds, cap, file });
  const load = loadavg()[0]?.toFixed(1) ?? "some";
  /** @type {WideResult} */
  const result = { claims, links, rounds, cap, browser, load, times };
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, `${name}.json`), JSON.stringify(result));
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** @returns {WideResult[]} the smallest first, those with cross-links last */
function keptResults() {
  return readdirSync(kept)
    .map((file) => /** @type {WideResult} */ (JSON.parse(readFileSync(join(kept, file), "utf8"))))
    .toSorted((a, b) => a.links - b.links || a.claims - b.claims);
}
