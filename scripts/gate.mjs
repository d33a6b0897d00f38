import { ensureChromium } from "./chromium.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { check, sizeBudget, tests } from "./steps.mjs";

/** @typedef {import("./steps.mjs").Step} Step */
/** @typedef {import("./steps.mjs").Outcome} Outcome */

const long = "**/*.long.*";

/** The whole gate, in the order in which a mistake is cheapest to find. @type {readonly Step[]} */
const steps = [
  { name: "chromium", take: findChromium },
  check("types", ["tsc"]),
  check("lint", ["oxlint", "--deny-warnings", "--type-aware"]),
  check("format", ["oxfmt", "--check"]),
  // What is long is taken by other commands, so that the gate stays a matter of ten minutes (CONTRIBUTING.md).
  tests("tests in node", "node", undefined, long),
  tests("tests in chromium", "chromium", "chromium", long),
  check("build", ["vite", "build"]),
  check("built files", ["node", "scripts/check-built-files.mjs"], "build"),
  sizeBudget(),
  check("dead code", ["knip"]),
  tests("journeys", "journeys", "build", long),
  tests("faults", "faults", "build"),
];

/** @returns {Promise<Outcome>} */
async function findChromium() {
  const found = ensureChromium();
  if ("refused" in found) return { passed: 0, failed: 1, said: "missing", output: found.refused };
  process.env["CHROMIUM"] = found.path;
  return { passed: 1, failed: 0, said: found.path, output: "" };
}

/** Takes every step, also after one has failed, unless it needs one that did. */
async function passGate() {
  let passed = 0;
  let failed = 0;
  const failures = new Set();
  for (const { name, needs, take } of steps) {
    process.stdout.write(name.padEnd(20));
    const began = performance.now();
    const result = needs !== undefined && failures.has(needs) ? notTaken(needs) : await take();
    passed += result.passed;
    failed += result.failed;
    if (result.failed > 0) failures.add(name);
    report(result, (performance.now() - began) / 1000);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** @param {string} needs @returns {Outcome} */
function notTaken(needs) {
  return { passed: 0, failed: 1, said: "not run", output: `This needs "${needs}", which failed.` };
}

/** @param {Outcome} result @param {number} seconds */
function report({ failed, said, output }, seconds) {
  const state = failed === 0 ? "ok    " : "FAILED";
  console.log([state, `${seconds.toFixed(1)} s`.padStart(8), said].filter(Boolean).join("  "));
  if (failed > 0) console.log(`\n${output.trim().replaceAll(/^/gm, "    ")}\n`);
}

refuseOldNode();
await passGate();
