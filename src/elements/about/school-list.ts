import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isRefusal } from "#commands/command.ts";
import { deleteSchool } from "#commands/delete-school.ts";
import { putSchool } from "#commands/put-school.ts";
import { focusEntry, focusFields } from "#elements/about/focusing.ts";
import { claimsByHolder } from "#elements/about/glance.ts";
import { listStyles } from "#elements/about/list-styles.ts";
import "#elements/about/name-form.ts";
import "#elements/about/record-item.ts";
import "#elements/about/school-fields.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { controls } from "#elements/shared/controls.ts";
import { dateRead } from "#elements/shared/date-read.ts";
import { icon } from "#elements/shared/icon.ts";
import "#elements/shared/school-swatch.ts";
import type { ClaimId, HolderId, SchoolId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { type Holder, newSchool, type School, schoolColours, schoolPatterns } from "#model/people.ts";
import { membersOf } from "#model/uses.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { detailWords } from "#words/detail.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** The schools of a map: how each is drawn, who belongs to it, how many claims they have argued, and the form for one more. */
@customElement("school-list")
export class SchoolList extends LitElement {
  static override styles = [controls, panelParts, listStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @property({ attribute: false }) map!: ArgumentMap;
  @state() private opened: SchoolId | null = null;
  @state() private adding = false;
  @query(".add") private readonly addButton!: HTMLElement | null;

  /** Opens the fields of a record, and gives them the focus. */
  async showEntry(id: SchoolId): Promise<void> {
    this.opened = id;
    await this.updateComplete;
    await focusEntry(this.renderRoot, id);
  }

  override render() {
    const schools = [...this.map.schools.values()].toSorted((a, b) => a.name.localeCompare(b.name));
    const claims = claimsByHolder(this.map);
    return html`${
      schools.length === 0
        ? html`<p class="quiet">${words.noSchools}</p>`
        : html`<ul>
            ${repeat(
              schools,
              ({ id }) => id,
              (school) => html`<li>${this.#item(school, claims)}</li>`,
            )}
          </ul>`
    }
    ${this.adding ? this.#form() : this.#invitation()}`;
  }

  #item(school: School, claims: ReadonlyMap<HolderId, ReadonlySet<ClaimId>>) {
    const open = school.id === this.opened;
    const members = membersOf(this.map, school.id);
    const argued = new Set(members.flatMap(({ id }) => [...(claims.get(id) ?? [])]));
    const facts = [dateRead(school.when), words.memberCount(members.length), words.claims(argued.size)];
    return html`<record-item
      data-id=${school.id}
      .name=${school.name}
      .facts=${facts}
      ?open=${open}
      @record-turned=${() => (this.opened = open ? null : school.id)}
      @record-deleted=${() => this.#delete(school, members)}
    >
      <school-swatch slot="mark" .colour=${school.colour} .pattern=${school.pattern}></school-swatch>
      ${
        open
          ? html`<school-fields
              .school=${school}
              .members=${members}
              .held=${this.session.held}
              @school-edited=${(event: HTMLElementEventMap["school-edited"]) => {
                event.refused = this.session.type(putSchool, { school: event.school }, event.gesture);
              }}
            ></school-fields>`
          : nothing
      }
    </record-item>`;
  }

  #invitation() {
    return html`<button class="plain add" @click=${() => (this.adding = true)}>
      ${icon("add", 16)} ${words.addSchool}
    </button>`;
  }

  #form() {
    return html`<name-form
      class="add"
      .label=${words.addSchool}
      .hint=${words.schoolHint}
      .held=${this.session.held}
      @name-written=${this.#add}
      @form-left=${() => this.#leave()}
    ></name-form>`;
  }

  /** The fields of a new one are open, for what else is known. */
  readonly #add = (event: HTMLElementEventMap["name-written"]): void => {
    const id = this.workspace.platform.mint() as SchoolId;
    const school = newSchool(id, { name: event.name, ...freeLook([...this.map.schools.values()]) });
    event.refused = this.session.type(putSchool, { school }, null);
    if (event.refused !== null) return;
    this.adding = false;
    this.opened = id;
    void this.updateComplete.then(() => focusFields(this.renderRoot.querySelector("school-fields")));
  };

  #leave(): void {
    this.adding = false;
    void this.updateComplete.then(() => this.addButton?.focus());
  }

  #delete({ id, name }: School, members: readonly Holder[]): void {
    const { session, workspace } = this;
    if (isRefusal(session.run(deleteSchool, { school: id }, null))) return;
    const undo = { name: detailWords.undo, run: () => void session.open.undo() };
    workspace.notices.show(words.schoolDeleted(name, members.length), undo);
    this.addButton?.focus();
  }
}

/** A colour and a pattern that the fewest schools have. */
function freeLook(schools: readonly School[]): Pick<School, "colour" | "pattern"> {
  return {
    colour: leastUsed(
      schoolColours,
      schools.map(({ colour }) => colour),
    ),
    pattern: leastUsed(
      schoolPatterns,
      schools.map(({ pattern }) => pattern),
    ),
  };
}

function leastUsed<Name extends string>(names: readonly Name[], used: readonly Name[]): Name {
  const uses = (name: Name) => used.filter((each) => each === name).length;
  return names.toSorted((a, b) => uses(a) - uses(b))[0]!;
}

declare global {
  interface HTMLElementTagNameMap {
    "school-list": SchoolList;
  }
}
