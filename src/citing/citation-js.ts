import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import type { CslItem, Name } from "#model/source.ts";

/*
 * The one door to citation-js, which is fetched when it is first needed. It is always told which form a text has: left
 * to guess, it takes an address for an order to fetch.
 */

/** The CSL records of one BibTeX or BibLaTeX text, as citation-js has them. Throws what its grammar stumbles over. */
export function itemsOfBibtex(text: string): readonly unknown[] {
  return plugins.input.chain(text, { forceType: "@biblatex/text", generateGraph: false });
}

/** One record as a BibLaTeX entry, without what that cannot say. */
export function bibtexOf(item: CslItem, key: string): string {
  plugins.config.get("@bibtex").format.asciiOnly = false;
  const entry = plugins.output.format("biblatex", [{ ...withoutBraces(item), id: key, "citation-key": key }]);
  return entry.replace(/^\tnote = \{\[Online; accessed .*\]\},\n/mu, "").trim();
}

/** Texts on one line, and without the signs that would end a field, or begin a command of TeX. */
function withoutBraces(item: CslItem): CslItem {
  return JSON.parse(JSON.stringify(item), clean) as CslItem;
}

function clean(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll(/[{}\\\s]+/gu, " ").trim() : value;
}

/** One record as RIS, without what that cannot say. */
export function risOf(item: CslItem, key: string): string {
  const [tags = {}] = plugins.output.format("ris", [withWholeNames({ ...item, id: key })], {
    format: "object",
  });
  const { TY: type = "GEN", ...others } = item.DOI === undefined ? tags : { DO: item.DOI, ...tags };
  const lines = Object.entries(others).flatMap(([tag, value]) =>
    [value].flat().map((each) => `${tag}  - ${String(each).replaceAll(/\s+/gu, " ")}`),
  );
  return [`TY  - ${String(type)}`, ...lines, "ER  - "].join("\n");
}

/** RIS knows first and last names only: a particle goes with the last one. */
function withWholeNames(item: CslItem): CslItem {
  const { author, editor } = item;
  return {
    ...item,
    ...(author && { author: author.map(withParticle) }),
    ...(editor && { editor: editor.map(withParticle) }),
  };
}

function withParticle(name: Name): Name {
  const particle = name["non-dropping-particle"];
  if (particle === undefined || name.family === undefined) return name;
  return Object.assign({}, name, { family: `${particle} ${name.family}` });
}

/** The CSL records of one RIS text. */
export function itemsOfRis(text: string): readonly unknown[] {
  return plugins.input.chain(text, { forceType: "@ris/file", generateGraph: false });
}
