/* `npm run test:faults`: causes every fault of tests/faults/ in full number, and prints what came of it. */
import { ensureChromium } from "./chromium.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { run } from "./run.mjs";

refuseOldNode();
const found = ensureChromium();
if ("refused" in found) {
  console.error(found.refused);
  process.exit(1);
}
const built = await run("vite", ["build", "--logLevel", "warn"], { show: true });
if (built.code !== 0) throw new Error("The app could not be built.");
const only = process.argv.slice(2);
const { code } = await run("vitest", ["run", "--project", "faults", ...only], {
  env: { CHROMIUM: found.path, FAULTS: "all" },
  show: true,
});
process.exitCode = code;
