import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelParts } from "#elements/detail/panel-parts.ts";
import type { Answer, Answering, ClaimRelations } from "#elements/detail/relations.ts";
import { inShort } from "#elements/dialogs/targets.ts";
import { controls } from "#elements/shared/controls.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { RelationKind } from "#model/relation.ts";
import { detailWords as words } from "#words/detail.ts";

/** A claim was picked to go to. */
export class ClaimPicked extends Event {
  static readonly type = "claim-picked";
  readonly claim: ClaimId;

  constructor(claim: ClaimId) {
    super(ClaimPicked.type);
    this.claim = claim;
  }
}

/** The claim is to answer something no more. */
export class LinkUndone extends Event {
  static readonly type = "link-undone";
  readonly relation: RelationId;

  constructor(relation: RelationId) {
    super(LinkUndone.type);
    this.relation = relation;
  }
}

const stepEnd = 60;

/**
 * What a claim answers and what answers it, in words, each a way there.
 *
 * @event claim-picked @event link-undone
 */
@customElement("relation-section")
export class RelationSection extends LitElement {
  static override styles = [
    controls,
    panelParts,
    css`
      .line {
        display: flex;
        align-items: flex-start;
        gap: 4px;
      }
      .claim {
        flex: 1;
        min-width: 0;
        justify-content: flex-start;
        align-items: flex-start;
        text-align: start;
        gap: 8px;
        margin-inline: -8px;
        padding: 6px 8px;
        font: 400 14px/20px var(--serif);
        overflow-wrap: anywhere;
      }
      .badge {
        flex: none;
        display: grid;
        place-items: center;
        width: 16px;
        height: 16px;
        margin-top: 2px;
        border-radius: 50%;
        background: var(--support);
        color: var(--on-colour);
        font: 700 13px/16px var(--sans);
      }
      .opposes .badge {
        border-radius: 4px;
        background: var(--oppose);
      }
      .tag {
        font: 400 12px/16px var(--sans);
        color: var(--ink-2);
      }
      @media (forced-colors: active) {
        .badge {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) map!: ArgumentMap;
  @property({ attribute: false }) relations!: ClaimRelations;

  override render() {
    const { answering, reasons, objections, onStep } = this.relations;
    const answered = reasons.length + objections.length + onStep.length > 0;
    return html`<div role="group" aria-labelledby="heading">
      <div class="head"><h3 id="heading">${words.answers}</h3></div>
      ${answering.length === 0 ? html`<p class="quiet">${words.isThesis}</p>` : nothing}
      ${answering.map((step) => this.#step(step))} ${this.#group(words.reasons, reasons)}
      ${this.#group(words.objections, objections)} ${this.#group(words.onStep, onStep)}
      ${answered ? nothing : html`<p class="quiet unanswered">${words.unanswered}</p>`}
    </div>`;
  }

  #step({ relation, kind, target, together, isHome }: Answering) {
    const verb = verbOf(kind, isHome);
    const claim = "claim" in target ? target.claim : target.from;
    const text = "claim" in target ? this.#textOf(target.claim) : this.#stepInWords(target);
    return html`<h4>${verb}</h4>
      <div class="line">
        ${this.#link(claim, kind, text)}
        ${
          isHome
            ? nothing
            : html`<button
                class="plain"
                aria-label=${words.unlinkFrom(text)}
                @click=${() => this.dispatchEvent(new LinkUndone(relation))}
              >
                ${words.unlink}
              </button>`
        }
      </div>
      ${
        together.length === 0
          ? nothing
          : html`<h4>${words.together}</h4>
              <ul>
                ${together.map((premise) => html`<li>${this.#link(premise, kind, this.#textOf(premise))}</li>`)}
              </ul>`
      }`;
  }

  #group(name: string, answers: readonly Answer[]) {
    if (answers.length === 0) return nothing;
    return html`<h4>${name}</h4>
      <ul>
        ${answers.map(
          ({ claim, kind, elsewhere }) =>
            html`<li class="line">${this.#link(claim, kind, this.#textOf(claim), elsewhere)}</li>`,
        )}
      </ul>`;
  }

  #link(claim: ClaimId | null, kind: RelationKind, text: string, elsewhere = false) {
    return html`<button
      class="claim ${kind}"
      ?disabled=${claim === null}
      @click=${() => claim !== null && this.dispatchEvent(new ClaimPicked(claim))}
    >
      <span class="badge" aria-hidden="true">${kind === "supports" ? "+" : "−"}</span>
      <span dir="auto" lang=${this.map.about.language}
        >${text}${elsewhere ? html` <span class="tag">(${words.elsewhere})</span>` : nothing}</span
      >
    </button>`;
  }

  #stepInWords({ from, to }: { readonly from: ClaimId | null; readonly to: ClaimId | null }): string {
    return words.step(this.#nameOf(from), this.#nameOf(to));
  }

  #nameOf(claim: ClaimId | null): string {
    if (claim === null) return "…";
    return this.map.claims.get(claim)?.label || inShort(this.#textOf(claim), stepEnd);
  }

  #textOf(claim: ClaimId): string {
    return this.map.claims.get(claim)?.text.trim() || words.emptyClaim;
  }
}

function verbOf(kind: RelationKind, isHome: boolean): string {
  if (isHome) return kind === "supports" ? words.supports : words.opposes;
  return kind === "supports" ? words.alsoSupports : words.alsoOpposes;
}

declare global {
  interface HTMLElementTagNameMap {
    "relation-section": RelationSection;
  }
  interface HTMLElementEventMap {
    "claim-picked": ClaimPicked;
    "link-undone": LinkUndone;
  }
}
