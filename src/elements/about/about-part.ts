import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { editAbout } from "#commands/edit-about.ts";
import "#elements/detail/note-section.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten } from "#elements/detail/typed-field.ts";
import { controls } from "#elements/shared/controls.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** What a map says of itself: its title, its question, and what it leaves out. */
@customElement("about-part")
export class AboutPart extends LitElement {
  static override styles = [
    controls,
    panelParts,
    css`
      .texts {
        display: grid;
        gap: 12px;
      }
      note-section {
        margin-top: 16px;
        padding-top: 10px;
        border-top: 1px solid var(--hairline);
      }
      .quiet {
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) session!: MapSession;
  @property({ attribute: false }) map!: ArgumentMap;

  override render() {
    const { title, question, leavesOut, language } = this.map.about;
    return html`<div class="texts" lang=${language}>
        ${this.#text("title", words.title, title)} ${this.#text("question", words.question, question)}
      </div>
      <note-section
        .heading=${words.leavesOut}
        .invitation=${words.writeLeavesOut}
        .editName=${words.editName(words.leavesOut)}
        .note=${leavesOut}
        .language=${language}
        .held=${this.session.held}
        @field-written=${(event: FieldWritten) => this.#write("leavesOut", event)}
      ></note-section>
      ${leavesOut === "" ? html`<p class="quiet">${words.nothingLeftOut}</p>` : ""}`;
  }

  #text(field: "title" | "question", label: string, text: string) {
    return html`<typed-field
      .label=${label}
      .text=${text}
      .held=${this.session.held}
      @field-written=${(event: FieldWritten) => this.#write(field, event)}
    ></typed-field>`;
  }

  #write(field: keyof About, event: FieldWritten): void {
    event.refused = this.session.type(editAbout, { [field]: event.text }, event.gesture);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "about-part": AboutPart;
  }
}
