import type { Section } from "#citing/listing.ts";
import { plain, type RichText } from "#citing/rich-text.ts";

/** A bibliography as plain text: an entry a paragraph, a section under its heading. */
export function asText(sections: readonly Section[], headingOf: (section: Section) => string | null): string {
  const paragraphs = sections.flatMap((section) => {
    const heading = headingOf(section);
    return [...(heading === null ? [] : [heading]), ...section.entries.map(plain)];
  });
  return `${paragraphs.join("\n\n")}\n`;
}

/** The same as HTML for a word processor, with its italics. All text is escaped, and nothing has a style: the page's policy forbids those even here. */
export function asHtml(sections: readonly Section[], headingOf: (section: Section) => string | null): string {
  return sections
    .flatMap((section) => {
      const heading = headingOf(section);
      return [
        ...(heading === null ? [] : [`<h2>${escaped(heading)}</h2>`]),
        ...section.entries.map((entry) => `<p>${richHtml(entry)}</p>`),
      ];
    })
    .join("\n");
}

function richHtml(rich: RichText): string {
  return rich.map(({ text, italic }) => (italic ? `<i>${escaped(text)}</i>` : escaped(text))).join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => entities[letter]!);
}
