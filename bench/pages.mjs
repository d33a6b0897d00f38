import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, runnerImport } from "vite";
import { root } from "../scripts/run.mjs";

/** @typedef {import("./claims.ts").Sample} Sample */

const others = ["mind-elixir", "jsmind"];
const seededClaims = 400;
const seed = 7;

/** Where the page of another library is built to, from the repository's top. @param {string} trial @param {string} name */
export function folderOf(trial, name) {
  return join(".scratch", "bench", trial, name);
}

/**
 * The two maps that are measured: the one that ships, and a larger random one.
 * @returns {Promise<{ first: Sample, seeded: Sample }>}
 */
export async function samples() {
  /** @type {typeof import("./claims.ts")} */
  const { firstMap, seededMap } = (await runnerImport("./bench/claims.ts", { root })).module;
  return { first: firstMap(), seeded: seededMap(seededClaims, seed) };
}

/** Builds a page for each of the other libraries, minified like the app, with the sample's claims in it. @param {string} trial @param {Sample} sample */
export async function buildPages(trial, { branch }) {
  for (const name of others) await buildPage(folderOf(trial, name), name, JSON.stringify(branch));
}

/** @param {string} folder @param {string} name @param {string} branch the claims as JSON */
async function buildPage(folder, name, branch) {
  const pages = join(root, "bench", "pages");
  rmSync(join(root, folder), { recursive: true, force: true });
  await build({
    configFile: false,
    root: pages,
    base: "./",
    logLevel: "warn",
    plugins: [claims(branch), onlyPage(name)],
    build: {
      outDir: join(root, folder),
      emptyOutDir: true,
      rolldownOptions: { input: join(pages, `${name}.html`) },
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
