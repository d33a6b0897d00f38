import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import "#elements/dialogs/app-menu.ts";
import type { ItemChosen, MenuItem } from "#elements/dialogs/app-menu.ts";
import { mostGuides, type OutlineLink, type OutlineRow } from "#elements/outline/rows.ts";
import { rowStyles } from "#elements/outline/row-styles.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon, type IconName } from "#elements/shared/icon.ts";
import type { ClaimId } from "#model/ids.ts";
import { mapWords } from "#words/map.ts";
import { outlineWords as words } from "#words/outline.ts";

/** A button on the row in hand. */
export interface RowTool {
  /** The id of an action of the catalogue. */
  readonly id: string;
  readonly name: string;
  /** The name with its key, for the tooltip. */
  readonly hint: string;
  readonly icon: IconName;
  readonly tone: "quiet" | "supports" | "opposes";
}

/** What the row in hand offers. */
export interface RowTools {
  readonly buttons: readonly RowTool[];
  readonly more: readonly MenuItem[];
}

/** An action of the catalogue was asked for at a row. */
export class RowActed extends Event {
  static readonly type = "row-acted";
  readonly action: string;

  constructor(action: string) {
    super(RowActed.type, { bubbles: true, composed: true });
    this.action = action;
  }
}

/** The chevron of a row was pressed. */
export class RowFolded extends Event {
  static readonly type = "row-folded";
  readonly claim: ClaimId;

  constructor(claim: ClaimId) {
    super(RowFolded.type, { bubbles: true, composed: true });
    this.claim = claim;
  }
}

/** A link to a claim that is drawn elsewhere was followed. */
export class LinkFollowed extends Event {
  static readonly type = "link-followed";
  readonly claim: ClaimId;

  constructor(claim: ClaimId) {
    super(LinkFollowed.type, { bubbles: true, composed: true });
    this.claim = claim;
  }
}

/**
 * One claim of the outline, as a `treeitem`: role, name and place in the tree are attributes of this element, set
 * from outside.
 *
 * @event row-acted - a {@link RowActed}.
 * @event row-folded - a {@link RowFolded}.
 * @event link-followed - a {@link LinkFollowed}.
 * @cssproperty --indent - the width of one level.
 */
@customElement("outline-row")
export class OutlineRowElement extends LitElement {
  static override styles = [controls, rowStyles];

  @property({ attribute: false }) row!: OutlineRow;
  /** What the row in hand offers; `null` on all others. */
  @property({ attribute: false }) tools: RowTools | null = null;
  /** Why something was not done here, or `null`. */
  @property({ attribute: false }) refused: string | null = null;
  @query(".text") private readonly text!: HTMLElement | null;

  override render() {
    const { face, links } = this.row;
    return html`
      ${this.#guides()} ${this.#chevron()}
      <div class="body ${face.kind ?? "thesis"}" @keydown=${keepPress}>
        ${this.#eyebrow()}
        <p
          class=${face.kind === null ? "text thesis" : "text"}
          dir="auto"
          lang=${face.language}
          .textContent=${face.text}
        ></p>
        ${this.#foot()} ${links.length === 0 ? nothing : links.map(this.#link)}
        ${this.refused === null ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}
        ${this.tools === null ? nothing : this.#tools(this.tools)}
      </div>
    `;
  }

  /** Where the sentence stands on screen, for the editor that lies over it; `null` before the first drawing. */
  textRect(): DOMRect | null {
    return this.text?.getBoundingClientRect() ?? null;
  }

  /** Hides the sentence and gives it the room of what is being typed, in CSS pixels; `null` shows it again. */
  makeRoom(height: number | null): void {
    if (this.text === null) return;
    this.text.style.height = height === null ? "" : `${height}px`;
    this.text.classList.toggle("covered", height !== null);
  }

  #guides() {
    const { guides } = this.row;
    return guides.map(({ kind, bracket }, at) => {
      const own = at === guides.length - 1 ? "own" : "";
      return html`<span
        class="guide ${kind} ${own} ${bracket === null ? "" : `bracket ${bracket}`}"
        aria-hidden="true"
      ></span>`;
    });
  }

  /** For the mouse and the finger; the keys and the button below do the same. */
  #chevron() {
    const { claim, expanded } = this.row.face;
    return html`<span
      class=${expanded === null ? "fold none" : "fold"}
      aria-hidden="true"
      @click=${(event: Event) => {
        event.stopPropagation();
        this.dispatchEvent(new RowFolded(claim));
      }}
      >${icon(expanded === true ? "unfold" : "next", 16)}</span
    >`;
  }

  #eyebrow() {
    const { role, kind, level, label } = this.row.face;
    return html`<div class="eyebrow" aria-hidden="true">
      ${
        kind === null
          ? nothing
          : html`<span class="badge">${icon(kind === "supports" ? "add" : "minus", 14)}</span>`
      }
      <span>${mapWords[role]}</span>
      ${this.row.joins ? html`<span class="together">${words.together}</span>` : nothing}
      ${label === "" ? nothing : html`<span class="level" dir="auto">${label}</span>`}
      ${level - 1 > mostGuides ? html`<span class="level">${words.level(level)}</span>` : nothing}
    </div>`;
  }

  #foot() {
    const { citation, held } = this.row.face;
    if (citation === "" && held === "") return nothing;
    return html`<p class="foot">
      ${citation === "" ? nothing : html`<span dir="auto">${citation}</span>`}
      ${held === "" ? nothing : html`<span class="held" aria-hidden="true">${held}</span>`}
    </p>`;
  }

  readonly #link = ({ words: said, claim, text, href }: OutlineLink) =>
    html`<p class="also">
      ${said}
      <a dir="auto" href=${href} @click=${(event: MouseEvent) => this.#follow(event, claim)}>“${text}”</a>
    </p>`;

  #follow(event: MouseEvent, claim: ClaimId): void {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new LinkFollowed(claim));
  }

  #tools({ buttons, more }: RowTools) {
    return html`<div class="tools" @dblclick=${keep}>
      ${buttons.map(
        ({ id, name, hint, icon: drawing, tone }) =>
          html`<button
            class="tool ${tone}"
            title=${hint}
            @click=${() => this.dispatchEvent(new RowActed(id))}
          >
            ${icon(drawing, 16)}${name}
          </button>`,
      )}
      <app-menu
        .label=${words.more}
        .items=${more}
        @item-chosen=${({ item }: ItemChosen) => this.dispatchEvent(new RowActed(item))}
      ></app-menu>
    </div>`;
  }
}

/** Enter and Space press the link or button that has the focus; they are not about the claim. */
function keepPress(event: KeyboardEvent): void {
  if (event.key === "Enter" || event.key === " ") event.stopPropagation();
}

function keep(event: Event): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    "outline-row": OutlineRowElement;
  }
  interface GlobalEventHandlersEventMap {
    "row-acted": RowActed;
    "row-folded": RowFolded;
    "link-followed": LinkFollowed;
  }
}
