import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { chooseFile } from "#actions/keeping-file.ts";
import { fileName } from "#elements/dialogs/exporting.ts";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { controls } from "#elements/shared/controls.ts";
import type { Workspace } from "#session/workspace.ts";
import { keepingWords as words } from "#words/keeping.ts";

/** Asks which file the open map is to be saved to from now on, or stops that. */
@customElement("keep-file-dialog")
export class KeepFileDialog extends LitElement {
  static override styles = [
    controls,
    css`
      p {
        margin: 4px 0 0;
        font: 400 15px/23px var(--sans);
        overflow-wrap: anywhere;
      }
      p + p {
        margin-top: 10px;
      }
      .quiet {
        color: var(--ink-2);
        font: 400 13px/19px var(--sans);
      }
      .refused {
        padding: 8px 12px;
        border-inline-start: 3px solid var(--oppose);
        background: var(--oppose-tint);
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @state() private refused: string | null = null;
  @state() private busy = false;
  @query("modal-frame") private readonly frame!: ModalFrame;

  override render() {
    const name = this.workspace.keeping.peek()?.line.peek()?.name ?? null;
    return html`<modal-frame .heading=${words.heading} foot>
      ${name === null ? nothing : html`<p>${words.keptNow(name)}</p>`}
      <p>${words.what}</p>
      <p class="quiet">${words.existingHint}</p>
      ${this.refused === null ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}
      ${
        name === null
          ? html`<button slot="foot" @click=${() => this.frame.dismiss()}>${words.cancel}</button>`
          : html`<button slot="foot" ?disabled=${this.busy} @click=${() => this.#do(() => this.#stop(name))}>
              ${words.stopName(name)}
            </button>`
      }
      <button
        slot="foot"
        class="plain"
        ?disabled=${this.busy}
        @click=${() => this.#do(() => this.#choose(true))}
      >
        ${words.existingFile}
      </button>
      <button
        slot="foot"
        class="primary"
        autofocus
        ?disabled=${this.busy}
        @click=${() => this.#do(() => this.#choose(false))}
      >
        ${words.newFile}
      </button>
    </modal-frame>`;
  }

  async #choose(existing: boolean): Promise<boolean> {
    const { workspace } = this;
    const picker = await workspace.platform.files?.();
    if (picker === undefined) return true;
    const title = workspace.current.peek()?.map.peek().about.title ?? "";
    return chooseFile(workspace, picker, existing ? { existing } : { name: fileName(title, ".argmap.json") });
  }

  async #stop(name: string): Promise<boolean> {
    const { keeping, notices } = this.workspace;
    await keeping.peek()?.stop();
    notices.show(words.stopped(name));
    return true;
  }

  async #do(act: () => Promise<boolean>): Promise<void> {
    this.refused = null;
    this.busy = true;
    try {
      if (await act()) this.frame.dismiss();
    } catch (error) {
      this.refused = words.notDone(error instanceof Error ? error.message : String(error));
    }
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "keep-file-dialog": KeepFileDialog;
  }
}
