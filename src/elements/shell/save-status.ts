import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Keeping } from "#session/held-text.ts";
import type { MapSession } from "#session/map-session.ts";
import { sessionWords } from "#words/session.ts";
import { shellWords } from "#words/shell.ts";

/** The person wants the map as a file because the disk does not take it. */
export class DownloadWanted extends Event {
  static readonly type = "download-wanted";

  constructor() {
    super(DownloadWanted.type, { bubbles: true, composed: true });
  }
}

/**
 * Says in words what is so: whether the last edit is on the disk, and how many claims there are and are shown.
 *
 * @event download-wanted
 */
@customElement("save-status")
export class SaveStatus extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        font: 400 12px/16px var(--sans);
        color: var(--ink-2);
        white-space: nowrap;
      }
      .trouble {
        color: var(--oppose);
        font-weight: 600;
      }
      .lines {
        display: grid;
        justify-items: end;
      }
      @media (width < 480px) {
        :host {
          flex-direction: row-reverse;
        }
        .lines {
          flex: 1;
          display: flex;
          justify-content: space-between;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: MapSession;
  readonly #watching = new Watching(this, () => [
    this.session?.saving.value,
    this.session?.shown.value,
    this.session?.near.value,
  ]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  override render() {
    const saving = this.session.saving.value;
    const trouble = saving.state === "failed" || saving.state === "kept-nowhere";
    return html`
      ${
        trouble
          ? html`<button class="plain" @click=${() => this.dispatchEvent(new DownloadWanted())}>
              ${shellWords.download}
            </button>`
          : nothing
      }
      <span class="lines">
        <span class=${trouble ? "trouble" : ""} title=${trouble ? saving.reason : ""}
          >${inWords(saving)}</span
        >
        <span>${this.#count()}</span>
      </span>
    `;
  }

  #count(): string {
    const all = this.session.map.value.claims.size;
    const shown = (this.session.near.value?.claims ?? this.session.shown.value).length;
    return shown === all ? sessionWords.claimCount(all) : sessionWords.shownOf(shown, all);
  }
}

function inWords(saving: Keeping): string {
  switch (saving.state) {
    case "saved":
      return shellWords.saved;
    case "saving":
      return shellWords.saving;
    case "unfinished":
      return shellWords.unfinished;
    case "failed":
      return shellWords.notSaved;
    case "kept-nowhere":
      return shellWords.keptNowhere;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "save-status": SaveStatus;
  }
  interface GlobalEventHandlersEventMap {
    "download-wanted": DownloadWanted;
  }
}
