import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import type { Binned } from "#store/bin.ts";
import { DAYS_IN_BIN } from "#store/days-of-use.ts";
import type { MapEntry } from "#store/ports.ts";
import { libraryWords as words } from "#words/library.ts";

/** A deleted map is wanted back. */
export class MapRestored extends Event {
  static readonly type = "map-restored";
  readonly entry: MapEntry;

  constructor(entry: MapEntry) {
    super(MapRestored.type, { bubbles: true, composed: true });
    this.entry = entry;
  }
}

/**
 * What was deleted and can still be brought back, with how long. Nothing at all while nothing is deleted.
 *
 * @event map-restored - a {@link MapRestored}.
 */
@customElement("deleted-maps")
export class DeletedMaps extends LitElement {
  static override styles = [
    controls,
    css`
      section {
        margin-top: 56px;
        padding-top: 24px;
        border-top: 1px solid var(--hairline);
      }
      h2 {
        margin: 0 0 4px;
        font: 600 20px/28px var(--serif);
      }
      .hint {
        margin: 0 0 12px;
        max-width: 64ch;
        font: 400 14px/21px var(--sans);
        color: var(--ink-2);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px 16px;
        padding: 10px 0;
        border-bottom: 1px solid var(--hairline);
      }
      .title {
        font: 600 17px/23px var(--serif);
        overflow-wrap: anywhere;
      }
      .facts {
        display: block;
        margin-top: 2px;
        font: 400 13px/18px var(--sans);
        color: var(--ink-2);
      }
    `,
  ];

  @property({ attribute: false }) maps: readonly Binned[] = [];

  override render() {
    if (this.maps.length === 0) return nothing;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${words.deletedMaps}</h2>
      <p class="hint">${words.deletedHint(DAYS_IN_BIN)}</p>
      <ul>
        ${repeat(
          this.maps,
          ({ entry }) => entry.id,
          ({ entry, daysLeft }) => this.#line(entry, daysLeft),
        )}
      </ul>
    </section>`;
  }

  #line(entry: MapEntry, daysLeft: number) {
    const title = entry.title || words.untitled;
    return html`<li>
      <span>
        <span class="title" dir="auto">${title}</span>
        <span class="facts">${words.claims(entry.claims)} · ${words.daysLeft(daysLeft)}</span>
      </span>
      <button
        class="plain"
        aria-label=${words.restoreNamed(title)}
        @click=${() => this.dispatchEvent(new MapRestored(entry))}
      >
        ${icon("undo", 16)}${words.restore}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "deleted-maps": DeletedMaps;
  }
  interface GlobalEventHandlersEventMap {
    "map-restored": MapRestored;
  }
}
