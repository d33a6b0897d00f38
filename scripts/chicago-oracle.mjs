/*
 * Writes `tests/citing/chicago/oracle.json`: what citeproc makes of `records.json` by the Chicago style file.
 * citeproc-js (CPAL or AGPL) and the style (CC BY-SA) are no part of Counterpoint and are not installed with it;
 * both are given by path:
 *
 *     npm install --prefix <a new folder elsewhere> @citation-js/plugin-csl@0.8.2
 *     node scripts/chicago-oracle.mjs <chicago-notes-bibliography.csl> <that folder>
 *
 * That package brings citeproc and the terms of US English with it. The style is in CSL's public repository of
 * styles; its date and citeproc's version are written beside the output.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { root } from "./run.mjs";

const [styleFile, elsewhere] = process.argv.slice(2);
if (styleFile === undefined || elsewhere === undefined) {
  console.error("Give the style's file and a folder where @citation-js/plugin-csl is installed.");
  process.exit(1);
}

const requireThere = createRequire(join(resolve(elsewhere), "package.json"));
const citeproc = requireThere("citeproc");
const { "en-US": terms } = requireThere("@citation-js/plugin-csl/lib/locales.json");
const style = readFileSync(styleFile, "utf8");

/** @type {Record<string, object>} */
const items = {};
const engine = new citeproc.Engine(
  { retrieveLocale: () => terms, retrieveItem: (/** @type {string} */ id) => items[id] },
  style,
  "en-US",
);

/** @typedef {{ id: string, item: object, citation?: { locator: string, label: string } }} Cited */
/** @type {readonly Cited[]} */
const records = JSON.parse(readFileSync(join(root, "tests/citing/chicago/records.json"), "utf8"));
/** Stands between a first note and a later one, so that the later one is no "ibid." */
const other = { id: "other", type: "book", title: "Other", author: [{ family: "Other" }] };

const written = Object.fromEntries(records.map((record) => [record.id, oracleOf(record)]));
const oracle = {
  style: /<title>(.*?)<\/title>/u.exec(style)?.[1],
  updated: /<updated>(.*?)T/u.exec(style)?.[1],
  citeproc: citeproc.PROCESSOR_VERSION,
  written,
};
writeFileSync(join(root, "tests/citing/chicago/oracle.json"), `${JSON.stringify(oracle, null, 2)}\n`);
console.log(`${records.length} records by the style of ${oracle.updated}, citeproc ${oracle.citeproc}`);

/** The full note, a short note and the entry, italics between stars. @param {Cited} record */
function oracleOf({ id, item, citation = { locator: "", label: "page" } }) {
  items[id] = { ...item, id };
  items[other.id] = other;
  engine.restoreProcessorState([]);
  engine.updateItems([id, other.id]);
  const first = cluster(1, [], { id, ...citation });
  const between = cluster(2, ["1"], { id: "other" });
  const later = cluster(3, ["1", "2"], { id, ...citation });
  if (between === "") throw new Error("citeproc wrote nothing for the note between.");
  const [, entries] = engine.makeBibliography();
  // The style leaves some kinds out of a bibliography: then there is no entry.
  const entry = entries.find((/** @type {string} */ text) => !text.includes(`<i>${other.title}</i>`)) ?? "";
  return { full: starred(first), short: starred(later), entry: starred(entry) };
}

/** @param {number} at @param {readonly string[]} before @param {object} citation @returns {string} */
function cluster(at, before, citation) {
  const cited = { citationID: String(at), citationItems: [citation], properties: { noteIndex: at } };
  const earlier = before.map((id) => [id, Number(id)]);
  const [, notes] = engine.processCitationCluster(cited, earlier, []);
  return notes.find((/** @type {unknown[]} */ [, , id]) => id === String(at))[1];
}

/** citeproc's HTML as text with italics between stars. @param {string} html */
function starred(html) {
  return html
    .replaceAll(/<\/?i>/gu, "*")
    .replaceAll(/<[^>]+>/gu, "")
    .replaceAll("&#38;", "&")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
