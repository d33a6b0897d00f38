import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isRefusal } from "#commands/command.ts";
import { deleteHolder } from "#commands/delete-holder.ts";
import { putHolder } from "#commands/put-holder.ts";
import "#elements/about/holder-fields.ts";
import { listStyles } from "#elements/about/list-styles.ts";
import "#elements/about/name-form.ts";
import "#elements/about/record-item.ts";
import { focusEntry, focusFields } from "#elements/about/focusing.ts";
import { claimsByHolder } from "#elements/about/glance.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { controls } from "#elements/shared/controls.ts";
import { dateRead } from "#elements/shared/date-read.ts";
import { icon } from "#elements/shared/icon.ts";
import "#elements/shared/school-swatch.ts";
import type { HolderId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Holder, newHolder, type School } from "#model/people.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { detailWords } from "#words/detail.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** The people of a map: who they are, how many claims they have argued, and the form for one more. */
@customElement("holder-list")
export class HolderList extends LitElement {
  static override styles = [controls, panelParts, listStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @property({ attribute: false }) map!: ArgumentMap;
  @state() private opened: HolderId | null = null;
  @state() private adding = false;
  @query(".add") private readonly addButton!: HTMLElement | null;

  /** Opens the fields of a record, and gives them the focus. */
  async showEntry(id: HolderId): Promise<void> {
    this.opened = id;
    await this.updateComplete;
    await focusEntry(this.renderRoot, id);
  }

  override render() {
    const holders = [...this.map.holders.values()].toSorted((a, b) => a.name.localeCompare(b.name));
    const counts = claimsByHolder(this.map);
    return html`${
      holders.length === 0
        ? html`<p class="quiet">${words.noPeople}</p>`
        : html`<ul>
            ${repeat(
              holders,
              ({ id }) => id,
              (holder) => html`<li>${this.#item(holder, counts.get(holder.id)?.size ?? 0)}</li>`,
            )}
          </ul>`
    }
    ${this.adding ? this.#form() : this.#invitation()}`;
  }

  #item(holder: Holder, claims: number) {
    const open = holder.id === this.opened;
    const schools = holder.memberships.flatMap(({ school }) => this.map.schools.get(school) ?? []);
    const facts = [dateRead(holder.lived), holder.affiliation, schoolsInWords(schools), words.claims(claims)];
    return html`<record-item
      data-id=${holder.id}
      .name=${holder.name}
      .facts=${facts}
      ?open=${open}
      @record-turned=${() => (this.opened = open ? null : holder.id)}
      @record-deleted=${() => this.#delete(holder, claims)}
    >
      ${schools
        .slice(0, 3)
        .map(
          ({ colour, pattern }) =>
            html`<school-swatch slot="mark" .colour=${colour} .pattern=${pattern}></school-swatch>`,
        )}
      ${
        open
          ? html`<holder-fields
              .holder=${holder}
              .schools=${[...this.map.schools.values()].toSorted((a, b) => a.name.localeCompare(b.name))}
              .held=${this.session.held}
              @holder-edited=${(event: HTMLElementEventMap["holder-edited"]) => {
                event.refused = this.session.type(putHolder, { holder: event.holder }, event.gesture);
              }}
            ></holder-fields>`
          : nothing
      }
    </record-item>`;
  }

  #invitation() {
    return html`<button class="plain add" @click=${() => (this.adding = true)}>
      ${icon("add", 16)} ${words.addPerson}
    </button>`;
  }

  #form() {
    return html`<name-form
      class="add"
      .label=${words.addPerson}
      .hint=${words.holderHint}
      .held=${this.session.held}
      @name-written=${this.#add}
      @form-left=${() => this.#leave()}
    ></name-form>`;
  }

  /** The fields of a new one are open, for what else is known. */
  readonly #add = (event: HTMLElementEventMap["name-written"]): void => {
    const id = this.workspace.platform.mint() as HolderId;
    event.refused = this.session.type(putHolder, { holder: newHolder(id, { name: event.name }) }, null);
    if (event.refused !== null) return;
    this.adding = false;
    this.opened = id;
    void this.updateComplete.then(() => focusFields(this.renderRoot.querySelector("holder-fields")));
  };

  #leave(): void {
    this.adding = false;
    void this.updateComplete.then(() => this.addButton?.focus());
  }

  #delete({ id, name }: Holder, claims: number): void {
    const { session, workspace } = this;
    if (isRefusal(session.run(deleteHolder, { holder: id }, null))) return;
    const undo = { name: detailWords.undo, run: () => void session.open.undo() };
    workspace.notices.show(words.holderDeleted(name, claims), undo);
    this.addButton?.focus();
  }
}

function schoolsInWords(schools: readonly School[]): string {
  return [...new Set(schools.map(({ name }) => name))].join(", ");
}

declare global {
  interface HTMLElementTagNameMap {
    "holder-list": HolderList;
  }
}
