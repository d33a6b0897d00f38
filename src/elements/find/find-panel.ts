import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { isRefusal } from "#commands/command.ts";
import { replaceText } from "#commands/replace-text.ts";
import { moved } from "#elements/dialogs/choice-list.ts";
import { type FoundNow, kindOf, listedResults, nameOf, pathInWords } from "#elements/find/finding.ts";
import { findStyles } from "#elements/find/find-styles.ts";
import { goFrom } from "#elements/find/focus.ts";
import { Reading } from "#elements/find/reading.ts";
import { Searching } from "#elements/find/searching.ts";
import { roleOf } from "#elements/map/face.ts";
import { controls } from "#elements/shared/controls.ts";
import { focusedElement } from "#elements/shared/focused-element.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Excerpt } from "#search/excerpt.ts";
import type { Found } from "#search/finder.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Dialog, Workspace } from "#session/workspace.ts";
import { findWords as words } from "#words/find.ts";
import { mapWords } from "#words/map.ts";

/**
 * Find, and Replace below it: a panel under the header that leaves the map in reach. What is found comes as one
 * types, each claim with the way down to it; Enter goes there. A large map is read meanwhile, and the panel says so.
 * Open while `workspace.dialog` says so.
 *
 * @cssproperty the tokens of look.css
 */
