import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import "#elements/about/about-part.ts";
import "#elements/about/holder-list.ts";
import type { HolderList } from "#elements/about/holder-list.ts";
import "#elements/about/school-list.ts";
import type { SchoolList } from "#elements/about/school-list.ts";
import "#elements/about/source-list.ts";
import type { SourceList } from "#elements/about/source-list.ts";
import { detailStyles } from "#elements/detail/detail-styles.ts";
import { focusTree } from "#elements/find/focus.ts";
import { controls } from "#elements/shared/controls.ts";
import { hasUnfinished } from "#elements/shared/drafting.ts";
import { icon } from "#elements/shared/icon.ts";
import { shareRoom, sidePanel } from "#elements/shared/side-panel.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { MapSession } from "#session/map-session.ts";
import { type MapEntry, type MapPart, mapParts, type Workspace } from "#session/workspace.ts";
import { detailWords } from "#words/detail.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** A list of records, each of which can be opened from outside. */
type Entries = HolderList | SchoolList | SourceList;

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * The map as a whole, beside it: what it asks and what it leaves out, its people, its schools, its sources.
 *
 * @cssproperty the tokens of look.css
 */
@customElement("about-panel")
export class AboutPanel extends LitElement {
  static override styles = [
    controls,
    sidePanel,
    detailStyles,
    css`
      .back {
        margin: 0 12px 4px;
        padding: 4px 8px;
        gap: 6px;
        color: var(--ink-2);
      }
      .tabs {
        display: flex;
        gap: 2px;
        padding: 0 16px 6px;
        border-bottom: 1px solid var(--hairline);
      }
      .tabs button {
        padding: 4px 8px;
        color: var(--ink-2);
      }
      .tabs button[aria-selected="true"] {
        color: var(--ink);
        background: var(--hover);
        font-weight: 600;
      }
      .body {
        padding-top: 10px;
      }
      @media (forced-colors: active) {
        .tabs button[aria-selected="true"] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @property() shown: MapPart = "about";
  @query("holder-list, school-list, source-list") private readonly list!: Entries | null;
  @query('[aria-selected="true"]') private readonly tab!: HTMLElement | null;
  readonly #watching = new Watching(this, () => [this.session?.map.value, this.workspace?.entry.value]);
  /** The entry that is shown. */
  #entry: MapEntry | null = null;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  /** A frame later, when the menu or the palette that asked has gone and what is beside it can be reached again. */
  override updated(changed: Map<PropertyKey, unknown>): void {
    const entry = this.workspace.entry.peek();
    if (entry !== null && entry !== this.#entry) this.#lead(entry);
    else if (changed.has("shown") && entry === null)
      requestAnimationFrame(() => this.tab?.focus({ preventScroll: true }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    shareRoom(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.workspace.entry.value = null;
  }

  override render() {
    return html`<section aria-labelledby="about" @keydown=${this.#pressed}>
      <div class="head">
        <h2 id="about">${words.panel}</h2>
        <button aria-label=${words.close} title=${words.close} @click=${this.#close}>${icon("close")}</button>
      </div>
      ${this.#back()}
      <div class="tabs" role="tablist" aria-label=${words.parts} @keydown=${this.#turned}>
        ${mapParts.map(
          (part) =>
            html`<button
              role="tab"
              id=${part}
              aria-selected=${part === this.shown ? "true" : "false"}
              aria-controls="part"
              tabindex=${part === this.shown ? 0 : -1}
              @click=${() => this.#show(part)}
            >
              ${words[part]}
            </button>`,
        )}
      </div>
      <div class="body" id="part" role="tabpanel" aria-labelledby=${this.shown}>${this.#part()}</div>
    </section>`;
  }

  /** The way back to what led to an entry. */
  #back() {
    const entry = this.workspace.entry.value;
    if (entry === null) return nothing;
    return html`<button class="back" @click=${this.#close}>${icon("back", 16)} ${entry.from}</button>`;
  }

  /** Opens an entry, and brings the focus to its fields. */
  #lead(entry: MapEntry): void {
    if (entry.part !== this.shown) return this.#show(entry.part);
    this.#entry = entry;
    requestAnimationFrame(() => void this.list?.showEntry(entry.id as never));
  }

  #part() {
    const { workspace, session } = this;
    const map = session.map.value;
    switch (this.shown) {
      case "about":
        return html`<about-part .session=${session} .map=${map}></about-part>`;
      case "people":
        return html`<holder-list .workspace=${workspace} .session=${session} .map=${map}></holder-list>`;
      case "schools":
        return html`<school-list .workspace=${workspace} .session=${session} .map=${map}></school-list>`;
      case "sources":
        return html`<source-list .workspace=${workspace} .session=${session} .map=${map}></source-list>`;
    }
  }

  readonly #turned = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    const at = (mapParts.indexOf(this.shown) + step + mapParts.length) % mapParts.length;
    this.#show(mapParts[at] ?? "about");
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.#close();
  };

  /** What stands in a form and is not added yet is not thrown away by a step elsewhere. */
  #show(part: MapPart | null): void {
    if (part === this.shown) return;
    if (hasUnfinished(this)) return this.workspace.notices.show(detailWords.addFirst);
    const { about, entry } = this.workspace;
    const back = entry.peek()?.back ?? (() => focusTree(this));
    about.value = part;
    if (part === null) back();
    if (part !== entry.peek()?.part) entry.value = null;
  }

  readonly #close = (): void => this.#show(null);
}

declare global {
  interface HTMLElementTagNameMap {
    "about-panel": AboutPanel;
  }
}
