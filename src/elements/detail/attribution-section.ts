import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { withdrawAttribution } from "#commands/withdraw-attribution.ts";
import { isRefusal } from "#commands/command.ts";
import { addAttribution, changeAttribution } from "#elements/detail/attributing.ts";
import "#elements/detail/attribution-form.ts";
import "#elements/detail/attribution-line.ts";
import { inTime } from "#elements/detail/affiliations.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import type { Claim } from "#model/claim.ts";
import type { AttributionId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution } from "#model/people.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { detailWords } from "#words/detail.ts";
import { peopleWords } from "#words/people.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** Who has argued a claim, in the order of time, and the form to say so of more. */
@customElement("attribution-section")
export class AttributionSection extends LitElement {
  static override styles = [
    controls,
    panelParts,
    css`
      li + li {
        border-top: 1px solid var(--hairline);
        padding-top: 6px;
      }
      .add {
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @property({ attribute: false }) map!: ArgumentMap;
  @property({ attribute: false }) claim!: Claim;
  /** Which attribution is being written; `new` for one that is not there yet. */
  @state() private writing: AttributionId | "new" | null = null;
  @query(".add") private readonly addButton!: HTMLButtonElement | null;

  override render() {
    const attributions = inTime(this.claim.attributions);
    return html`<div role="group" aria-labelledby="heading">
      <div class="head"><h3 id="heading">${words.argued}</h3></div>
      ${
        attributions.length === 0
          ? html`<p class="quiet">${words.unattributed}</p>`
          : html`<ul>
              ${repeat(
                attributions,
                ({ id }) => id,
                (each) => html`<li>${this.#item(each)}</li>`,
              )}
            </ul>`
      }
      ${this.writing === "new" ? this.#form(null) : this.#invitation()}
    </div>`;
  }

  #item(attribution: Attribution) {
    if (this.writing === attribution.id) return this.#form(attribution);
    return html`<attribution-line
      data-id=${attribution.id}
      .map=${this.map}
      .attribution=${attribution}
      @attribution-opened=${() => (this.writing = attribution.id)}
      @attribution-removed=${() => this.#remove(attribution)}
    ></attribution-line>`;
  }

  #invitation() {
    return html`<button class="plain add" @click=${() => (this.writing = "new")}>
      ${icon("add", 16)} ${words.addAttribution}
    </button>`;
  }

  #form(from: Attribution | null) {
    return html`<attribution-form
      .holders=${[...this.map.holders.values()]}
      .sources=${[...this.map.sources.values()]}
      .from=${from}
      .held=${this.session.held}
      @attribution-written=${this.#write}
      @form-left=${() => this.#leave(from)}
    ></attribution-form>`;
  }

  readonly #write = (event: HTMLElementEventMap["attribution-written"]): void => {
    const { session, claim, writing } = this;
    const mint = () => this.workspace.platform.mint();
    const from = claim.attributions.find(({ id }) => id === writing) ?? null;
    event.refused =
      from === null
        ? addAttribution(session, mint, claim.id, event)
        : changeAttribution(session, mint, claim.id, from.id, event);
    if (event.refused === null) this.#leave(from);
  };

  /** The focus goes where the form was opened. */
  #leave(from: Attribution | null): void {
    this.writing = null;
    void this.updateComplete.then(() => this.#lineOf(from)?.focus());
  }

  #lineOf(attribution: Attribution | null): HTMLElement | null {
    const line =
      attribution && this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(attribution.id)}"]`);
    return line ?? this.addButton;
  }

  #remove({ id, holder, stance }: Attribution): void {
    const { session, workspace } = this;
    const name = this.map.holders.get(holder)?.name ?? words.someoneGone;
    const input = { claim: this.claim.id, attribution: id };
    if (isRefusal(session.run(withdrawAttribution, input, this.claim.id))) return;
    workspace.notices.show(words.removed(name, peopleWords.stances[stance]), {
      name: detailWords.undo,
      run: () => void session.open.undo(),
    });
    this.addButton?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "attribution-section": AttributionSection;
  }
}
