import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import {
  aspectsInWords,
  differenceLook,
  factsOf,
  sentenceOf,
  wording,
} from "#elements/history/difference.ts";
import { controls } from "#elements/shared/controls.ts";
import { type ClaimDifference, isEmptyComparison } from "#model/comparison.ts";
import type { Edit } from "#model/change.ts";
import type { ClaimId } from "#model/ids.ts";
import type { About } from "#model/map.ts";
import type { Source } from "#model/source.ts";
import type { Sides } from "#session/comparing.ts";
import { historyWords as words } from "#words/history.ts";

/** A claim that differs is wanted on the map. */
export class DifferencePicked extends Event {
  static readonly type = "difference-picked";
  readonly claim: ClaimId;

  constructor(claim: ClaimId) {
    super(DifferencePicked.type, { bubbles: true, composed: true });
    this.claim = claim;
  }
}

/** How many differences are listed; the map shows them all. */
const listed = 300;

/**
 * What differs between two states of a map: a line a claim, each a button that leads to it on the map.
 *
 * @event difference-picked - a {@link DifferencePicked}.
 */
@customElement("comparison-list")
export class ComparisonList extends LitElement {
  static override styles = [
    controls,
    differenceLook,
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        border-bottom: 1px solid var(--hairline);
      }
      .line,
      .plain-line {
        display: block;
        width: 100%;
        box-sizing: border-box;
        padding: 10px 8px;
        text-align: start;
        border-radius: 8px;
        font-weight: 400;
      }
      .line:focus-visible {
        outline-offset: -3px;
      }
      .aspects {
        display: block;
        margin-bottom: 2px;
        font: 600 12px/16px var(--sans);
        color: var(--ink-2);
      }
      .removed .wording {
        text-decoration: line-through;
      }
      .same {
        margin: 24px 8px;
        font: 400 16px/24px var(--serif);
        color: var(--ink-2);
      }
    `,
  ];

  @property({ attribute: false }) sides!: Sides;

  override render() {
    const { comparison, after } = this.sides;
    if (isEmptyComparison(comparison)) return html`<p class="same">${words.same}</p>`;
    const { about, claims, sources, holders, schools, looseSteps } = comparison;
    const more = claims.length - listed;
    return html`<ul lang=${after.map.about.language}>
      ${about === null ? nothing : aboutLines(about)}
      ${claims.slice(0, listed).map((difference) => this.#line(difference))}
      ${more > 0 ? html`<li class="plain-line">${words.moreOnMap(more)}</li>` : nothing}
      ${sources.map((edit) => recordLine(words.source, edit, titleOf))}
      ${holders.map((edit) => recordLine(words.holder, edit, nameOf))}
      ${schools.map((edit) => recordLine(words.school, edit, nameOf))}
      ${looseSteps.length === 0 ? nothing : html`<li class="plain-line">${words.looseSteps(looseSteps.length)}</li>`}
    </ul>`;
  }

  #line(difference: ClaimDifference) {
    const { claim, aspects } = difference;
    return html`<li>
      <button
        class=${aspects.includes("removed") ? "line removed" : "line"}
        @click=${() => this.dispatchEvent(new DifferencePicked(claim))}
      >
        <span class="aspects">${aspectsInWords(aspects)}</span>
        ${sentenceOf(difference)} ${factsOf(this.sides, difference)}
      </button>
    </li>`;
  }
}

function aboutLines({ before, after }: Edit<About>) {
  return (["title", "question", "language", "leavesOut"] as const)
    .filter((field) => before?.[field] !== after?.[field])
    .map(
      (field) =>
        html`<li class="plain-line">
          <span class="aspects">${words[field]}</span>${wording(before?.[field] ?? "", after?.[field] ?? "")}
        </li>`,
    );
}

function recordLine<Value>(
  what: typeof words.source,
  { before, after }: Edit<Value>,
  called: (record: Value | null) => string,
) {
  const deed = before === null ? what.added : after === null ? what.removed : what.changed;
  const [was, is] = [called(before ?? after), called(after ?? before)];
  return html`<li class="plain-line"><span class="aspects">${deed}</span> ${wording(was, is)}</li>`;
}

function nameOf(record: { readonly name: string } | null): string {
  return record?.name || words.nameless;
}

function titleOf(source: Source | null): string {
  const title = source?.item.title;
  return typeof title === "string" && title !== "" ? title : words.untitledSource;
}

declare global {
  interface HTMLElementTagNameMap {
    "comparison-list": ComparisonList;
  }
  interface GlobalEventHandlersEventMap {
    "difference-picked": DifferencePicked;
  }
}
