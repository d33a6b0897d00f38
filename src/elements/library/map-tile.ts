import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { editedWords } from "#elements/library/edited-words.ts";
import "#elements/library/map-thumbnail.ts";
import { tileStyles } from "#elements/library/tile-styles.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon, type IconName } from "#elements/shared/icon.ts";
import { writeAddress } from "#session/address.ts";
import type { MapEntry } from "#store/ports.ts";
import type { Maps } from "#store/maps.ts";
import { libraryWords as words } from "#words/library.ts";

/** What a person asks of a map in the library. */
export type TileWish = "duplicate" | "remove" | "reset";

/** A button of a map's tile was pressed. */
export class TileWished extends Event {
  static readonly type = "tile-wished";
  readonly wish: TileWish;
  readonly entry: MapEntry;

  constructor(wish: TileWish, entry: MapEntry) {
    super(TileWished.type, { bubbles: true, composed: true });
    this.wish = wish;
    this.entry = entry;
  }
}

/** A map was given another title where it stands. */
export class MapRenamed extends Event {
  static readonly type = "map-renamed";
  readonly entry: MapEntry;
  readonly title: string;

  constructor(entry: MapEntry, title: string) {
    super(MapRenamed.type, { bubbles: true, composed: true });
    this.entry = entry;
    this.title = title;
  }
}

/**
 * One map of the library: its picture, its title as a link, its question, and what can be done with it.
 *
 * @event tile-wished - a {@link TileWished}.
 * @event map-renamed - a {@link MapRenamed}; not fired when the title stays.
 */
@customElement("map-tile")
export class MapTile extends LitElement {
  static override styles = [controls, tileStyles];

  @property({ attribute: false }) entry!: MapEntry;
  @property({ attribute: false }) maps!: Maps;
  @state() private renaming = false;
  @state() private refused = false;
  @query(".title input") private readonly field!: HTMLInputElement | null;
  @query("a") private readonly link!: HTMLAnchorElement | null;

  override render() {
    const { entry } = this;
    const mine = entry.shipped === null;
    const edited = entry.editedAt > 0;
    return html`<article>
      <map-thumbnail .maps=${this.maps} .entry=${entry}></map-thumbnail>
      <div class="words">
        <h2 class="title">${this.renaming ? this.#field() : this.#link()}</h2>
        ${this.refused ? html`<p class="refused" role="alert">${words.emptyTitle}</p>` : nothing}
        <p class=${entry.question === "" ? "question none" : "question"} dir="auto">
          ${entry.question || words.noQuestion}
        </p>
        <p class="facts">
          <span>${words.claims(entry.claims)}</span>
          ${edited ? html`<span>${editedWords(entry.editedAt, Date.now())}</span>` : nothing}
        </p>
        ${mine ? nothing : this.#origin(edited)}
      </div>
      <div class="tools">
        ${this.#tool(words.duplicate, "copy", () => this.#wish("duplicate"))}
        ${this.#tool(words.rename, "edit", () => void this.#rename())}
        ${mine ? this.#tool(words.remove, "remove", () => this.#wish("remove")) : nothing}
        ${!mine && edited ? this.#tool(words.reset, "undo", () => this.#wish("reset")) : nothing}
      </div>
    </article>`;
  }

  /** Takes the focus to the map's link. */
  override focus(): void {
    this.link?.focus();
  }

  #origin(edited: boolean) {
    return html`<p class="origin">
      <span>${words.shipped}</span>${edited ? html`<span>${words.editedByYou}</span>` : nothing}
    </p>`;
  }

  #link() {
    const { id, title } = this.entry;
    return html`<a
      id="title"
      dir="auto"
      title=${title}
      href=${writeAddress({ screen: "map", map: id, claim: null })}
      >${title || words.untitled}</a
    >`;
  }

  #field() {
    return html`<input
      dir="auto"
      aria-label=${words.titleField}
      .value=${this.entry.title}
      @blur=${() => this.#end(false)}
      @keydown=${this.#pressed}
    />`;
  }

  #tool(name: string, drawing: IconName, act: () => void) {
    return html`<button aria-describedby=${this.renaming ? nothing : "title"} @click=${act}>
      ${icon(drawing, 16)}<span>${name}</span>
    </button>`;
  }

  #wish(wish: TileWish): void {
    this.dispatchEvent(new TileWished(wish, this.entry));
  }

  async #rename(): Promise<void> {
    this.renaming = true;
    this.refused = false;
    await this.updateComplete;
    this.field?.select();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    this.#end(true);
  };

  #end(byKey: boolean): void {
    if (!this.renaming) return;
    const title = this.field?.value.trim() ?? "";
    this.renaming = false;
    this.refused = title === "";
    if (title !== "" && title !== this.entry.title) this.dispatchEvent(new MapRenamed(this.entry, title));
    if (byKey) void this.updateComplete.then(() => this.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "map-tile": MapTile;
  }
  interface GlobalEventHandlersEventMap {
    "tile-wished": TileWished;
    "map-renamed": MapRenamed;
  }
}
