import { textOf } from "#citing/fields.ts";
import { italic, type RichText, roman } from "#citing/rich-text.ts";
import type { CslItem } from "#model/source.ts";

export type TitleFace = "italic" | "quoted" | "roman";

/** A title in its face. Quotation marks inside a quoted title become single ones. */
export function titled(title: string, face: TitleFace): RichText {
  if (title === "") return [];
  if (face === "italic") return italic(title);
  return roman(face === "roman" ? title : `“${singleQuoted(title)}”`);
}

/**
 * The title for short notes: CSL's `title-short`, or what stands before the subtitle,
 * then without its leading article (Chicago 18, 13.34).
 */
export function shortTitle(item: CslItem): string {
  const given = textOf(item, "title-short", "shortTitle");
  if (given !== "") return given;
  const title = textOf(item, "title");
  const [main = title] = title.split(/: | — /u);
  return main === title ? title : main.replace(/^(?:The|An?) (?=\p{L})/u, "").replace(/^\p{Ll}/u, upper);
}

function singleQuoted(title: string): string {
  return title.replaceAll("“", "‘").replaceAll("”", "’");
}

function upper(letter: string): string {
  return letter.toLocaleUpperCase("en");
}
