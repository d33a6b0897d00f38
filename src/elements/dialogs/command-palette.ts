import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type Action, contextOf } from "#actions/action.ts";
import { catalogue } from "#actions/catalogue.ts";
import { shownKey } from "#actions/keys.ts";
import { choiceList, moved } from "#elements/dialogs/choice-list.ts";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { type PaletteSection, paletteSections } from "#elements/dialogs/palette-list.ts";
import { controls } from "#elements/shared/controls.ts";
import type { Workspace } from "#session/workspace.ts";
import { actionWords } from "#words/actions.ts";
import { dialogWords as words } from "#words/dialogs.ts";

/** What was run from the palette on this visit, the latest first. */
let recent: readonly string[] = [];

/** Everything that can be done now, found by its name. */
@customElement("command-palette")
export class CommandPalette extends LitElement {
  static override styles = [
    controls,
    choiceList,
    css`
      :host {
        --dialog-width: 560px;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @state() private typed = "";
  @state() private at = 0;
  @query("modal-frame") private readonly frame!: ModalFrame;

  override render() {
    const sections = this.#sections();
    const actions = sections.flatMap((section) => section.actions);
    return html`<modal-frame .heading=${words.palette} high>
      <input
        class="search"
        autofocus
        role="combobox"
        aria-label=${words.paletteField}
        aria-expanded="true"
        aria-controls="choices"
        aria-autocomplete="list"
        aria-activedescendant=${actions[this.at] === undefined ? nothing : `choice-${this.at}`}
        placeholder=${words.palettePlaceholder}
        spellcheck="false"
        autocomplete="off"
        .value=${this.typed}
        @input=${this.#wrote}
        @keydown=${(event: KeyboardEvent) => this.#pressed(event, actions)}
      />
      <div id="choices" class="choices" role="listbox" aria-label=${words.palette}>
        ${this.#listed(sections)}
      </div>
      ${actions.length === 0 ? html`<p class="nothing">${words.paletteNothing(this.typed)}</p>` : nothing}
      <p class="visually-hidden" role="status">${words.paletteCount(actions.length)}</p>
    </modal-frame>`;
  }

  override updated(): void {
    this.renderRoot.querySelector(`#choice-${this.at}`)?.scrollIntoView({ block: "nearest" });
  }

  #sections(): readonly PaletteSection[] {
    return paletteSections(catalogue, contextOf(this.workspace), this.typed, recent);
  }

  #listed(sections: readonly PaletteSection[]) {
    let before = 0;
    return sections.map(({ group, actions }) => {
      const first = before;
      before += actions.length;
      const choices = actions.map((action, step) => this.#choice(action, first + step));
      if (group === "found") return choices;
      const name = group === "recent" ? words.paletteRecent : actionWords.groups[group];
      return html`<div role="group" aria-label=${name}>
        <div class="group-name" aria-hidden="true">${name}</div>
        ${choices}
      </div>`;
    });
  }

  #choice(action: Action, index: number) {
    const key = shownKey(action);
    return html`<div
      class="choice"
      id="choice-${index}"
      role="option"
      aria-selected=${index === this.at ? "true" : "false"}
      @click=${() => this.#run(action)}
    >
      <span>${action.name(contextOf(this.workspace))}</span
      >${key === null ? nothing : html`<kbd>${key}</kbd>`}
    </div>`;
  }

  readonly #wrote = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.at = 0;
  };

  #pressed(event: KeyboardEvent, actions: readonly Action[]): void {
    if (event.isComposing) return;
    const next = moved(event.key, this.at, actions.length);
    const action = actions[this.at];
    if (next !== null) this.at = next;
    else if (event.key === "Enter" && action !== undefined) this.#run(action);
    else return;
    event.preventDefault();
  }

  /** The palette is gone before the action runs, so that an editor that it opens can take the focus. */
  #run(action: Action): void {
    recent = [action.id, ...recent.filter((id) => id !== action.id)];
    this.frame.dismiss();
    void action.run(contextOf(this.workspace));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "command-palette": CommandPalette;
  }
}
