/* `npm run test:browsers`: a person's way through the app in three engines, and docs/browsers.md, which says what came of it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { browserReport } from "./browser-report.mjs";
import { engineTitles, ensureEngine } from "./engines.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { root, run } from "./run.mjs";

/** @typedef {import("./engines.mjs").EngineName} EngineName */
/** @typedef {import("./browser-report.mjs").EngineRun} EngineRun */

/** Takes the journeys in one engine, shown as they run. @param {EngineName} engine @returns {Promise<EngineRun>} */
async function journeysIn(engine) {
  const title = engineTitles[engine];
  const found = ensureEngine(engine);
  if ("refused" in found) return { engine, title, version: null, missing: found.refused, files: [] };
  console.log(`\nJourneys in ${title}`);
  const report = join(root, ".scratch", "browsers", `${engine}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const project = engine === "webkit" ? "webkit" : "journeys";
  const others = engine === "chromium" ? [] : ["--exclude", "**/*.chromium.journey.test.ts"];
  await run("vitest", ["run", "--project", project, ...others, ...reporters], {
    env: { JOURNEY_BROWSER: engine },
    show: true,
    minutes: 60,
  });
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  return { engine, title, version: await versionOf(found.path), missing: null, files: testResults };
}

/** What a browser says of its own version. @param {string} program */
async function versionOf(program) {
  const { output } = await run(program, ["--version"]);
  return /\d+(?:\.\d+)+/.exec(output)?.[0] ?? "unknown";
}

async function testBrowsers() {
  const built = await run("vite", ["build", "--logLevel", "warn"], { show: true });
  if (built.code !== 0) throw new Error("The app could not be built.");
  /** @type {EngineRun[]} */
  const runs = [];
  for (const engine of /** @type {const} */ (["chromium", "firefox", "webkit"]))
    runs.push(await journeysIn(engine));
  const { text, failed } = browserReport(runs, new Date());
  writeFileSync(join(root, "docs", "browsers.md"), text);
  await run("oxfmt", ["docs/browsers.md"]);
  console.log(`\n${text}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

refuseOldNode();
await testBrowsers().catch((/** @type {Error} */ error) => {
  console.error(error.message);
  process.exitCode = 1;
});
