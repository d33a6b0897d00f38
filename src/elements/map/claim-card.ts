import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { cardBody, cardClasses, cardLook } from "#elements/map/card-look.ts";
import { type CardFace, isSameFace } from "#elements/map/face.ts";
import type { CardSight } from "#elements/map/sights.ts";
import { icon } from "#elements/shared/icon.ts";
import { directionOf } from "#model/direction.ts";
import type { ClaimId } from "#model/ids.ts";

/** The person folds or unfolds a branch at its card. */
export class BranchFolded extends Event {
  static readonly type = "branch-folded";
  readonly claim: ClaimId;

  constructor(claim: ClaimId) {
    super(BranchFolded.type, { bubbles: true, composed: true });
    this.claim = claim;
  }
}

/**
 * One claim on the map, as a `treeitem`: role, name and place in the tree are attributes of this element.
 * Where it stands and how large it is are set from outside.
 *
 * @event branch-folded - a {@link BranchFolded}: the control on the lower edge was pressed.
 * @cssproperty --inverse - 1 divided by the map's scale, so that the fold control keeps its size.
 */
@customElement("claim-card")
export class ClaimCard extends LitElement {
  static override styles = [
    cardLook,
    css`
      :host {
        position: absolute;
        top: 0;
        left: 0;
        display: block;
        border-radius: var(--radius);
        cursor: default;
        outline-offset: calc(2px * var(--ring, 1));
      }
      :host([aria-selected="true"]) {
        outline: calc(2px * var(--ring, 1)) solid var(--focus);
      }
      :host(:focus-visible) {
        outline: calc(3px * var(--ring, 1)) solid var(--focus);
      }
      :host([data-lifted]) {
        opacity: 0.35;
      }
      .card {
        width: 100%;
        height: 100%;
        opacity: var(--seen);
        transition: opacity var(--move);
      }
      /* The editor stands over it. */
      :host([data-written]) .card,
      :host([data-written]) .fold {
        visibility: hidden;
      }
      .card.folded {
        --edge: color-mix(in srgb, var(--line) 70%, var(--card));
        box-shadow:
          inset 0 0 0 1px var(--hairline),
          0 5px 0 -2px var(--card),
          0 5px 0 -1px var(--edge),
          0 10px 0 -5px var(--card),
          0 10px 0 -4px var(--edge);
      }
      .fold {
        position: absolute;
        left: 50%;
        top: calc(100% - 8px);
        width: 24px;
        height: 24px;
        padding: 0;
        display: grid;
        place-items: center;
        color: var(--ink-2);
        background: var(--card);
        border: 1px solid var(--line);
        border-radius: 50%;
        transform: translateX(-50%) scale(var(--inverse, 1));
        transform-origin: 50% 0;
        cursor: pointer;
      }
      /* A block is drawn in its place; keys and screen readers still find the card. */
      :host([data-far]) {
        pointer-events: none;
        outline: none;
      }
      :host([data-far]) .card,
      :host([data-far]) .fold {
        visibility: hidden;
      }
      .fold:hover {
        color: var(--paper);
        background: var(--ink);
        border-color: var(--ink);
      }
      @media (forced-colors: active) {
        :host([aria-selected="true"]),
        :host(:focus-visible) {
          outline-color: Highlight;
        }
      }
    `,
  ];

  @property({ attribute: false, hasChanged: (now: CardFace, before?: CardFace) => !isSameFace(now, before) })
  face!: CardFace;
  /** What it shows besides, where the map is looked at through a lens, in a year, or with names hidden. */
  @property({
    attribute: false,
    hasChanged: (now: CardSight | null, before?: CardSight | null) => now?.key !== before?.key,
  })
  sight: CardSight | null = null;
  @property({ attribute: false }) inHand = false;
  /** Whether Tab reaches it: one card of the tree, as a rule the one in hand. */
  @property({ attribute: false }) isTabStop = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "treeitem");
  }

  override willUpdate(): void {
    const face = this.#said;
    const { sight } = this;
    this.id = `claim-${face.claim}`;
    this.dataset["claim"] = face.claim;
    this.dataset["fade"] = sight?.fade ?? "none";
    this.dir = directionOf(face.language);
    this.tabIndex = this.isTabStop ? 0 : -1;
    this.ariaLabel = face.name;
    this.ariaDescription =
      [face.label, face.arguers, face.citation, sight?.said].filter(Boolean).join(". ") || null;
    this.ariaLevel = String(face.level);
    this.ariaPosInSet = String(face.position);
    this.ariaSetSize = String(face.siblings);
    this.ariaSelected = String(this.inHand);
    this.ariaExpanded = face.expanded === null ? null : String(face.expanded);
  }

  /** The face, with what is said in place of parts of it. */
  get #said(): CardFace {
    return this.sight === null ? this.face : { ...this.face, ...this.sight.over };
  }

  override render() {
    const face = this.#said;
    return html`<div class=${`${cardClasses(face)}${face.held === "" ? "" : " folded"}`}>
        ${cardBody(face)}
      </div>
      ${
        face.expanded === null
          ? nothing
          : html`<button class="fold" tabindex="-1" aria-hidden="true" @click=${this.#folded}>
              ${icon(face.expanded ? "fold" : "unfold", 16)}
            </button>`
      }${this.sight?.drawn}`;
  }

  readonly #folded = (event: Event): void => {
    event.stopPropagation();
    this.dispatchEvent(new BranchFolded(this.face.claim));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "claim-card": ClaimCard;
  }
  interface GlobalEventHandlersEventMap {
    "branch-folded": BranchFolded;
  }
}
