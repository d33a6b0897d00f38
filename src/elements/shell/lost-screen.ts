import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { writeAddress } from "#session/address.ts";
import { shellWords as words } from "#words/shell.ts";

/** An address that leads nowhere: says what was found and offers the library. */
@customElement("lost-screen")
export class LostScreen extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        place-content: center;
        justify-items: start;
        gap: 12px;
        height: 100%;
        padding: 32px;
        box-sizing: border-box;
      }
      h1 {
        margin: 0;
        font: 600 28px/36px var(--serif);
      }
      p {
        margin: 0 0 8px;
        max-width: 48ch;
        font-size: 16px;
        line-height: 24px;
        overflow-wrap: anywhere;
      }
      a.primary {
        background: var(--ink);
        color: var(--paper);
      }
    `,
  ];

  @property() sentence = "";

  override render() {
    return html`<h1>${words.lostHeading}</h1>
      <p>${this.sentence}</p>
      <a class="button primary" href=${writeAddress({ screen: "maps" })}>${words.toMaps}</a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "lost-screen": LostScreen;
  }
}
