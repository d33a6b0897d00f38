import { existsSync } from "node:fs";
import { join } from "node:path";
import { preview } from "vite";
import { root } from "./run.mjs";

/**
 * Serves a built folder to this machine only, at a free port unless one is named.
 * @param {{ folder?: string, base?: string, port?: number, plugins?: import("vite").Plugin[] }} [options] the folder,
 *   from the repository's top; the path that it is served under; the port, where it is to be a certain one; what else
 *   the server is to answer
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 * @throws when the folder holds no build
 */
export async function serve({ folder = "dist", base = "/", port = 0, plugins = [] } = {}) {
  if (!existsSync(join(root, folder, "index.html")))
    throw new Error(`There is no build in ${folder}/. Run "npm run build" first.`);
  const server = await preview({
    configFile: false,
    root,
    base,
    plugins,
    // A file that is not there is missed, as on any other server, and not answered with the page.
    appType: "mpa",
    logLevel: "silent",
    build: { outDir: folder },
    preview: { host: "127.0.0.1", port, strictPort: port !== 0 },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("The preview server says no address.");
  return { address, close: () => server.close() };
}
