import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { controls } from "#elements/shared/controls.ts";
import { dialogWords as words } from "#words/dialogs.ts";

/** Says in a sentence why something was not done; it stays until the person has read it. */
@customElement("problem-dialog")
export class ProblemDialog extends LitElement {
  static override styles = [
    controls,
    css`
      p {
        margin: 4px 0 0;
        font: 400 15px/23px var(--sans);
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ];

  @property({ attribute: false }) sentence = "";
  @query("modal-frame") private readonly frame!: ModalFrame;

  override render() {
    return html`<modal-frame .heading=${words.problemHeading} foot>
      <p role="alert">${this.sentence}</p>
      <button slot="foot" class="primary" autofocus @click=${() => this.frame.dismiss()}>
        ${words.understood}
      </button>
    </modal-frame>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "problem-dialog": ProblemDialog;
  }
}
