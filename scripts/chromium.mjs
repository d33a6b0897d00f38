import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

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

/** Where a program is, or `null`. A path is taken as it stands. */
export function findProgram(/** @type {string} */ name) {
  const places = name.includes("/")
    ? [name]
    : (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name));
  return places.find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

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
    const refused = install(missing);
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

/** @param {readonly string[]} missing @returns {string | null} why it did not work, or `null` */
function install(missing) {
  const byHand = `sudo apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !findProgram("apt-get"))
    return (
      `The tests run in a real Chromium. Missing here: ${missing.join(", ")}.\n` +
      `On Debian, run:  ${byHand}\n` +
      "Elsewhere, install Chromium or Chrome and set CHROMIUM to its program."
    );
  console.log(`Installing ${missing.join(" and ")} …`);
  const reason = aptInstall(missing);
  return reason === null
    ? null
    : `apt-get could not install ${missing.join(", ")}:\n${reason}\nBy hand: ${byHand}`;
}

/** Three attempts: a mirror that is busy and a lock that another program holds are both common. */
function aptInstall(/** @type {readonly string[]} */ missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const lock = ["-o", "DPkg::Lock::Timeout=300"];
  let reason = "";
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    if (attempt > 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, attempt * 1000);
    const update = spawnSync("apt-get", [...lock, "-qq", "update"], { env, encoding: "utf8" });
    const args = [...lock, "-qq", "-y", "--no-install-recommends", "install", ...missing];
    const done = spawnSync("apt-get", args, { env, encoding: "utf8" });
    if (done.status === 0) return null;
    reason = `${update.stderr}${done.stderr}`.trim().split("\n").slice(-5).join("\n");
  }
  return reason;
}
