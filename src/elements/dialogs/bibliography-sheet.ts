import { html, nothing, render } from "lit";
import type { Section } from "#citing/listing.ts";
import { richLine } from "#elements/detail/rich-line.ts";

const looks = `
  :root { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #000; background: #fff; }
  body { margin: 0; }
  h1 { font-size: 15pt; line-height: 1.3; margin: 0 0 14pt; }
  h2 { font-size: 12pt; margin: 16pt 0 8pt; break-after: avoid; }
  p { margin: 0 0 6pt; padding-inline-start: 24pt; text-indent: -24pt; break-inside: avoid; overflow-wrap: anywhere; }
  cite { font-style: italic; }
`;

/** Draws a bibliography on an empty sheet of paper: black on white, with hanging indents. */
export function drawSheet(
  sheet: Document,
  title: string,
  language: string,
  sections: readonly Section[],
  headingOf: (section: Section) => string | null,
): void {
  const Sheet = sheet.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const styles = new Sheet();
  styles.replaceSync(looks);
  sheet.adoptedStyleSheets = [styles];
  sheet.title = title;
  sheet.documentElement.lang = language;
  const drawn = sections.map((section) => {
    const heading = headingOf(section);
    return html`${heading === null ? nothing : html`<h2>${heading}</h2>`}
    ${section.entries.map((entry) => html`<p dir="auto">${richLine(entry)}</p>`)}`;
  });
  render(
    html`<h1 dir="auto">${title}</h1>
      ${drawn}`,
    sheet.body,
  );
}
