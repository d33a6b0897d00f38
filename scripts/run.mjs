import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's top folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

const minute = 60_000;

/**
 * Runs one program in the repository's top folder, with its own tools first in the path, and keeps what it
 * prints. A program that takes more than its `minutes`, ten unless told otherwise, is ended. Never rejects: a program that cannot be
 * started has the code 127 and the reason as its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Readonly<Record<string, string>>, show?: boolean, minutes?: number }} [options] `show` passes the output on instead of keeping it
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, show = false, minutes = 10 } = {}) {
  const path = [join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: path, FORCE_COLOR: show ? undefined : "0", ...env },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
      timeout: minutes * minute,
    });
    let output = "";
    const keep = (/** @type {Buffer} */ bytes) => (output += bytes.toString());
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on("close", (code, signal) =>
      resolve({ code: code ?? 1, output: signal ? `${output}\n${command} was ended (${signal}).` : output }),
    );
  });
}
