import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { isRefusal } from "#commands/command.ts";
import { cite } from "#commands/cite.ts";
import { editCitation } from "#commands/edit-citation.ts";
import { putSource } from "#commands/put-source.ts";
import { uncite } from "#commands/uncite.ts";
import "#elements/detail/citation-form.ts";
import "#elements/detail/citation-item.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import type { Claim } from "#model/claim.ts";
import type { SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Citation } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { detailWords as words } from "#words/detail.ts";

/** What a claim cites, and the form to cite more. */
@customElement("source-section")
export class SourceSection extends LitElement {
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
  @state() private adding = false;
  /** Counts the removals: what is open in a list is not carried over to the list without one of its items. */
  @state() private removals = 0;
  @query(".add") private readonly addButton!: HTMLButtonElement | null;

  override render() {
    const { citations } = this.claim;
    return html`<div role="group" aria-labelledby="heading">
      <div class="head"><h3 id="heading">${words.sources}</h3></div>
      ${
        citations.length === 0
          ? html`<p class="quiet">${words.uncited}</p>`
          : keyed(this.removals, this.#list())
      }
      ${this.adding ? this.#form() : this.#invitation()}
    </div>`;
  }

  #list() {
    const items = this.claim.citations.map((citation, at) => html`<li>${this.#item(citation, at)}</li>`);
    return html`<ul>
      ${items}
    </ul>`;
  }

  #item(citation: Citation, at: number) {
    const { id, citations } = this.claim;
    const again = citations.findIndex(({ source }) => source === citation.source) < at;
    return html`<citation-item
      .source=${this.map.sources.get(citation.source) ?? null}
      .citation=${citation}
      .again=${again}
      .sources=${[...this.map.sources.values()]}
      .held=${this.session.held}
      @citation-edited=${(event: HTMLElementEventMap["citation-edited"]) =>
        (event.refused = this.session.type(
          editCitation,
          { claim: id, at, citation: event.fields },
          event.gesture,
        ))}
      @source-edited=${(event: HTMLElementEventMap["source-edited"]) =>
        (event.refused = this.session.type(putSource, { source: event.source }, event.gesture))}
      @citation-removed=${() => this.#remove(at)}
    ></citation-item>`;
  }

  #invitation() {
    return html`<button class="plain add" @click=${() => (this.adding = true)}>
      ${icon("add", 16)} ${words.addCitation}
    </button>`;
  }

  #form() {
    return html`<citation-form
      .sources=${[...this.map.sources.values()]}
      .held=${this.session.held}
      @citation-written=${this.#write}
      @form-left=${this.#leave}
    ></citation-form>`;
  }

  readonly #write = (event: HTMLElementEventMap["citation-written"]): void => {
    const { place, source } = event;
    const claim = this.claim.id;
    const id = typeof source === "string" ? source : (this.workspace.platform.mint() as SourceId);
    const input = { claim, citation: { ...place, source: id } };
    const outcome = this.session.run(
      cite,
      typeof source === "string" ? input : { ...input, source: { ...source, id } },
      claim,
    );
    if (isRefusal(outcome)) event.refused = outcome.refused;
    else this.#leave();
  };

  readonly #leave = (): void => {
    this.adding = false;
    void this.updateComplete.then(() => this.addButton?.focus());
  };

  #remove(at: number): void {
    const { session, workspace } = this;
    if (isRefusal(session.run(uncite, { claim: this.claim.id, at }, this.claim.id))) return;
    this.removals++;
    workspace.notices.show(words.removed, { name: words.undo, run: () => void session.open.undo() });
    this.addButton?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "source-section": SourceSection;
  }
}
