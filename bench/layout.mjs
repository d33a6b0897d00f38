import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { root, run } from "../scripts/run.mjs";

/** @typedef {"kernel" | "flextree" | "trimmed" | "dagre"} Name */
/** @typedef {{ claims: number, times: ReadonlyMap<string, readonly number[]>, difference: { most: number, unequal: number } }} Trial */

const folder = join(root, ".scratch", "bench", "layout");

/** How often each is timed; 0 where it would take minutes. @type {readonly { claims: number, rounds: Readonly<Record<Name, number>> }[]} */
const plan = [
  { claims: 1_000, rounds: { kernel: 300, flextree: 60, trimmed: 9, dagre: 3 } },
  { claims: 10_000, rounds: { kernel: 100, flextree: 20, trimmed: 2, dagre: 1 } },
  { claims: 50_000, rounds: { kernel: 40, flextree: 8, trimmed: 1, dagre: 0 } },
];

const names = /** @type {const} */ ({
  kernel: "our kernel",
  flextree: "d3-flextree",
  trimmed: "dagre, ranks and order given",
  dagre: "dagre as it comes",
});

const steps = /** @type {const} */ ([
  ["plan", "on the page: what is shown, in numbers"],
  ["places", "in the worker: places"],
  ["routes", "in the worker: lines"],
  ["picture", "on the page: the picture"],
]);

/** Times layouts in Node alone, and writes bench/layout.md. */
export async function benchLayout() {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: "bench/layouts.ts", outDir: folder, emptyOutDir: true, target: "node20" },
  });
  /** @type {typeof import("./layouts.ts")} */
  const layouts = await import(pathToFileURL(join(folder, "layouts.js")).href);
  const trials = plan.map((each) => trialOf(layouts, each));
  const way = layouts.wayOver({ claims: 10_000, links: 0.03, stackLeaves: true });
  const times = new Map(Object.entries(way).map(([step, take]) => [step, timesOf(take, 40)]));
  const page = join(root, "bench", "layout.md");
  writeFileSync(page, pageOf(trials, times));
  await run("oxfmt", [page]);
  console.log(readFileSync(page, "utf8"));
}

/** @param {typeof import("./layouts.ts")} layouts @param {(typeof plan)[number]} each @returns {Trial} */
function trialOf(layouts, { claims, rounds }) {
  console.log(`${claims} claims`);
  const boxes = layouts.boxesOf({ claims });
  const contest = Object.entries(layouts.contestOver(boxes));
  const times = contest.map(
    ([name, take]) => /** @type {const} */ ([name, timesOf(take, rounds[/** @type {Name} */ (name)])]),
  );
  return { claims, times: new Map(times), difference: layouts.differenceOn(boxes) };
}

/** Milliseconds of each round. What is timed often is warm before the first. @param {() => unknown} take @param {number} rounds */
function timesOf(take, rounds) {
  const warming = rounds < 8 ? 0 : 8;
  for (let round = 0; round < warming; round += 1) take();
  return Array.from({ length: rounds }, () => {
    const began = performance.now();
    take();
    return performance.now() - began;
  });
}

/** @param {readonly Trial[]} trials @param {ReadonlyMap<string, readonly number[]>} way */
function pageOf(trials, way) {
  const [processor] = cpus();
  const header = trials.map(({ claims }) => `${claims.toLocaleString("en")} claims`);
  return `# Layout

Written by \`npm run bench layout\`, in Node alone. Where the cards of a random debate of one thesis go, all of it
unfolded, cards 260 wide and 60 to 180 high. Median milliseconds, the quickest try in brackets, and behind them how many
times as long as our kernel. Everyone begins with the boxes in the form that it takes, d3-flextree with a ready tree.

Measured on ${cpus().length} × ${processor?.model.trim() ?? "an unknown processor"}, Node ${process.versions.node}, while ${loadavg()[0]?.toFixed(1)} programs wanted
the processors: with more programs than processors, the quickest try says more than the median.

| | ${header.join(" | ")} |
| --- | ${header.map(() => "---").join(" | ")} |
${Object.entries(names)
  .map(([name, label]) => `| ${[label, ...trials.map((trial) => cell(trial, name))].join(" | ")} |`)
  .join("\n")}
| our kernel, microseconds a claim | ${trials.map(perClaim).join(" | ")} |
| kernel and dagre differ by | ${trials.map(({ difference }) => difference.most).join(" | ")} |
| coordinates that are not the same to the last bit | ${trials.map(({ difference }) => difference.unequal).join(" | ")} |

## From request to picture

10,000 claims, all unfolded, leaves in stacks, 3 in 100 with a cross-link.

| | milliseconds |
| --- | --- |
${steps.map(([step, label]) => `| ${label} | ${shown(way.get(step) ?? [])} |`).join("\n")}
`;
}

/** @param {Trial} trial @param {string} name */
function cell({ times }, name) {
  const tries = times.get(name) ?? [];
  if (tries.length === 0) return "not tried";
  const ratio = median(tries) / median(times.get("kernel") ?? []);
  const once = tries.length === 1 ? " once" : "";
  return `${shown(tries)}${once}${name === "kernel" ? "" : `, × ${ratio < 100 ? ratio.toFixed(1) : ratio.toFixed(0)}`}`;
}

/** @param {readonly number[]} tries */
function shown(tries) {
  const digits = Math.min(...tries) < 100 ? 2 : 0;
  return tries.length === 1
    ? median(tries).toFixed(digits)
    : `${median(tries).toFixed(digits)} (${Math.min(...tries).toFixed(digits)})`;
}

/** @param {Trial} trial */
function perClaim({ claims, times }) {
  const tries = times.get("kernel") ?? [];
  const [middle, least] = [median(tries), Math.min(...tries)].map((time) => (1000 * time) / claims);
  return `${middle?.toFixed(3)} (${least?.toFixed(3)})`;
}

/** @param {readonly number[]} tries */
function median(tries) {
  const sorted = tries.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
