import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { noteOf, shortNoteOf } from "#citing/note.ts";
import { richLine } from "#elements/detail/rich-line.ts";
import type { SourceId } from "#model/ids.ts";
import { type Citation, newCitation, type Source } from "#model/source.ts";
import { sourceWords as words } from "#words/sources.ts";

const nowhere = newCitation("" as SourceId);

/** How a source is cited, after Chicago: in a note, in a later note, and in a bibliography. Nothing while it has no words. */
@customElement("source-preview")
export class SourcePreview extends LitElement {
  static override styles = css`
    .preview {
      margin-top: 12px;
      padding: 10px 12px;
      border: 1px solid var(--hairline);
      border-radius: 8px;
      background: var(--card);
    }
    p,
    dt {
      margin: 0;
      font: 500 12px/16px var(--sans);
      color: var(--ink-2);
    }
    p {
      font-weight: 600;
      margin-bottom: 6px;
    }
    dl {
      margin: 0;
    }
    dd {
      margin: 0 0 8px;
      font: 400 14px/20px var(--serif);
      color: var(--ink);
      overflow-wrap: anywhere;
    }
    dd:last-of-type {
      margin-bottom: 0;
    }
    cite {
      font-style: italic;
    }
  `;

  @property({ attribute: false }) record!: Omit<Source, "id">;
  @property({ attribute: false }) citation: Citation | null = null;

  override render() {
    if (Object.keys(this.record.item).length < 2) return nothing;
    const source: Source = { ...this.record, id: "" as SourceId };
    const place = this.citation ?? nowhere;
    return html`<div class="preview" role="group" aria-labelledby="preview">
      <p id="preview">${words.preview}</p>
      <dl>
        <dt>${words.note}</dt>
        <dd dir="auto">${richLine(noteOf(source, place))}</dd>
        <dt>${words.shortNote}</dt>
        <dd dir="auto">${richLine(shortNoteOf(source, place))}</dd>
        <dt>${words.bibliography}</dt>
        <dd dir="auto">${richLine(bibliographyEntry(source))}</dd>
      </dl>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "source-preview": SourcePreview;
  }
}
