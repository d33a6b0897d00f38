import { textOf, typographic } from "#citing/fields.ts";
import { formOf } from "#citing/forms.ts";
import { authorsInNote, shortHeading } from "#citing/heading.ts";
import { isPageLocator, locatorOf, locatorWithTerm, pageRange } from "#citing/locators.ts";
import {
  capitalised,
  joined,
  type Part,
  plain,
  punctuated,
  type RichText,
  roman,
  part,
} from "#citing/rich-text.ts";
import { titled } from "#citing/titles.ts";
import { addressOf, type Form, rolesOf } from "#citing/work.ts";
import type { Citation, CslItem, Source } from "#model/source.ts";
import { citingWords as words } from "#words/citing.ts";

/*
 * Notes after The Chicago Manual of Style, 18th edition (2024), chapters 13 and 14: no place of publication,
 * two authors at most, no "ibid.". Every source gives a text, whatever its fields hold.
 */

/** A full note, with its full stop: "William Taubman, Khrushchev: The Man and His Era (W. W. Norton, 2003), 274." */
export function noteOf({ item }: Source, citation: Citation): RichText {
  const form = formOf(item);
  const volume = volumeBeforePage(item, form, citation);
  const body = joined([
    part("", authorsInNote(item, form)),
    part(",", titled(textOf(item, "title"), form.face)),
    ...form.facts(item, "note", volume === ""),
    placeInNote(item, form, citation, volume),
    ...(form.tail?.(item, "note") ?? []),
    ...addressOf(item, "note"),
  ]);
  return framed(body, citation);
}

/** A later note on the same source, with its full stop: "Taubman, Khrushchev, 274." */
export function shortNoteOf({ item }: Source, citation: Citation): RichText {
  const form = formOf(item);
  const volume = form.face === "italic" ? textOf(item, "volume") : "";
  const place = locatorOf(citation);
  const parts =
    volume === "" || place === "" || !isPageLocator(citation)
      ? [part(",", volume === "" ? "" : words.volume(volume)), part(",", place)]
      : [part(",", `${volume}:${place}`)];
  return framed(joined([...shortHeading(item, form), ...parts]), citation);
}

/** The citation's prefix before a note and its suffix after it. A note begins with a capital and ends with a full stop. */
function framed(body: RichText, { prefix, suffix }: Citation): RichText {
  const note = plain(body) === "" ? roman(words.untitled) : body;
  const before = typographic(prefix.trim());
  const after = typographic(suffix.trim());
  const line = joined([
    part("", before),
    part(" ", note),
    part(/^[,.;:]/u.test(after) ? "" : after.startsWith("(") ? " " : ",", after),
  ]);
  return joined([part("", punctuated(before === "" ? line : capitalised(line), "."))]);
}

/** The volume of a work in several volumes stands before its page: "3:274". Where editors follow it, it stays with them. */
function volumeBeforePage(item: CslItem, form: Form, citation: Citation): string {
  if (!form.inVolumes || !isPageLocator(citation)) return "";
  return rolesOf(item, "note", false).length > 0 ? "" : textOf(item, "volume");
}

function placeInNote(item: CslItem, form: Form, citation: Citation, volume: string): Part {
  const place = form.namesPages?.(item) ? locatorWithTerm(citation) : locatorOf(citation);
  if (volume !== "") return part(",", `${volume}:${place}`);
  if (!form.colonBeforePage?.(item)) return part(",", place);
  return part(":", place === "" ? pageRange(textOf(item, "page")) : place);
}
