import { shownText } from "#interchange/shown-text.ts";
import { interchangeWords as words } from "#words/interchange.ts";

const LONGEST_TITLE = 80;

/** Gives out titles that can stand in Argdown's brackets, none of them twice. */
export class Titles {
  readonly #taken = new Set<string>();

  /** The label itself where it can be a title, or else something like it. */
  titleFor(label: string): string {
    const shown = shownText(label).replaceAll(/[[\]]/g, "").slice(0, LONGEST_TITLE);
    const plain = shown.replace(/^[-\s]+/, "").replace(/[\s\uD800-\uDBFF]+$/, "");
    const base = plain === "" || plain === "…" ? words.aClaim : plain;
    let title = base;
    for (let number = 2; this.#taken.has(title); number++) title = `${base} (${number})`;
    this.#taken.add(title);
    return title;
  }
}
