import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten } from "#elements/detail/typed-field.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import "#elements/shared/school-swatch.ts";
import type { SchoolId } from "#model/ids.ts";
import { type Holder, type Membership, membershipKey, type School } from "#model/people.ts";
import type { HeldText } from "#session/held-text.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** A holder has another record. Edits of one `gesture` are one step of undo. */
export class HolderEdited extends Event {
  static readonly type = "holder-edited";
  readonly holder: Holder;
  readonly gesture: string | null;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(holder: Holder, gesture: string | null) {
    super(HolderEdited.type);
    this.holder = holder;
    this.gesture = gesture;
  }
}

/**
 * All that is kept of a person, each field as it is typed.
 *
 * @event holder-edited
 */
@customElement("holder-fields")
export class HolderFields extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    controls,
    panelParts,
    fieldLooks,
    css`
      .fields {
        margin: 0;
        padding: 0;
      }
      .membership {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 4px 8px;
        align-items: end;
        padding: 6px 0;
      }
      .school {
        grid-column: 1 / -1;
        display: flex;
        gap: 8px;
        align-items: center;
        font: 400 14px/20px var(--sans);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) holder!: Holder;
  /** The schools of the map. */
  @property({ attribute: false }) schools: readonly School[] = [];
  @property({ attribute: false }) held: HeldText | null = null;

  override render() {
    return html`<div class="fields">
      ${this.#text("name", words.name, words.holderHint)} ${this.#text("lived", words.lived, words.livedHint)}
      ${this.#text("affiliation", words.affiliation, words.affiliationHint)}
      <div class="wide" role="group" aria-labelledby="memberships">
        <p class="label" id="memberships">${words.memberships}</p>
        ${repeat(this.holder.memberships, membershipKey, (each) => this.#membership(each))}
        ${this.schools.length === 0 ? nothing : this.#joining()}
      </div>
      ${this.#text("note", words.note)}
    </div>`;
  }

  #text(field: "name" | "lived" | "affiliation" | "note", label: string, hint = "") {
    return html`<typed-field
      class=${field === "lived" || field === "affiliation" ? "" : "wide"}
      .label=${label}
      .hint=${hint}
      .dated=${field === "lived"}
      .lines=${field === "note"}
      .text=${this.holder[field]}
      .held=${this.held}
      @field-written=${(event: FieldWritten) =>
        (event.refused = this.#give({ [field]: event.text }, event.gesture))}
    ></typed-field>`;
  }

  #membership(membership: Membership) {
    const school = this.schools.find(({ id }) => id === membership.school);
    const name = school?.name ?? words.goneSchool;
    return html`<div class="membership">
      <span class="school" dir="auto"
        >${
          school === undefined
            ? nothing
            : html`<school-swatch .colour=${school.colour} .pattern=${school.pattern}></school-swatch>`
        }${name}</span
      >
      <typed-field
        dated
        .label=${words.schoolWhen(name)}
        .hint=${words.schoolYearsHint}
        .text=${membership.when}
        .held=${this.held}
        @field-written=${(event: FieldWritten) =>
          (event.refused = this.#give(this.#with(membership, event.text), event.gesture))}
      ></typed-field>
      <button
        aria-label=${words.leaveSchool(name)}
        title=${words.leaveSchool(name)}
        @click=${() => this.#give(this.#with(membership, null), null)}
      >
        ${icon("remove", 16)}
      </button>
    </div>`;
  }

  #joining() {
    return html`<label class="choice"
      ><span>${words.joinSchool}</span>
      <select
        @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          const joined = { school: select.value as SchoolId, when: "" };
          select.value = "";
          this.#give({ memberships: [...this.holder.memberships, joined] }, null);
        }}
      >
        <option value="" selected>${words.chooseSchool}</option>
        ${this.schools.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select></label
    >`;
  }

  /** The memberships with one at another time, or without it (`null`). */
  #with(membership: Membership, when: string | null): Partial<Holder> {
    const memberships = this.holder.memberships.flatMap((each) =>
      each !== membership ? [each] : when === null ? [] : [{ ...each, when }],
    );
    return { memberships };
  }

  #give(fields: Partial<Holder>, gesture: string | null): string | null {
    const event = new HolderEdited({ ...this.holder, ...fields }, gesture);
    this.dispatchEvent(event);
    return event.refused;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "holder-fields": HolderFields;
  }
  interface HTMLElementEventMap {
    "holder-edited": HolderEdited;
  }
}
