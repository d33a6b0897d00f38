import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { controls } from "#elements/shared/controls.ts";
import type { BadEntry } from "#interchange/bibtex-entries.ts";
import type { Workspace } from "#session/workspace.ts";
import { sourceFileWords as words } from "#words/source-files.ts";

/** More lines than these are counted, not drawn; copied are all of them. */
const mostDrawn = 1000;

/** Lists the entries of a file of sources that could not be read, by line, with the reason. */
@customElement("unread-entries-dialog")
export class UnreadEntriesDialog extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        --dialog-width: 640px;
      }
      p {
        margin: 4px 0 12px;
        font: 400 15px/23px var(--sans);
      }
      [role="status"] {
        align-self: center;
        color: var(--ink-2);
        font: 400 14px/20px var(--sans);
      }
      .list {
        max-height: 50vh;
        overflow: auto;
        border: 1px solid var(--hairline);
        border-radius: 8px;
        padding: 8px 14px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 3px 0;
        font: 400 14px/20px var(--sans);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  /** What came of the file as a whole, in a sentence. */
  @property({ attribute: false }) summary = "";
  @property({ attribute: false }) entries: readonly BadEntry[] = [];
  @state() private said = "";
  @query("modal-frame") private readonly frame!: ModalFrame;

  override render() {
    const { entries } = this;
    const more = entries.length - mostDrawn;
    return html`<modal-frame .heading=${words.unreadHeading} foot>
      <p>${this.summary}</p>
      <div class="list" role="region" aria-label=${words.unreadList} tabindex="0" autofocus>
        <ul>
          ${entries.slice(0, mostDrawn).map((entry) => html`<li dir="auto">${words.badLine(entry)}</li>`)}
        </ul>
        ${more > 0 ? html`<p>${words.unreadMore(more)}</p>` : nothing}
      </div>
      <span slot="foot" role="status">${this.said}</span>
      <button slot="foot" class="plain" @click=${this.#copy}>${words.copyList}</button>
      <button slot="foot" class="primary" @click=${() => this.frame.dismiss()}>${words.close}</button>
    </modal-frame>`;
  }

  readonly #copy = async (): Promise<void> => {
    const text = this.entries.map((entry) => words.badLine(entry)).join("\n");
    this.said = await this.workspace.platform.writeClipboard(text).then(
      () => words.listCopied,
      () => words.listNotCopied,
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "unread-entries-dialog": UnreadEntriesDialog;
  }
}
