import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { plain } from "#citing/rich-text.ts";
import { addSources } from "#commands/add-sources.ts";
import { isRefusal } from "#commands/command.ts";
import { deleteSource } from "#commands/delete-source.ts";
import { putSource } from "#commands/put-source.ts";
import { focusEntry } from "#elements/about/focusing.ts";
import { claimsBySource } from "#elements/about/glance.ts";
import { listStyles } from "#elements/about/list-styles.ts";
import "#elements/about/record-item.ts";
import "#elements/about/source-add-form.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { richLine } from "#elements/detail/rich-line.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten } from "#elements/detail/typed-field.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import "#elements/sources/source-form.ts";
import type { SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Source } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { detailWords } from "#words/detail.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** So many are listed at once; the others are found by a word of theirs. */
const mostListed = 100;
/** Fewer need no field to find one. */
const fewest = 8;

/** The sources of a map as its bibliography has them, how many claims cite each, and the form for one more. */
@customElement("source-list")
export class SourceList extends LitElement {
  static override styles = [
    controls,
    panelParts,
    listStyles,
    css`
      .entry {
        font: 400 14px/20px var(--serif);
      }
      cite {
        font-style: italic;
      }
      .find {
        margin-bottom: 8px;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @property({ attribute: false }) map!: ArgumentMap;
  @state() private opened: SourceId | null = null;
  @state() private adding = false;
  @state() private wanted = "";
  @query("button.add") private readonly addButton!: HTMLElement | null;

  /** Opens the fields of a source, and gives them the focus; one that is not among those that are listed is looked for. */
  async showEntry(id: SourceId): Promise<void> {
    const all = listed(this.map.sources.values());
    const at = all.findIndex(({ source }) => source.id === id);
    this.wanted = at < mostListed ? "" : (all[at]?.text ?? "");
    this.opened = id;
    await this.updateComplete;
    await focusEntry(this.renderRoot, id);
  }

  override render() {
    const all = listed(this.map.sources.values());
    const found = all.filter(({ text }) =>
      text.toLocaleLowerCase().includes(this.wanted.toLocaleLowerCase()),
    );
    const counts = claimsBySource(this.map);
    return html`${all.length < fewest ? nothing : this.#finding()}
      ${all.length === 0 ? html`<p class="quiet">${words.noSources}</p>` : nothing}
      <ul>
        ${repeat(
          found.slice(0, mostListed),
          ({ source }) => source.id,
          ({ source, text }) => html`<li>${this.#item(source, text, counts.get(source.id)?.size ?? 0)}</li>`,
        )}
      </ul>
      ${found.length > mostListed ? html`<p class="quiet">${words.moreSources(found.length - mostListed)}</p>` : nothing}
      ${this.adding ? this.#form() : this.#invitation()}`;
  }

  #finding() {
    return html`<typed-field
      class="find"
      draft
      .label=${words.findSource}
      .text=${this.wanted}
      @field-written=${({ text }: FieldWritten) => (this.wanted = text.trim())}
    ></typed-field>`;
  }

  #item(source: Source, text: string, claims: number) {
    const open = source.id === this.opened;
    const role = source.role === undefined ? "" : words.roles[source.role];
    return html`<record-item
      data-id=${source.id}
      .name=${text}
      .facts=${[role, words.citedBy(claims)]}
      ?open=${open}
      @record-turned=${() => (this.opened = open ? null : source.id)}
      @record-deleted=${() => this.#delete(source, claims)}
    >
      <span slot="name" class="entry">${richLine(bibliographyEntry(source))}</span>
      ${
        open
          ? html`<source-form
              .record=${source}
              .sources=${[...this.map.sources.values()].filter(({ id }) => id !== source.id)}
              .held=${this.session.held}
              @source-written=${(event: HTMLElementEventMap["source-written"]) => {
                const edited = { ...event.record, id: source.id };
                event.refused = this.session.type(putSource, { source: edited }, event.gesture);
              }}
            ></source-form>`
          : nothing
      }
    </record-item>`;
  }

  #invitation() {
    return html`<button class="plain add" @click=${() => (this.adding = true)}>
      ${icon("add", 16)} ${words.addSource}
    </button>`;
  }

  #form() {
    return html`<source-add-form
      class="add"
      .sources=${[...this.map.sources.values()]}
      .held=${this.session.held}
      @source-added=${this.#add}
      @same-work-taken=${({ source }: HTMLElementEventMap["same-work-taken"]) => {
        this.opened = source;
        this.#leave(source);
      }}
      @form-left=${() => this.#leave(null)}
    ></source-add-form>`;
  }

  readonly #add = (event: HTMLElementEventMap["source-added"]): void => {
    const id = this.workspace.platform.mint() as SourceId;
    event.refused = this.session.type(addSources, { sources: [{ ...event.record, id }] }, null);
    if (event.refused === null) this.#leave(null);
  };

  #leave(to: SourceId | null): void {
    this.adding = false;
    void this.updateComplete.then(() => this.#placeOf(to)?.focus());
  }

  #placeOf(source: SourceId | null): HTMLElement | null {
    const item = source && this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(source)}"]`);
    return item ?? this.addButton;
  }

  #delete({ id }: Source, claims: number): void {
    const { session, workspace } = this;
    if (isRefusal(session.run(deleteSource, { source: id }, null))) return;
    const undo = { name: detailWords.undo, run: () => void session.open.undo() };
    workspace.notices.show(words.sourceDeleted(claims), undo);
    this.addButton?.focus();
  }
}

/** In the order of the bibliography. */
function listed(sources: Iterable<Source>): readonly { readonly source: Source; readonly text: string }[] {
  return [...sources]
    .map((source) => ({ source, text: plain(bibliographyEntry(source)) }))
    .toSorted((a, b) => a.text.localeCompare(b.text));
}

declare global {
  interface HTMLElementTagNameMap {
    "source-list": SourceList;
  }
}