@customElement("find-panel")
export class FindPanel extends LitElement {
  static override styles = [controls, findStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @state() private typed = "";
  @state() private replacement = "";
  @state() private matchCase = false;
  @state() private refused = "";
  @state() private at = 0;
  @query("input") private readonly field!: HTMLInputElement;
  #opener: HTMLElement | null = null;
  #seen: Dialog | null = null;
  readonly #searching = new Searching(this);
  /** What the line says of what was found. */
  #said = "";
  readonly #watching = new Watching(this, () => [
    this.workspace?.dialog.value,
    this.session?.map.value,
    this.session?.forest.value,
    this.session?.looking.value?.isBlind.value,
  ]);

  constructor() {
    super();
    this.addController(new Reading(this, () => this.session));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#opener = focusedElement();
    this.addEventListener("keydown", this.#pressedAnywhere);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session") || changed.has("workspace")) this.#watching.renew();
  }

  override updated(): void {
    const dialog = this.workspace.dialog.peek();
    if (dialog !== null && dialog !== this.#seen) this.#takeFocus();
    this.#seen = dialog;
    this.renderRoot.querySelector(`#result-${this.at}`)?.scrollIntoView({ block: "nearest" });
  }

  /** What was looked for before is replaced by typing; what was typed before the field was there stays. */
  #takeFocus(): void {
    const before = this.field.value;
    this.field.focus();
    if (this.field.value === before) this.field.select();
  }

  override render() {
    const found = this.#find();
    return html`<section role="search" aria-label=${words.find}>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <span class="glass">${icon("find", 16)}</span>
        ${this.#field(found.shown)}
        <button type="button" aria-label=${words.close} title=${words.close} @click=${() => this.#close()}>
          ${icon("close")}
        </button>
      </form>
      ${this.#replacing ? this.#replace(found.places) : nothing}
      <div class="line">
        <p role="status">${(this.#said = this.#summary(found))}</p>
        <button type="button" aria-expanded=${this.#replacing ? "true" : "false"} @click=${this.#turn}>
          ${words.replace} ${icon(this.#replacing ? "fold" : "unfold", 16)}
        </button>
      </div>
      ${this.#isBlind ? html`<p class="blind">${words.namesHidden}</p>` : nothing}
      ${found.shown.length === 0 ? nothing : this.#results(found.shown)}
      ${found.count > found.shown.length ? html`<p class="more">${words.first(listedResults)}</p>` : nothing}
    </section>`;
  }

  /** Whether names are hidden: then they cannot be looked for. */
  get #isBlind(): boolean {
    return this.session.looking.value?.isBlind.value === true;
  }

  get #replacing(): boolean {
    return this.workspace.dialog.value?.type === "replace";
  }

  #find(): FoundNow {
    const replacing = this.#replacing ? { matchCase: this.matchCase } : null;
    return this.#searching.find(this.session, {
      typed: this.typed,
      replacing,
      isBlind: this.#isBlind,
    });
  }

  #findNow(): FoundNow {
    this.#find();
    return this.#searching.now();
  }

  #field(shown: readonly Found[]) {
    const open = shown.length > 0;
    return html`<input
      type="text"
      role="combobox"
      aria-label=${words.find}
      aria-autocomplete="list"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${open ? "results" : nothing}
      aria-activedescendant=${shown[this.at] === undefined ? nothing : `result-${this.at}`}
      placeholder=${this.#isBlind ? words.placeholderBlind : words.placeholder}
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="go"
      dir="auto"
      .value=${this.typed}
      @input=${this.#wrote}
      @keydown=${this.#pressed}
    />`;
  }

  #replace(places: number) {
    return html`<div class="replacing">
        <input
          type="text"
          aria-label=${words.replaceWith}
          placeholder=${words.replaceWith}
          autocomplete="off"
          dir="auto"
          .value=${this.replacement}
          @input=${(event: InputEvent) => (this.replacement = (event.target as HTMLInputElement).value)}
          @keydown=${this.#pressedInReplacement}
        />
        <label>
          <input
            type="checkbox"
            .checked=${this.matchCase}
            @change=${(event: Event) => (this.matchCase = (event.target as HTMLInputElement).checked)}
          />
          ${words.matchCase}
        </label>
        <button type="button" class="plain" ?disabled=${places === 0} @click=${this.#replaceAll}>
          ${words.replaceAll(places)}
        </button>
      </div>
      ${this.refused === "" ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}`;
  }

  #summary({ count, isWhole }: FoundNow): string {
    if (this.typed.trim() === "") return words.begin;
    if (this.#searching.isLooking) return this.#said;
    if (!isWhole) return words.stillReading(count);
    if (count > 0) return words.count(count);
    if (this.#replacing) return words.nothingToReplace(this.typed);
    return (this.#isBlind ? words.nothingBlind : words.nothing)(this.typed.trim());
  }

  #results(shown: readonly Found[]) {
    return html`<div
      id="results"
      class="results"
      role="listbox"
      aria-label=${words.results}
      lang=${this.session.map.value.about.language}
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      ${shown.map((found, index) => this.#result(found, index))}
    </div>`;
  }

  #result(found: Found, index: number) {
    const map = this.session.map.value;
    const relation = kindOf(map, this.session.forest.value, found.claim);
    return html`<div
      class="result"
      id="result-${index}"
      role="option"
      aria-selected=${index === this.at ? "true" : "false"}
      @click=${() => this.#go(found.claim)}
    >
      <div class="where">
        <span class="kind ${relation?.kind ?? ""}">${mapWords[roleOf(relation)]}</span>
        ${found.field === "text" ? nothing : html`<span class="field">${fieldNames[found.field]}</span>`}
        <span class="path" dir="auto">${pathInWords(map, found.path)}</span>
      </div>
      ${found.field === "text" ? nothing : html`<div class="claim" dir="auto">${nameOf(map, found.claim)}</div>`}
      <div class="excerpt" dir="auto">${marked(found.excerpt)}</div>
    </div>`;
  }

  readonly #wrote = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.refused = "";
    this.at = 0;
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { shown } = event.key === "Enter" ? this.#findNow() : this.#find();
    const next = moved(event.key, this.at, shown.length);
    const found = shown[this.at];
    if (next !== null) this.at = next;
    else if (event.key === "Enter" && found !== undefined) this.#go(found.claim);
    else return;
    event.preventDefault();
  };

  readonly #pressedInReplacement = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.#replaceAll();
  };

  /** Keys in the panel are about the panel; Escape closes it. Ctrl and Cmd stay with the app. */
  readonly #pressedAnywhere = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing) this.#close();
    else if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
  };

  readonly #turn = (): void => {
    this.refused = "";
    this.at = 0;
    this.#seen = { type: this.#replacing ? "find" : "replace" };
    this.workspace.dialog.value = this.#seen;
  };

  readonly #replaceAll = (): void => {
    const { session, typed: needle, replacement, matchCase } = this;
    const { places, count } = this.#findNow();
    if (places === 0) return;
    const outcome = session.open.run(replaceText, { needle, replacement, matchCase });
    this.refused = isRefusal(outcome) ? outcome.refused : "";
    if (isRefusal(outcome)) return;
    this.workspace.notices.show(words.replaced(places, count), {
      name: words.undo,
      run: () => void session.open.undo(),
    });
  };

  #go(claim: ClaimId): void {
    this.workspace.dialog.value = null;
    goFrom(this, this.session, claim);
  }

  #close(): void {
    this.workspace.dialog.value = null;
    this.#opener?.focus({ preventScroll: true });
  }
}

const fieldNames = { note: words.inNote, source: words.inSource, holder: words.inHolder } as const;

function marked({ text, marks }: Excerpt) {
  const pieces: unknown[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    pieces.push(text.slice(from, start), html`<mark>${text.slice(start, end)}</mark>`);
    from = end;
  }
  return [...pieces, text.slice(from)];
}

declare global {
  interface HTMLElementTagNameMap {
    "find-panel": FindPanel;
  }
}
