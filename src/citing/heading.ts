import { namesOf, textOf } from "#citing/fields.ts";
import { familyNames, namesInBibliography, namesInNote } from "#citing/names.ts";
import { type Part, plain, type RichText, roman } from "#citing/rich-text.ts";
import { shortTitle, titled } from "#citing/titles.ts";
import { editorsAreAuthors, type Form, part } from "#citing/work.ts";
import type { CslItem, Name } from "#model/source.ts";
import { citingWords as words } from "#words/citing.ts";

/** Whoever stands first: the authors, or for a work without any its editors. */
function leading(item: CslItem): readonly Name[] {
  const authors = namesOf(item, "author");
  return authors.length === 0 && editorsAreAuthors(item) ? namesOf(item, "editor") : authors;
}

/** "William Taubman", "Polly Jones, ed."; "" where no one is named. */
export function authorsInNote(item: CslItem): string {
  return withEditorMark(item, namesInNote(leading(item)));
}

/** "Taubman, William", "Jones, Polly, ed."; "" where no one is named. */
export function authorsInBibliography(item: CslItem): string {
  return withEditorMark(item, namesInBibliography(leading(item)));
}

/** Authors and short title, as later notes and cards name the work: "Taubman, Khrushchev". */
export function shortHeading(item: CslItem, form: Form): readonly Part[] {
  const names = roman(familyNames(leading(item)));
  const title = titled(shortTitle(item), form.face);
  const first = plain(names) === "" ? standIn(item, form) : names;
  const second = plain(title) === "" ? roman(textOf(item, "genre")) : title;
  return plain(first) + plain(second) === ""
    ? [part("", words.untitled)]
    : [part("", first), part(",", second)];
}

/** The newspaper, encyclopaedia or site that stands in for a missing author. */
export function standIn(item: CslItem, form: Form): RichText {
  return leading(item).length === 0 ? (form.standIn?.(item) ?? []) : [];
}

function withEditorMark(item: CslItem, names: string): string {
  if (names === "" || namesOf(item, "author").length > 0) return names;
  return `${names}, ${leading(item).length === 1 ? words.editor : words.editors}`;
}
