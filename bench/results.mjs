import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { root, run } from "../scripts/run.mjs";
import { quoteOf, widePart } from "./wide-results.mjs";

/** @typedef {import("./measuring.mjs").Times} Times */
/** @typedef {{ title: string, claims: number, rounds: number, visitor: string, browser: string, times: ReadonlyMap<string, Times> }} Result */

const rows = /** @type {const} */ ([
  ["see", "Opening: from navigation to the first cards on screen"],
  ["open", "Answering: from navigation to the first cards that take keys"],
  ["add", "Adding: from the key to the new card, ready to be written on"],
  ["finish", "Finishing: from Enter to the card with its sentence, editor gone"],
]);

const page = join(root, "bench", "results.md");
const wideBegins = "## Large maps";

/** Writes the medians to bench/results.md, before what the wide bench has written there, and prints that. @param {readonly Result[]} results */
export async function writeResults(results) {
  const [, wide = ""] = readFileSync(page, "utf8").split(wideBegins);
  await write(`${beginning(results)}\n${results.map(section).join("\n")}${wide && `\n${wideBegins}${wide}`}`);
}

/** Writes what the wide bench says, behind all else that is in bench/results.md, and what the README quotes of it. @param {readonly import("./wide-measuring.mjs").WideResult[]} results */
export async function writeWide(results) {
  const [before = ""] = readFileSync(page, "utf8").split(wideBegins);
  await write(`${before.trimEnd()}\n\n${widePart(results)}`);
  const readme = join(root, "README.md");
  const [start, end] = ["<!-- bench -->", "<!-- /bench -->"];
  const [above, rest] = readFileSync(readme, "utf8").split(start);
  const below = rest?.split(end)[1];
  if (above === undefined || below === undefined) throw new Error(`README.md has no ${start} … ${end}.`);
  writeFileSync(readme, `${above}${start}\n\n${quoteOf(results)}\n\n${end}${below}`);
  await run("oxfmt", [readme]);
}

/** Laid out like every other page here. @param {string} text */
async function write(text) {
  writeFileSync(page, text);
  await run("oxfmt", [page]);
  console.log(readFileSync(page, "utf8"));
}

/** @param {readonly Result[]} results */
function beginning([first]) {
  const [processor] = cpus();
  return `# Bench

Written by \`npm run bench\`. The same claims in all three programs, each in a page of its own, built and served in the
same way; they take turns within each round. Medians in milliseconds, the middle half of all tries in brackets, and
behind them how many times as long as Counterpoint. Counterpoint opens on the thesis and its main answers and keeps
each edit on disk; the other two draw the whole tree and keep nothing. The first map's first view is in Counterpoint's
page itself and can be read before its script has run; the other two draw with their script, and take keys at once.

Measured in ${first?.browser} on ${cpus().length} × ${processor?.model.trim() ?? "an unknown processor"}, Node ${process.versions.node}.
`;
}

/** @param {Result} result */
function section({ title, claims, rounds, visitor, times }) {
  const names = [...times.keys()];
  const lines = rows.map(
    ([key, label]) => `| ${[label, ...names.map((name) => cell(times, key, name))].join(" | ")} |`,
  );
  const shown = names.map((name) => `${name} ${times.get(name)?.cards ?? 0}`).join(", ");
  return `## ${title}

${claims} claims, ${rounds} visits by someone who ${visitor}. Cards drawn at first: ${shown}.

| | ${names.map(titleOf).join(" | ")} |
| --- | ${names.map(() => "---").join(" | ")} |
${lines.join("\n")}
`;
}

/** @param {string} name */
function titleOf(name) {
  if (name === "Counterpoint") return name;
  const { version } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
  return `${name} ${version}`;
}

/** @param {ReadonlyMap<string, Times>} times @param {"see" | "open" | "add" | "finish"} key @param {string} name */
function cell(times, key, name) {
  const tries = times.get(name)?.[key] ?? [];
  const ours = quantile(times.get("Counterpoint")?.[key] ?? [], 0.5);
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(tries, part).toFixed(0));
  const ratio = name === "Counterpoint" ? "" : `, × ${(quantile(tries, 0.5) / ours).toFixed(2)}`;
  return `${median} (${low}–${high})${ratio}`;
}

/** @param {readonly number[]} numbers @param {number} part */
function quantile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
