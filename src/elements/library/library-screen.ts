import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { shownKey } from "#actions/keys.ts";
import "#elements/dialogs/app-menu.ts";
import type { ItemChosen } from "#elements/dialogs/app-menu.ts";
import { holdsWords, folded } from "#elements/dialogs/matching.ts";
import { libraryStyles } from "#elements/library/library-styles.ts";
import "#elements/library/deleted-maps.ts";
import type { MapRestored } from "#elements/library/deleted-maps.ts";
import "#elements/library/map-tile.ts";
import type { MapRenamed, TileWished } from "#elements/library/map-tile.ts";
import { resetWithUndo } from "#elements/library/resetting.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { MapId } from "#model/ids.ts";
import type { Workspace } from "#session/workspace.ts";
import type { MapEntry } from "#store/ports.ts";
import { libraryWords as words } from "#words/library.ts";
import { shellWords } from "#words/shell.ts";

const moreActions = ["app.settings", "app.keys", "app.palette"] as const;

/** The library: all maps on this device, and the ways to get another. */
@customElement("library-screen")
export class LibraryScreen extends LitElement {
  static override styles = [controls, libraryStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @state() private typed = "";
  @query("h1") private readonly heading!: HTMLElement;
  readonly #watching = new Watching(this, () => [
    this.workspace?.maps.entries.value,
    this.workspace?.maps.bin.value,
  ]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("workspace")) this.#watching.renew();
  }

  override render() {
    const all = this.workspace.maps.entries.value;
    const shown = all.filter((entry) => holdsWords(folded(`${entry.title} ${entry.question}`), this.typed));
    return html`<div class="page">
      ${this.#head()}
      <div class="bar">
        <label class="search">
          <span class="visually-hidden">${words.search}</span>
          ${icon("find", 16)}
          <input
            type="search"
            placeholder=${words.search}
            .value=${this.typed}
            @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
          />
        </label>
        <p class="count" role="status">${words.count(shown.length, all.length)}</p>
      </div>
      ${shown.length === 0 ? this.#nothing(all.length) : this.#tiles(shown)}
      <deleted-maps .maps=${this.workspace.maps.bin.value} @map-restored=${this.#restored}></deleted-maps>
    </div>`;
  }

  #head() {
    return html`<div class="head">
      <div>
        <p class="app">${shellWords.app}</p>
        <h1 tabindex="-1">${words.maps}</h1>
      </div>
      <div class="ways">
        <button class="primary" @click=${() => void this.#create()}>${icon("add", 16)}${words.newMap}</button>
        <button class="plain" @click=${() => this.#act("map.import")}>
          ${icon("open", 16)}${words.openFile}
        </button>
        <app-menu
          .label=${shellWords.more}
          .items=${this.#moreItems()}
          @item-chosen=${this.#chosen}
        ></app-menu>
      </div>
    </div>`;
  }

  #moreItems() {
    const context = contextOf(this.workspace);
    return moreActions.map((id) => {
      const action = actionById(id);
      return { id, name: action.name(context), keys: shownKey(action), enabled: action.when(context) };
    });
  }

  #tiles(entries: readonly MapEntry[]) {
    return html`<ul class="tiles" @tile-wished=${this.#wished} @map-renamed=${this.#renamed}>
      ${repeat(
        entries,
        (entry) => entry.id,
        (entry) =>
          html`<li>
            <map-tile data-map=${entry.id} .entry=${entry} .maps=${this.workspace.maps}></map-tile>
          </li>`,
      )}
    </ul>`;
  }

  #nothing(all: number) {
    if (all === 0) return html`<p class="nothing">${words.empty}</p>`;
    return html`<p class="nothing">
      ${words.nothingFound(this.typed)}
      <button class="plain" @click=${() => (this.typed = "")}>${words.showAll}</button>
    </p>`;
  }

  #act(id: string): void {
    void actionById(id).run(contextOf(this.workspace));
  }

  readonly #chosen = (event: ItemChosen): void => this.#act(event.item);

  #create(): Promise<void> {
    return this.#trying(async () => actionById("map.new").run(contextOf(this.workspace)));
  }

  readonly #wished = ({ wish, entry }: TileWished): void => {
    void this.#trying(() => {
      if (wish === "duplicate") return this.#duplicate(entry);
      return wish === "remove" ? this.#remove(entry) : resetWithUndo(this.workspace, entry);
    });
  };

  readonly #renamed = ({ entry, title }: MapRenamed): void => {
    void this.#trying(() => this.workspace.maps.rename(entry.id, title));
  };

  async #duplicate(entry: MapEntry): Promise<void> {
    const { maps, notices } = this.workspace;
    const copy = await maps.duplicate(entry.id);
    if (copy === null) return;
    const title = maps.entries.peek().find(({ id }) => id === copy)?.title ?? titleOf(entry);
    notices.show(words.duplicated(title));
    this.typed = "";
    await this.#focusTile(copy);
  }

  async #remove(entry: MapEntry): Promise<void> {
    const { maps, notices } = this.workspace;
    const at = maps.entries.peek().findIndex(({ id }) => id === entry.id);
    await maps.remove(entry.id);
    notices.show(words.removed(titleOf(entry)), {
      name: words.undo,
      run: () => void this.#trying(() => this.#restore(entry)),
    });
    const next = maps.entries.peek()[at] ?? maps.entries.peek()[at - 1];
    await this.#focusTile(next?.id ?? null);
  }

  readonly #restored = ({ entry }: MapRestored): void => void this.#trying(() => this.#restore(entry));

  async #restore(entry: MapEntry): Promise<void> {
    await this.workspace.maps.restore(entry.id);
    this.workspace.notices.say(words.restored(titleOf(entry)));
    await this.#focusTile(entry.id);
  }

  async #focusTile(id: MapId | null): Promise<void> {
    await this.updateComplete;
    const tiles = [...this.renderRoot.querySelectorAll("map-tile")];
    const tile = tiles.find(({ entry }) => entry.id === id);
    await tile?.updateComplete;
    if (tile === undefined) this.heading.focus();
    else tile.focus();
  }

  /** What the disk refuses is said, and changes nothing. */
  async #trying(act: () => Promise<void> | void): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.workspace.notices.show(words.failed(error instanceof Error ? error.message : String(error)));
    }
  }
}

function titleOf(entry: MapEntry): string {
  return entry.title || words.untitled;
}

declare global {
  interface HTMLElementTagNameMap {
    "library-screen": LibraryScreen;
  }
}
