import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, runnerImport } from "vite";
import { root } from "../scripts/run.mjs";

/** @typedef {import("./claims.ts").Sample} Sample */

const others = ["mind-elixir", "jsmind"];
const wideOthers = [...others, "markmap", "xyflow", "argdown"];
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
  for (const name of others) await buildPage(folderOf(trial, name), name, { branch, links: [], argdown: "" });
}

/**
 * A map of so many claims for everyone, and the pages of the others with it in them.
 * @param {string} trial @param {{ claims: number, links: number }} wanted
 */
export async function buildWidePages(trial, { claims: count, links }) {
  /** @type {typeof import("./wide.ts")} */
  const { wideSample } = (await runnerImport("./bench/wide.ts", { root })).module;
  const sample = wideSample(count, links, seed);
  for (const name of wideOthers) await buildPage(folderOf(trial, name), name, sample);
  return sample;
}

/** @param {string} folder @param {string} name @param {Pick<import("./wide.ts").WideSample, "branch" | "links" | "argdown">} sample */
async function buildPage(folder, name, sample) {
  const pages = join(root, "bench", "pages");
  rmSync(join(root, folder), { recursive: true, force: true });
  await build({
    configFile: false,
    root: pages,
    base: "./",
    logLevel: "warn",
    plugins: [claims(sample), onlyPage(name)],
    build: {
      target: "es2022",
      outDir: join(root, folder),
      emptyOutDir: true,
      rolldownOptions: { input: join(pages, `${name}.html`) },
    },
  });
}

/** Large maps as text, which every engine reads faster than a script. @param {Pick<import("./wide.ts").WideSample, "branch" | "links" | "argdown">} sample @returns {import("vite").Plugin} */
function claims({ branch, links, argdown }) {
  /** @type {Record<string, string>} */
  const modules = {
    "\0virtual:branch": `export const branch = ${parsed(branch)};\nexport const links = ${parsed(links)};`,
    "\0virtual:argdown": `export const text = ${JSON.stringify(argdown)};`,
  };
  return {
    name: "claims",
    resolveId: (id) => (`\0${id}` in modules ? `\0${id}` : null),
    load: (id) => modules[id] ?? null,
  };
}

/** A value as a script that parses it. @param {unknown} value */
function parsed(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
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
