import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

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
 * Installs Debian packages, as root on Debian.
 * @param {readonly string[]} missing
 * @param {{ purpose: string, elsewhere: string }} words why they are needed; what to do where there are no such packages
 * @returns {string | null} what the person has to do, in words, or `null` when they are there now
 */
export function installPackages(missing, { purpose, elsewhere }) {
  const byHand = `sudo apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !findProgram("apt-get"))
    return `${purpose} Missing here: ${missing.join(", ")}.\nOn Debian, run:  ${byHand}\n${elsewhere}`;
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
