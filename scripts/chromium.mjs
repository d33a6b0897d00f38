import { existsSync } from "node:fs";
import { findProgram, installPackages } from "./programs.mjs";

const packages = { browser: "chromium", fonts: "fonts-dejavu-core" };
const fontFile = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

/** The arguments with which every test, picture and measurement starts Chromium: quiet, and off the network. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The Chromium to test in: the one that the environment variable CHROMIUM names, otherwise the one in the
 * path. On Debian, as root, what is missing is installed first.
 * @returns {{ path: string } | { refused: string }} the program, or what the person has to do, in words
 */
export function ensureChromium() {
  const named = process.env["CHROMIUM"];
  if (named) {
    const path = findProgram(named);
    return path ? { path } : { refused: `CHROMIUM names ${named}, and there is no such program.` };
  }
  const missing = missingPackages();
  if (missing.length > 0) {
    const refused = installPackages(missing, {
      purpose: "The tests run in a real Chromium.",
      elsewhere: "Elsewhere, install Chromium or Chrome and set CHROMIUM to its program.",
    });
    if (refused) return { refused };
  }
  const path = findProgram("chromium");
  return path ? { path } : { refused: "Chromium was installed but is not in the path. Set CHROMIUM to it." };
}

function missingPackages() {
  return [
    ...(findProgram("chromium") ? [] : [packages.browser]),
    ...(process.platform !== "linux" || existsSync(fontFile) ? [] : [packages.fonts]),
  ];
}
