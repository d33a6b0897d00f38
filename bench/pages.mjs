import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, runnerImport } from "vite";
import { root } from "../scripts/run.mjs";

/** The other libraries that are measured, each with a page of its own. */
const others = ["mind-elixir", "jsmind"];

/** Where the pages are built to, from the repository's top. @param {string} name */
export function folderOf(name) {
  return join(".scratch", "bench", name);
}

/**
 * Builds a page for each of the other libraries, minified like the app, with the first map's claims in it.
 * @returns {Promise<number>} how many claims there are
 */
export async function buildPages() {
  /** @type {typeof import("./claims.ts")} */
  const { firstMap } = (await runnerImport("./bench/claims.ts", { root })).module;
  const branch = firstMap();
  for (const name of others) await buildPage(name, JSON.stringify(branch));
  return countOf(branch);
}

/** @param {import("./claims.ts").Branch} branch @returns {number} */
function countOf({ children }) {
  return children.reduce((sum, child) => sum + countOf(child), 1);
}

/** @param {string} name @param {string} branch the claims as JSON */
async function buildPage(name, branch) {
  const outDir = join(root, folderOf(name));
  rmSync(outDir, { recursive: true, force: true });
  await build({
    configFile: false,
    root: join(root, "bench", "pages"),
    base: "./",
    logLevel: "warn",
    plugins: [claims(branch), onlyPage(name)],
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input: join(root, "bench", "pages", `${name}.html`) },
    },
  });
}

/** @param {string} branch @returns {import("vite").Plugin} */
function claims(branch) {
  return {
    name: "claims",
    resolveId: (id) => (id === "virtual:branch" ? "\0virtual:branch" : null),
    load: (id) => (id === "\0virtual:branch" ? `export const branch = ${branch};` : null),
  };
}

/** Writes the page as index.html, so that it is served like any site. @param {string} name @returns {import("vite").Plugin} */
function onlyPage(name) {
  return {
    name: "only-page",
    enforce: "post",
    generateBundle: (_options, bundle) => {
      const page = bundle[`${name}.html`];
      if (page) page.fileName = "index.html";
    },
  };
}
