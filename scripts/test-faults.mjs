/*
 * `npm run test:faults`: causes every fault of tests/faults/ in full number, in all three engines, and prints what came of
 * it; then holds every law to all of its seeds, and takes what is too long for the gate. An argument narrows it to the
 * faults whose files' names hold it: `npm run test:faults kill`.
 */
import { ensureEngine } from "./engines.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { run } from "./run.mjs";

refuseOldNode();
for (const engine of /** @type {const} */ (["chromium", "firefox", "webkit"])) {
  const found = ensureEngine(engine);
  if ("path" in found) continue;
  console.error(found.refused);
  process.exit(1);
}
const built = await run("vite", ["build", "--logLevel", "warn"], { show: true });
if (built.code !== 0) throw new Error("The app could not be built.");
/** @param {readonly string[]} args */
const test = (...args) =>
  run("vitest", ["run", ...args], { env: { FAULTS: "all" }, show: true, minutes: 120 });
const only = process.argv.slice(2);
/** The faults that are caused to stored records, inside the browser's own database. */
const flips = "tests/storage/flips.browser.test.ts";
const isFlips = only.length > 0 && only.every((word) => flips.includes(word));
/** What is run one after the other: a project of Vitest's, and the words that narrow it. */
const parts = isFlips
  ? [["chromium", flips]]
  : only.length > 0
    ? [["faults", ...only]]
    : [["faults"], ["chromium"], ["node"]];
const codes = [];
for (const part of parts) codes.push((await test("--project", ...part)).code);
process.exitCode = Math.max(...codes);
