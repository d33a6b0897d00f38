import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { declineNewer, mergeNewer } from "#actions/merging.ts";
import { controls } from "#elements/shared/controls.ts";
import type { Newer } from "#session/merging.ts";
import type { Workspace } from "#session/workspace.ts";
import { dialogWords } from "#words/dialogs.ts";
import { mergingWords as words } from "#words/merging.ts";

/** The quiet line that offers a newer version of a shipped map to someone who has edited an older one. */
@customElement("release-line")
export class ReleaseLine extends LitElement {
  static override styles = [
    controls,
    css`
      aside {
        box-sizing: border-box;
        padding: 10px 8px 6px 14px;
        border-radius: 12px;
        background: var(--card);
        border: 1px solid var(--hairline);
        box-shadow: var(--shadow);
        color: var(--ink-2);
        font: 400 13px/18px var(--sans);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        margin: 2px 0 0 -10px;
      }
      button {
        font-size: 13px;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) newer!: Newer;

  override render() {
    return html`<aside aria-label=${words.newerName}>
      ${words.newer(this.newer.edits)}
      <div class="ways">
        <button @click=${() => void mergeNewer(this.workspace, this.newer)}>${words.seeAndMerge}</button>
        <button @click=${this.#decline}>${words.notNow}</button>
      </div>
    </aside>`;
  }

  readonly #decline = (): void => {
    const { workspace } = this;
    declineNewer(workspace, this.newer).catch(() => workspace.notices.show(dialogWords.notKept));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "release-line": ReleaseLine;
  }
}
