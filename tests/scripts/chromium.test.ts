import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "./folders.ts";

const shell = "#!/bin/sh\n";
const chromium = `${shell}exit 0\n`;

/** Runs the script on a machine whose whole path is one folder. */
function ensure(path: string, env: Readonly<Record<string, string>> = {}) {
  const script = new URL("../../scripts/ensure-chromium.mjs", import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    env: { PATH: path, ...env },
    encoding: "utf8",
  });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

describe("Chromium for the tests", () => {
  test("is the one in the path", () => {
    const path = folderWith({ chromium, "apt-get": `${shell}exit 9\n` });
    expect(ensure(path)).toEqual({ status: 0, stdout: join(path, "chromium"), stderr: "" });
  });

  test("is the one that CHROMIUM names, before any other", () => {
    const path = folderWith({ chromium, "elsewhere/chrome": chromium });
    const named = join(path, "elsewhere/chrome");
    expect(ensure(path, { CHROMIUM: named }).stdout).toBe(named);
  });

  test("is missed in words when CHROMIUM names nothing", () => {
    const { status, stderr } = ensure(folderWith({ chromium }), { CHROMIUM: "/no/such/chrome" });
    expect(status).toBe(1);
    expect(stderr).toBe("CHROMIUM names /no/such/chrome, and there is no such program.");
  });

  test("is asked for in words where nothing can install it", () => {
    const { status, stderr } = ensure(folderWith({}));
    expect(status).toBe(1);
    expect(stderr).toContain("sudo apt-get install -y --no-install-recommends chromium");
    expect(stderr).toContain("set CHROMIUM");
  });
});

/** An apt-get that fails some times, notes what it was asked, and then puts a Chromium beside itself. */
function aptGet(failures: number): string {
  return `${shell}cd "\${0%/*}"
echo "$@" >> asked
case "$*" in *install*) ;; *) exit 0 ;; esac
read -r tries < tries
echo $((tries + 1)) > tries
if [ "$tries" -lt ${failures} ]; then echo "E: mirror is busy" >&2; exit 100; fi
printf '#!/bin/sh\\n' > chromium
/bin/chmod 755 chromium
`;
}

if (process.getuid?.() === 0)
  describe("as root on Debian", () => {
    test("it is installed, and a busy mirror is asked again", () => {
      const path = folderWith({ "apt-get": aptGet(1), tries: "0\n" });
      const { status, stdout } = ensure(path);
      expect(stdout).toContain("Installing chromium");
      expect(stdout.endsWith(join(path, "chromium"))).toBe(true);
      expect(status).toBe(0);
      const asked = readFileSync(join(path, "asked"), "utf8").split("\n");
      expect(asked.filter((line) => line.includes(" install "))).toHaveLength(2);
      expect(asked.at(-2)).toMatch(/--no-install-recommends install chromium/);
    }, 20_000);

    test("after three failures it says why and what to do by hand", () => {
      const path = folderWith({ "apt-get": aptGet(9), tries: "0\n" });
      const { status, stderr } = ensure(path);
      expect(status).toBe(1);
      expect(stderr).toContain("E: mirror is busy");
      expect(stderr).toContain("By hand: sudo apt-get install");
      expect(existsSync(join(path, "chromium"))).toBe(false);
    }, 30_000);
  });
