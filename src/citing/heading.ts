import { textOf } from "#citing/fields.ts";
import type { Shape } from "#citing/kinds.ts";
import { familyNames, namesInBibliography, namesInNote } from "#citing/names.ts";
import { leadersOf } from "#citing/leaders.ts";
import { italic, type Part, part, plain, type RichText, roman } from "#citing/rich-text.ts";
import { shortTitle, titled } from "#citing/titles.ts";
import type { CslItem } from "#model/source.ts";
import { citingWords as words } from "#words/citing.ts";

/** "William Taubman", "Polly Jones, ed."; "" where no one is named. */
export function authorsInNote(item: CslItem, shape: Shape): string {
  return shape.titleFirst ? "" : withRole(item, namesInNote(leadersOf(item).names));
}

/** "Taubman, William", "Jones, Polly, ed.", "Resnais, Alain, dir."; "" where no one is named. */
export function authorsInBibliography(item: CslItem): string {
  return withRole(item, namesInBibliography(leadersOf(item).names));
}

/** Authors and short title, as later notes and cards name the work: "Taubman, Khrushchev". */
export function shortHeading(item: CslItem, shape: Shape): readonly Part[] {
  const names = shape.titleFirst ? [] : roman(familyNames(leadersOf(item).names));
  const title = titled(shortTitle(item), shape.face);
  const first = plain(names) === "" ? (standIn(item, shape)?.rich ?? []) : names;
  const second = plain(title) === "" ? roman(textOf(item, "genre")) : title;
  return plain(first) + plain(second) === ""
    ? [part("", words.untitled)]
    : [part("", first), part(",", second)];
}

/** The newspaper, encyclopaedia or site that stands in for a missing author, and the field that names it. */
export function standIn(item: CslItem, { standIn: stands }: Shape): { field: string; rich: RichText } | null {
  if (stands === undefined || leadersOf(item).role !== "nobody") return null;
  const field = stands.fields.find((name) => textOf(item, name) !== "");
  if (field === undefined) return null;
  return { field, rich: (stands.face === "italic" ? italic : roman)(textOf(item, field)) };
}

function withRole(item: CslItem, written: string): string {
  const { names, role } = leadersOf(item);
  if (role === "author" || role === "nobody") return written;
  return `${written}, ${words.roles[role][names.length === 1 ? 0 : 1]}`;
}
