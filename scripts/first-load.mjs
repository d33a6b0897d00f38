import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "vite";

const tag = /<(?:script|link)\b[^>]*>/g;
const inlineStyle = /<style>.*?<\/style>/s;

/**
 * The page with the styles in it, and the scripts without which it stays a picture: what its HTML asks for by
 * script and modulepreload, the app (`data-app`), and everything that those scripts import statically.
 * @param {string} dist the folder of the build
 * @returns {string[]} paths, `dist` included
 */
export function firstLoadFiles(dist) {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const tags = [...html.replace(inlineStyle, "").matchAll(tag)];
  const asked = tags.map(([text]) => wanted(text)).filter((url) => url !== null);
  const files = new Set([join(dist, "index.html")]);
  const waiting = asked.map((url) => normalize(join(dist, url)));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (file.endsWith(".js")) waiting.push(...importsOf(file));
  }
  return [...files];
}

/** @param {string} text one tag */
function wanted(text) {
  const attribute = (/** @type {string} */ name) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? null;
  if (text.startsWith("<script")) return attribute("src") ?? attribute("data-app");
  return ["modulepreload", "stylesheet"].includes(attribute("rel") ?? "") ? attribute("href") : null;
}

/** @param {string} file a built script */
function importsOf(file) {
  const { staticImports, staticExports } = parseSync(file, readFileSync(file, "utf8")).module;
  const passedOn = staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value));
  const urls = [...staticImports.map(({ moduleRequest }) => moduleRequest.value), ...passedOn];
  return urls.filter((url) => url !== undefined).map((url) => normalize(join(dirname(file), url)));
}
