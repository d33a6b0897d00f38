import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { mostGuides, type OutlineLink, type OutlineRow } from "#elements/outline/rows.ts";
import { rowStyles } from "#elements/outline/row-styles.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import type { ClaimId } from "#model/ids.ts";
import type { RelationKind } from "#model/relation.ts";
import { mapWords } from "#words/map.ts";
import { outlineWords as words } from "#words/outline.ts";

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
 * @event row-folded - a {@link RowFolded}.
 * @event link-followed - a {@link LinkFollowed}.
 * @cssproperty --indent - the width of one level.
 */
@customElement("outline-row")
export class OutlineRowElement extends LitElement {
  static override styles = [controls, rowStyles];

  @property({ attribute: false }) row!: OutlineRow;
  @query(".room") private readonly room!: HTMLElement;
  /** Whether its claim is in hand: then Tab reaches its links. */
  @property({ attribute: false }) inHand = false;
  @query(".text") private readonly text!: HTMLElement | null;

  override render() {
    const { face, sight, links } = this.row;
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
        ${this.#foot()} ${sight?.drawn ?? nothing} ${links.length === 0 ? nothing : links.map(this.#link)}
        <div class="room"></div>
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

  /** Where there is room for the tools of the row in hand, on screen. */
  toolRect(): DOMRect {
    return this.room.getBoundingClientRect();
  }

  /** Leaves room below the sentence for tools of this height, in CSS pixels. */
  makeToolRoom(height: number | null): void {
    this.room.style.height = height === null ? "" : `${height}px`;
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

  /** What the name of the row does not hold is drawn by the style sheet: it is told in the description. */
  #eyebrow() {
    const { role, kind, level, label } = this.row.face;
    const onStep = role === "reasonForStep" || role === "objectionToStep";
    return html`<div class="eyebrow" aria-hidden="true">
      ${
        kind === null
          ? nothing
          : html`<span class="badge">${icon(kind === "supports" ? "add" : "minus", 14)}</span>`
      }
      <span class="kind" data-text=${onStep ? ` ${mapWords.thisStep(kind)}` : ""}>${wordFor(kind)}</span>
      ${this.row.joins ? html`<span class="together" data-text=${words.together}></span>` : nothing}
      ${label === "" ? nothing : html`<span class="level" dir="auto" data-text=${label}></span>`}
      ${level - 1 > mostGuides ? html`<span class="level" data-text=${words.level(level)}></span>` : nothing}
    </div>`;
  }

  #foot() {
    const { arguers, citation, held } = this.row.face;
    if (arguers === "" && citation === "" && held === "") return nothing;
    return html`<p class="foot" aria-hidden="true">
      ${arguers === "" ? nothing : html`<span class="arguers" dir="auto" data-text=${arguers}></span>`}
      ${citation === "" ? nothing : html`<span dir="auto" data-text=${citation}></span>`}
      ${held === "" ? nothing : html`<span class="held" data-text=${held}></span>`}
    </p>`;
  }

  readonly #link = ({ words: said, claim, text, href }: OutlineLink) =>
    html`<p class="also">
      ${said}
      <a
        dir="auto"
        tabindex=${this.inHand ? 0 : -1}
        href=${href}
        @click=${(event: MouseEvent) => this.#follow(event, claim)}
        >“${text}”</a
      >
    </p>`;

  #follow(event: MouseEvent, claim: ClaimId): void {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new LinkFollowed(claim));
  }
}

function wordFor(kind: RelationKind | null): string {
  if (kind === null) return mapWords.thesis;
  return kind === "supports" ? mapWords.reason : mapWords.objection;
}

/** Enter and Space press the link that has the focus; they are not about the claim. */
function keepPress(event: KeyboardEvent): void {
  if (event.key === "Enter" || event.key === " ") event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    "outline-row": OutlineRowElement;
  }
  interface GlobalEventHandlersEventMap {
    "row-folded": RowFolded;
    "link-followed": LinkFollowed;
  }
}
