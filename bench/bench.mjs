import { ensureChromium } from "../scripts/chromium.mjs";
import { refuseOldNode } from "../scripts/node-version.mjs";
import { run } from "../scripts/run.mjs";

/** Builds the app and the pages of the other libraries, measures all of them in one run, and writes down what came out. */
async function bench() {
  const found = ensureChromium();
  if ("refused" in found) throw new Error(found.refused);
  process.env["CHROMIUM"] = found.path;
  const built = await run("vite", ["build", "--logLevel", "warn"], { show: true });
  if (built.code !== 0) throw new Error("The app could not be built.");
  const { buildPages } = await import("./pages.mjs");
  const { measureAll } = await import("./measuring.mjs");
  const { writeResults } = await import("./results.mjs");
  const claims = await buildPages();
  await writeResults({ claims, ...(await measureAll()) });
}

refuseOldNode();
await bench();
