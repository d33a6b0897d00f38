import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";

/*
 * The one door to citation-js, which is fetched when it is first needed. It is always told which form a text has: left
 * to guess, it takes an address for an order to fetch.
 */

/** The CSL records of one BibTeX or BibLaTeX text, as citation-js has them. Throws what its grammar stumbles over. */
export function itemsOfBibtex(text: string): readonly unknown[] {
  return plugins.input.chain(text, { forceType: "@biblatex/text", generateGraph: false });
}

/** The CSL records of one RIS text. */
export function itemsOfRis(text: string): readonly unknown[] {
  return plugins.input.chain(text, { forceType: "@ris/file", generateGraph: false });
}
