import { textOf } from "#citing/fields.ts";
import { formOf } from "#citing/forms.ts";
import { authorsInBibliography, standIn } from "#citing/heading.ts";
import { capitalised, joined, plain, punctuated, type RichText, roman, part } from "#citing/rich-text.ts";
import { titled } from "#citing/titles.ts";
import { addressOf } from "#citing/work.ts";
import type { Source } from "#model/source.ts";
import { citingWords as words } from "#words/citing.ts";

/**
 * The source's line in a bibliography (Chicago 18, notes and bibliography), with its full stop:
 * "Taubman, William. Khrushchev: The Man and His Era. W. W. Norton, 2003."
 */
export function bibliographyEntry({ item }: Source): RichText {
  const form = formOf(item);
  const first = standIn(item, form);
  const rest = first === null ? item : { ...item, [first.field]: undefined };
  const body = joined([
    part("", first?.rich ?? authorsInBibliography(item)),
    part(".", titled(textOf(item, "title"), form.face)),
    ...form.facts(rest, "bibliography", true),
    ...(form.tail?.(item, "bibliography") ?? []),
    ...addressOf(item, "bibliography"),
  ]);
  const entry = plain(body) === "" ? roman(words.untitled) : body;
  return joined([part("", punctuated(capitalised(entry), "."))]);
}
