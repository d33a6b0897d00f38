import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { whenWords } from "#elements/dialogs/amounts.ts";
import { controls } from "#elements/shared/controls.ts";
import type { Platform } from "#session/platform.ts";
import type { Loss, Restored, Safekeeping } from "#store/ports.ts";
import { storageWords as words } from "#words/storage.ts";

/** The person has decided what becomes of a lost library. */
export class LossSettled extends Event {
  static readonly type = "loss-settled";
  /** What was brought back; `null` when they go on without. */
  readonly restored: Restored | null;

  constructor(restored: Restored | null) {
    super(LossSettled.type, { bubbles: true, composed: true });
    this.restored = restored;
  }
}

/**
 * What stands there instead of the app when the browser has thrown the maps away: what is left of them, and what
 * can be done.
 *
 * @event loss-settled
 */
@customElement("restore-screen")
export class RestoreScreen extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        place-content: center;
        justify-items: start;
        gap: 12px;
        min-height: 100%;
        padding: 32px;
        box-sizing: border-box;
        overflow: auto;
      }
      h1 {
        margin: 0;
        font: 600 28px/36px var(--serif);
      }
      h1:focus-visible {
        outline: none;
      }
      p {
        margin: 0;
        max-width: 52ch;
        font: 400 16px/24px var(--sans);
        overflow-wrap: anywhere;
      }
      .hint {
        max-width: none;
        font-size: 14px;
        line-height: 20px;
        color: var(--ink-2);
      }
      .trouble {
        color: var(--oppose);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) keeping!: Safekeeping;
  @property({ attribute: false }) platform!: Platform;
  @property({ attribute: false }) loss!: Loss;
  @state() private refused: string | null = null;
  @state() private isBusy = false;
  @query("h1") private readonly heading!: HTMLElement;

  override render() {
    const { maps, here, copy } = this.loss;
    const when = copy?.writtenAt ? whenWords(copy.writtenAt, Date.now()) : null;
    return html`<h1 tabindex="-1">${words.lossHeading}</h1>
      <p>
        ${words.loss(maps)} ${here === 0 ? nothing : words.lossHere(here)}
        ${copy === null ? words.lossNoCopy : words.lossCopy(when, copy.maps)}
      </p>
      ${
        copy === null || copy.isWhole
          ? nothing
          : html`<p class="trouble">${words.foundDamaged(copy.maps, copy.expected)}</p>`
      }
      <div class="buttons">
        ${
          copy === null
            ? nothing
            : html`<button class="primary" @click=${() => this.#do(() => this.keeping.restoreCopy("second"))}>
                ${words.lossRestore(copy.maps)}
              </button>`
        }
        <button class="plain" @click=${() => this.#do(() => this.#openBackup())}>${words.lossOpen}</button>
        <button class="plain" @click=${() => this.#do(() => this.#goOn())}>${words.lossGoOn}</button>
      </div>
      ${copy === null ? nothing : html`<p class="hint">${words.lossGoOnHint}</p>`}
      <p role="status">${this.isBusy ? words.working : ""}</p>
      ${this.refused === null ? nothing : html`<p class="trouble" role="alert">${this.refused}</p>`}`;
  }

  override firstUpdated(): void {
    this.heading.focus();
  }

  /** `undefined` when nothing came of it. */
  async #openBackup(): Promise<Restored | undefined> {
    const file = await this.platform.openFile("backup");
    if (file === null) return undefined;
    const found = await this.keeping.inspect(file, file.name);
    if ("refused" in found) {
      this.refused = found.refused;
      return undefined;
    }
    return this.keeping.restore(file);
  }

  async #goOn(): Promise<null> {
    await this.keeping.goOnWithout();
    return null;
  }

  async #do(act: () => Promise<Restored | null | undefined>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.refused = null;
    try {
      const restored = await act();
      if (restored !== undefined) this.dispatchEvent(new LossSettled(restored));
    } catch (error) {
      this.refused = words.failed(error instanceof Error ? error.message : String(error));
    }
    this.isBusy = false;
  }
}

/** Shows the offer in the app's place until the person has decided; a sentence that says what came of it, or `null`. */
export function offerRestoring(
  keeping: Safekeeping,
  platform: Platform,
  loss: Loss,
  place: Element,
): Promise<string | null> {
  const screen = Object.assign(document.createElement("restore-screen"), { keeping, platform, loss });
  screen.setAttribute("role", "main");
  place.replaceWith(screen);
  return new Promise((resolve) =>
    screen.addEventListener("loss-settled", ({ restored }) => {
      screen.replaceWith(place);
      resolve(
        restored === null
          ? null
          : words.restored(restored.added.length, restored.merged.length, restored.unchanged),
      );
    }),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "restore-screen": RestoreScreen;
  }
  interface GlobalEventHandlersEventMap {
    "loss-settled": LossSettled;
  }
}
