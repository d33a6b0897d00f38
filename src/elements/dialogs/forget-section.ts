import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { saveBackup } from "#elements/dialogs/backup-section.ts";
import { storageStyles } from "#elements/dialogs/storage-styles.ts";
import { controls } from "#elements/shared/controls.ts";
import type { Workspace } from "#session/workspace.ts";
import type { Safekeeping } from "#store/ports.ts";
import { storageWords as words } from "#words/storage.ts";

/** Deletes everything for good, and asks once before: there is no Undo for this, so it says what goes and offers the backup first. */
@customElement("forget-section")
export class ForgetSection extends LitElement {
  static override styles = [controls, storageStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) keeping!: Safekeeping;
  /** How many maps would go. */
  @property({ type: Number }) maps = 0;
  @state() private isAsking = false;
  @state() private said = "";
  @query("#opener") private readonly opener!: HTMLElement;
  @query("#first") private readonly first!: HTMLElement;

  override render() {
    return html`<section class="last">
      <h3>${words.forgetting}</h3>
      <div class="buttons">
        <button class="plain" id="opener" aria-expanded=${this.isAsking} @click=${this.#ask}>
          ${words.forget}
        </button>
      </div>
      ${this.isAsking ? this.#asking() : nothing}
      <p role="status">${this.said}</p>
    </section>`;
  }

  #asking() {
    return html`<div class="asking" role="group" aria-labelledby="goes">
      <p id="goes">${words.forgetAsk(this.maps)}</p>
      <div class="buttons">
        ${
          this.maps === 0
            ? nothing
            : html`<button
                class="primary"
                @click=${() => this.#do(() => saveBackup(this.workspace, this.keeping))}
              >
                ${words.forgetBackupFirst}
              </button>`
        }
        <button class="plain trouble" @click=${() => this.#do(() => this.#forget())}>
          ${words.forgetNow}
        </button>
        <button class="plain" id="first" @click=${this.#cancel}>${words.cancel}</button>
      </div>
    </div>`;
  }

  readonly #ask = async (): Promise<void> => {
    if (this.isAsking) return this.#cancel();
    this.isAsking = true;
    await this.updateComplete;
    this.first.focus();
  };

  readonly #cancel = (): void => {
    this.isAsking = false;
    this.opener.focus();
  };

  async #forget(): Promise<string> {
    await this.keeping.forget();
    return "";
  }

  async #do(act: () => Promise<string>): Promise<void> {
    this.said = words.working;
    try {
      this.said = await act();
    } catch (error) {
      this.said = words.failed(error instanceof Error ? error.message : String(error));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "forget-section": ForgetSection;
  }
}
