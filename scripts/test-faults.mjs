/*
 * `npm run test:faults`: causes every fault of tests/faults/ in full number, in all three engines, and prints what came of
 * it. An argument narrows it to the files whose names hold it: `npm run test:faults kill`.
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
const only = process.argv.slice(2);
const { code } = await run("vitest", ["run", "--project", "faults", ...only], {
  env: { FAULTS: "all" },
  show: true,
  minutes: 120,
});
process.exitCode = code;
