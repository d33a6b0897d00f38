import { textOf } from "#citing/fields.ts";
import { italic, type RichText, roman } from "#citing/rich-text.ts";
import type { CslItem } from "#model/source.ts";

export type TitleFace = "italic" | "quoted" | "roman";

/**
 * A title in its face. Quotation marks inside a quoted title become single ones, and those of another language English
 * ones (Chicago 18, 12.7): “Der ‘Führerstaat’”. Other titles keep theirs.
 */
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

/** What is quoted in German, in French or Russian, or in German books; an English pair; a single German one. */
const quoted =
  /„([^„“”]*)[“”]|«[\s\u00a0\u202f]*([^«»]*?)[\s\u00a0\u202f]*»|»([^«»]*)«|“([^“”]*)”|‚([^‚‘’]*)[‘’]/gu;

/** Private characters, so that no title has them. */
const innermost = /\u{e000}([^\u{e001}]*)\u{e001}/gu;

function singleQuoted(title: string): string {
  const single = title.replace(quoted, (_, ...parts: readonly unknown[]) => {
    const inner = parts.find((part) => typeof part === "string") ?? "";
    return `‘${doubled(inner)}’`;
  });
  return single.replaceAll("“", "‘").replaceAll("”", "’").replaceAll(innermost, "“$1”");
}

/** What German puts into single marks within double ones, marked until the double ones are single. */
function doubled(inner: string): string {
  return inner.replaceAll(/‚([^‚‘’]*)[‘’]/gu, "\u{e000}$1\u{e001}");
}

function upper(letter: string): string {
  return letter.toLocaleUpperCase("en");
}
