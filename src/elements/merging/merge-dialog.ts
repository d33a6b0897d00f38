import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keepApart, mergeIn, putBackAndMerge, reviewAgain } from "#actions/merging.ts";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { controls } from "#elements/shared/controls.ts";
import type { Arrival } from "#session/merging.ts";
import type { Workspace } from "#session/workspace.ts";
import type { Version } from "#store/states.ts";
import { actionWords } from "#words/actions.ts";
import { mergingWords as words } from "#words/merging.ts";

/** Asks what is to become of a file of a map that is here already: merge it, keep it apart, or neither. */
@customElement("merge-dialog")
export class MergeDialog extends LitElement {
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
      .which {
        font: 500 17px/24px var(--serif);
      }
      .quiet {
        color: var(--ink-2);
      }
      .refused {
        padding: 8px 12px;
        border-inline-start: 3px solid var(--oppose);
        background: var(--oppose-tint);
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) arrival!: Arrival;
  @state() private refused: string | null = null;
  @state() private busy = false;
  @query("modal-frame") private readonly frame!: ModalFrame;

  override render() {
    const { map, by, trouble, theirs, mine, last, binned } = this.arrival;
    if (binned !== undefined) return this.#binned();
    const canMerge = this.arrival.document !== null;
    return html`<modal-frame .heading=${words.heading} foot>
      <p class="which" dir="auto">${words.which(map.about.title || actionWords.untitled, by)}</p>
      <p>${canMerge ? words.has(theirs, mine) : trouble}</p>
      <p class="quiet">${canMerge ? words.promise : words.apart}</p>
      ${last === null ? nothing : this.#again(last)}
      ${this.refused === null ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}
      <button slot="foot" @click=${() => this.frame.dismiss()}>${words.cancel}</button>
      <button
        slot="foot"
        class=${canMerge ? "plain" : "primary"}
        ?autofocus=${!canMerge}
        ?disabled=${this.busy}
        @click=${() => void this.#do(keepApart)}
      >
        ${words.keepApart}
      </button>
      ${canMerge ? this.#merge() : nothing}
    </modal-frame>`;
  }

  /** Whoever opens a copy once more may be looking for what it brought. */
  #again(last: Version) {
    return html`<p class="quiet">
      ${words.lastMerge}
      <button class="plain" @click=${() => void this.#review(last)}>
        ${actionWords.reviewMerge(last.merge?.by ?? null)}
      </button>
    </p>`;
  }

  async #review(last: Version): Promise<void> {
    const { workspace, arrival } = this;
    this.frame.dismiss();
    await workspace.go({ screen: "map", map: arrival.map.id, claim: null });
    reviewAgain(workspace, last);
  }

  #binned() {
    const { map, by } = this.arrival;
    const title = map.about.title || actionWords.untitled;
    return html`<modal-frame .heading=${words.binnedHeading} foot>
      <p class="which" dir="auto">${words.which(title, by)}</p>
      <p>${words.isBinned(title)}</p>
      ${this.refused === null ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}
      <button slot="foot" @click=${() => this.frame.dismiss()}>${words.cancel}</button>
      <button slot="foot" class="plain" ?disabled=${this.busy} @click=${() => void this.#do(keepApart)}>
        ${words.openBeside}
      </button>
      <button
        slot="foot"
        class="primary"
        autofocus
        ?disabled=${this.busy}
        @click=${() => void this.#do(putBackAndMerge)}
      >
        ${words.putBackAndMerge}
      </button>
    </modal-frame>`;
  }

  #merge() {
    return html`<button
      slot="foot"
      class="primary"
      autofocus
      ?disabled=${this.busy}
      @click=${() => void this.#do(mergeIn)}
    >
      ${words.merge}
    </button>`;
  }

  async #do(step: (workspace: Workspace, arrival: Arrival) => Promise<void>): Promise<void> {
    const { workspace, arrival } = this;
    this.busy = true;
    try {
      await step(workspace, arrival);
      const dialog = workspace.dialog.peek();
      // The step may have asked something else.
      if (dialog?.type !== "merge" || dialog.arrival === arrival) this.frame.dismiss();
    } catch (error) {
      this.refused = words.failed(error instanceof Error ? error.message : String(error));
    }
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "merge-dialog": MergeDialog;
  }
}
