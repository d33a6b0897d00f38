import { spawn } from "node:child_process";

/** @typedef {{ name: string, close: () => void }} Display */

/**
 * Opens a display that no one sees, for browsers that cannot do without one.
 * @returns {Promise<Display>} its name, as the variable DISPLAY wants it
 */
export function openDisplay() {
  const args = ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"];
  const server = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    server.stdio[3]?.once("data", (/** @type {Buffer} */ bytes) =>
      resolve({ name: `:${bytes.toString().trim()}`, close: () => void server.kill() }),
    );
  });
}
