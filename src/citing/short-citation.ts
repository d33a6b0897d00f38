import { locatorOf } from "#citing/locators.ts";
import { capitalised, joined, part, plain } from "#citing/rich-text.ts";
import { kindOf, shapes } from "#citing/kinds.ts";
import { shortHeading } from "#citing/heading.ts";
import { typographic } from "#citing/fields.ts";
import type { Citation, Source } from "#model/source.ts";

/** A section's name is cut to whole words of about this many letters. */
const longestSection = 20;

/**
 * A citation in the space of a card's foot, without a full stop: "Taubman, Khrushchev, 274",
 * "“De Stalinization,” Controversies, ¶2". Its prefix stands there, since "but see" turns what is cited around; its suffix,
 * which is often a remark of a sentence, stands in the note alone. The note has it in full.
 */
export function shortCitation({ item }: Source, citation: Citation): string {
  const place = part(",", shortPlace(citation));
  const line = joined([...shortHeading(item, shapes[kindOf(item)]), place]);
  const prefix = typographic(citation.prefix.trim());
  return plain(capitalised(joined([part("", prefix), part(" ", line)])));
}

function shortPlace(citation: Citation): string {
  const place = locatorOf(citation);
  if (citation.label === "paragraph") return place.replace(/^paras?\.\s/u, "¶");
  if (citation.label !== "section") return place;
  const [section = "", ...rest] = place.split(", ");
  return [shortSection(section), ...rest].join(", ");
}

/** "Controversies and debates" is "Controversies"; "Economic and social reforms" is "Economic and social…". */
function shortSection(section: string): string {
  if (section.length <= longestSection) return section;
  const [first = "", ...rest] = section.split(" ");
  let kept = first;
  for (const word of rest) {
    if (kept.length + 1 + word.length > longestSection) break;
    kept = `${kept} ${word}`;
  }
  const whole = kept.replace(/ (?:and|or|of|the|in|&)$/u, "");
  return whole === kept ? `${kept}…` : whole;
}
