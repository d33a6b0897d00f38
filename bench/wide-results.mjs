import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/run.mjs";
import { wideContestantsOf } from "./wide-contestants.mjs";

/** @typedef {import("./wide-measuring.mjs").WideResult} WideResult */
/** @typedef {import("./wide-measuring.mjs").WideTimes} WideTimes */

const rows = /** @type {const} */ ([
  ["first", "First visit: until cards are on screen, ms"],
  ["second", "Second visit: until cards take keys, ms"],
  ["processor", "What that took of the processors, ms"],
  ["add", "Adding: from the key to the new card, ms"],
  ["finish", "Finishing: from Enter to the card with its sentence, ms"],
  ["pan", "Panning: a frame, median and 95th percentile (compared), ms"],
  ["zoom", "Zooming: the same, ms"],
  ["fit", "All of the map on screen: the longest frame, ms"],
  ["heap", "Script memory after that, MB"],
]);
const frames = new Set(["pan", "zoom"]);

/** What the wide bench says of all trials: a table each, and how costs grow. @param {readonly WideResult[]} results */
export function widePart(results) {
  return `## Large maps

Written by \`npm run bench wide\`. Debates of one thesis in which each claim has two or three answers, twelve levels deep
at 50,000; everyone has the same claims and takes turns within each round, each visit in a browser of its own. Medians, and
behind them how many times Counterpoint's. What took longer than the cap, or failed, says so, and what could not be tried after that; "–" is what a program does
not do.

What is not equal: Counterpoint opens folded to a screenful and keeps in the page only what is near the screen; the others
draw every claim, but for React Flow, which is told to leave out what is off the screen. Counterpoint reads the map from a
file at the first visit and from the device's disk at the second, and keeps each edit there; the others have the map in
their script and keep nothing. Its worker's memory is not counted, nor what any browser keeps of elements outside script.
markmap and Argdown's map begin with all of the map, however small, and only show; React Flow has no editing of its own, and gets its places from dagre. jsmind and
mind-elixir cannot draw a cross-link, nor can markmap.

${results.map(section).join("\n")}
${growth(results)}`;
}

const quoted = new Set(["second", "processor", "add", "finish", "heap"]);

/** What the README says of the largest map: some of that table. @param {readonly WideResult[]} results */
export function quoteOf(results) {
  const largest = results.findLast(({ links }) => links === 0);
  if (largest === undefined) return "";
  const { claims, cap, times } = largest;
  const lines = rows.filter(([key]) => quoted.has(key)).map((row) => line(times, row, cap));
  return `${claims.toLocaleString("en")} claims beside other programs that draw trees, in medians; [bench/results.md](bench/results.md) has the other sizes, and what is not equal in the comparison.

${[...head(times), ...lines].join("\n")}`;
}

/** @param {WideResult} result */
function section({ claims, links, rounds, cap, browser, load, times }) {
  const cross = links > 0 ? `, ${Math.round(100 * links)} in 100 with a cross-link` : "";
  const shown = times.map(({ name, cards }) => `${name} ${cards}`).join(", ");
  const lines = rows.map((row) => line(times, row, cap));
  return `### ${claims.toLocaleString("en")} claims${cross}

${rounds} ${rounds === 1 ? "round" : "rounds"}, a cap of ${cap} s, ${browser}, while ${load} programs wanted the processors. Cards in the page at first: ${shown}.

${[...head(times), ...lines].join("\n")}
`;
}

/** @param {readonly WideTimes[]} times */
function head(times) {
  return [`| | ${times.map(titleOf).join(" | ")} |`, `| --- | ${times.map(() => "---").join(" | ")} |`];
}

/** @param {readonly WideTimes[]} times @param {readonly [key: string, label: string]} row @param {number} cap */
function line(times, [key, label], cap) {
  return `| ${[label, ...times.map((each) => cell(each, times[0], key, cap))].join(" | ")} |`;
}

/** @param {WideTimes} each @param {WideTimes | undefined} ours @param {string} key @param {number} cap */
function cell({ name, tries, unfinished }, ours, key, cap) {
  const found = tries[key] ?? [];
  if (found.length === 0) {
    if (lacks(name, key)) return "–";
    return ["first", "second", key].some((each) => unfinished.includes(each))
      ? `not in ${cap} s`
      : "not tried";
  }
  const part = frames.has(key) ? 0.95 : 0.5;
  const [median, compared] = [quantile(found, 0.5), quantile(found, part)];
  const said = frames.has(key)
    ? `${median.toFixed(1)}, ${compared.toFixed(1)}`
    : (key === "heap" ? median / 1_048_576 : median).toFixed(key === "heap" ? 1 : 0);
  const reference = quantile(ours?.tries[key] ?? [], part);
  return name === "Counterpoint" || Number.isNaN(reference)
    ? said
    : `${said}, × ${(compared / reference).toFixed(2)}`;
}

/** Whether a program does not do that at all. @param {string} name @param {string} key */
function lacks(name, key) {
  const contestant = wideContestantsOf("").find((each) => each.name === name);
  if (contestant === undefined) return false;
  const { editing, pans, fit } = contestant;
  if (key === "add" || key === "finish") return editing === null;
  return (frames.has(key) && !pans) || (key === "fit" && fit === null);
}

/** Time a claim at each size, for the second visit. @param {readonly WideResult[]} results */
function growth(results) {
  const plain = results.filter(({ links }) => links === 0).toSorted((a, b) => a.claims - b.claims);
  const [first] = plain;
  if (first === undefined || plain.length < 2) return "";
  const sizes = plain.map(({ claims }) => `${claims.toLocaleString("en")} claims`);
  const lines = first.times.map(({ name }) => {
    const costs = plain.map(({ claims, times }) => (1000 * costOf(times, name)) / claims);
    const shown = costs.map((cost) => (Number.isNaN(cost) ? "–" : cost.toFixed(0)));
    return `| ${[name, ...shown, grownFrom(plain, costs)].join(" | ")} |`;
  });
  return `### Cost as the work grows

Microseconds a claim for the second visit; last, what a claim costs at the largest size that was finished as a share of
what it costs at 1,000 (or at the smallest size measured above that).

| | ${sizes.join(" | ")} | grown to |
| --- | ${sizes.map(() => "---").join(" | ")} | --- |
${lines.join("\n")}
`;
}

/** @param {readonly WideTimes[]} times @param {string} name */
function costOf(times, name) {
  return quantile(times.find((each) => each.name === name)?.tries["second"] ?? [], 0.5);
}

/** @param {readonly WideResult[]} plain @param {readonly number[]} costs */
function grownFrom(plain, costs) {
  const from = plain.findIndex(({ claims }) => claims >= 1000);
  const to = costs.findLastIndex((cost) => !Number.isNaN(cost));
  const [start = Number.NaN, end = Number.NaN] = [costs[from], costs[to]];
  return from === to || Number.isNaN(start) ? "–" : `× ${(end / start).toFixed(2)}`;
}

/** @param {WideTimes} times */
function titleOf({ name, library }) {
  if (library === null) return name;
  const { version } = JSON.parse(readFileSync(join(root, "node_modules", library, "package.json"), "utf8"));
  return `${name} ${version}`;
}

/** @param {readonly number[]} numbers @param {number} part */
function quantile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
