import type { ReadonlySignal } from "@preact/signals-core";
import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { controls } from "#elements/shared/controls.ts";
import { progressBar } from "#elements/shared/progress-bar.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Progress } from "#store/reading.ts";
import { dialogWords as words } from "#words/dialogs.ts";

/** Says how far the reading of a large file or map has come. Cancel, Escape and Close end it, and nothing has changed then. */
@customElement("reading-dialog")
export class ReadingDialog extends LitElement {
  static override styles = [
    controls,
    progressBar,
    css`
      p {
        margin: 4px 0 14px;
        font: 400 15px/23px var(--sans);
        overflow-wrap: anywhere;
      }
      .stage {
        margin: 10px 0 0;
        color: var(--ink-2);
        font: 400 13px/20px var(--sans);
      }
    `,
  ];

  @property({ attribute: false }) name = "";
  @property({ attribute: false }) progress!: ReadonlySignal<Progress>;
  @property({ attribute: false }) cancel: () => void = () => undefined;
  @query("modal-frame") private readonly frame!: ModalFrame;
  readonly #watching = new Watching(this, () => this.progress?.value);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("progress")) this.#watching.renew();
  }

  override render() {
    const { stage, share } = this.progress.value;
    const heading = stage === "opening" ? words.openingHeading : words.readingHeading;
    return html`<modal-frame .heading=${heading} foot @dialog-closed=${this.cancel}>
      <p>${words.reading(this.name)}</p>
      <progress aria-label=${words.readingProgress} max="1" value=${doneOf(stage, share)}></progress>
      <p class="stage" role="status">${words.readingStages[stage]}</p>
      <button slot="foot" class="plain" autofocus @click=${() => this.frame.dismiss()}>
        ${words.cancel}
      </button>
    </modal-frame>`;
  }
}

/** From where to where each stage takes a file; a stage that has no measure stands where it begins. */
const spans: Readonly<Record<Progress["stage"], readonly [from: number, to: number]>> = {
  fetching: [0, 0.2],
  understanding: [0.3, 0.7],
  sources: [0.1, 1],
  keeping: [0.7, 1],
  opening: [0, 1],
};

function doneOf(stage: Progress["stage"], share: number | null): number {
  const [from, to] = spans[stage];
  return from + (share ?? 0) * (to - from);
}

declare global {
  interface HTMLElementTagNameMap {
    "reading-dialog": ReadingDialog;
  }
}
