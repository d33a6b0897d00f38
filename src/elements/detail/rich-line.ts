import { html } from "lit";
import type { RichText } from "#citing/rich-text.ts";

/** Rich text as elements: italics as `<cite>`, since Chicago sets the titles of works in them. */
export function richLine(rich: RichText) {
  return rich.map(({ text, italic }) => (italic ? html`<cite>${text}</cite>` : text));
}
