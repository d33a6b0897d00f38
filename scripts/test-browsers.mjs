import { ensureChromium } from "./chromium.mjs";
import { findProgram } from "./programs.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { run } from "./run.mjs";

/** The journeys in one browser, shown as they run. @param {string} engine @param {Readonly<Record<string, string>>} env */
async function journeysIn(engine, env) {
  console.log(`\nJourneys in ${engine}`);
  const { code } = await run("vitest", ["run", "--project", "journeys"], {
    env: { ...env, JOURNEY_BROWSER: engine },
    show: true,
  });
  return code === 0;
}

/** Builds the app and takes every journey in Chromium and in Firefox ESR. */
async function testBrowsers() {
  const found = ensureChromium();
  if ("refused" in found) throw new Error(found.refused);
  const firefox = findProgram(process.env["FIREFOX"] ?? "firefox-esr");
  const built = await run("vite", ["build", "--logLevel", "warn"], { show: true });
  if (built.code !== 0) throw new Error("The app could not be built.");
  const inChromium = await journeysIn("chromium", { CHROMIUM: found.path });
  const inFirefox = firefox !== null && (await journeysIn("firefox", { FIREFOX: firefox }));
  if (firefox === null)
    console.error(
      "\nNo journey was taken in Firefox: it is not here. On Debian, run:\n" +
        "  sudo apt-get install -y --no-install-recommends firefox-esr\n" +
        "Elsewhere, install Firefox ESR and set FIREFOX to its program.",
    );
  process.exitCode = inChromium && inFirefox ? 0 : 1;
}

refuseOldNode();
await testBrowsers().catch((/** @type {Error} */ error) => {
  console.error(error.message);
  process.exitCode = 1;
});
