import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten } from "#elements/detail/typed-field.ts";
import { controls } from "#elements/shared/controls.ts";
import "#elements/shared/school-swatch.ts";
import { type Holder, type School, schoolColours, schoolPatterns } from "#model/people.ts";
import type { HeldText } from "#session/held-text.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** A school has another record. Edits of one `gesture` are one step of undo. */
export class SchoolEdited extends Event {
  static readonly type = "school-edited";
  readonly school: School;
  readonly gesture: string | null;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(school: School, gesture: string | null) {
    super(SchoolEdited.type);
    this.school = school;
    this.gesture = gesture;
  }
}

/**
 * All that is kept of a school, each field as it is typed; its colour and pattern by samples with their names.
 *
 * @event school-edited
 */
@customElement("school-fields")
export class SchoolFields extends LitElement {
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
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        min-width: 0;
      }
      legend {
        padding: 0 0 4px;
        font: 500 12px/16px var(--sans);
        color: var(--ink-2);
      }
      .samples {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: 6px;
      }
      .samples label {
        position: relative;
        display: grid;
        justify-items: center;
        gap: 4px;
        padding: 6px 2px 4px;
        border: 1px solid var(--hairline);
        border-radius: 8px;
        background: var(--card);
        font: 400 12px/16px var(--sans);
        cursor: pointer;
      }
      .samples school-swatch {
        --swatch-width: 40px;
        --swatch-height: 20px;
      }
      .samples label:has(:checked) {
        border-color: var(--ink);
        box-shadow: inset 0 0 0 1px var(--ink);
        font-weight: 600;
      }
      .samples label:has(:focus-visible) {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      .samples input {
        position: absolute;
        inset: 0;
        margin: 0;
        min-height: 0;
        opacity: 0;
        cursor: pointer;
      }
      @media (forced-colors: active) {
        .samples label:has(:checked) {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  @property({ attribute: false }) school!: School;
  @property({ attribute: false }) members: readonly Holder[] = [];
  @property({ attribute: false }) held: HeldText | null = null;

  override render() {
    const { colour, pattern } = this.school;
    return html`<div class="fields">
      ${this.#text("name", words.name, words.schoolHint)} ${this.#text("when", words.years, words.yearsHint)}
      ${this.#samples("colour", words.colour, schoolColours, words.colours, (each) => ({ colour: each, pattern }))}
      ${this.#samples("pattern", words.pattern, schoolPatterns, words.patterns, (each) => ({ colour, pattern: each }))}
      ${this.#text("note", words.note)}
      <div class="wide">
        <p class="label">${words.members}</p>
        <p class="quiet" dir="auto">
          ${this.members.length === 0 ? words.noMembers : this.members.map(({ name }) => name).join(", ")}
        </p>
      </div>
    </div>`;
  }

  #text(field: "name" | "when" | "note", label: string, hint = "") {
    return html`<typed-field
      class="wide"
      .label=${label}
      .hint=${hint}
      .dated=${field === "when"}
      .lines=${field === "note"}
      .text=${this.school[field]}
      .held=${this.held}
      @field-written=${(event: FieldWritten) =>
        (event.refused = this.#give({ [field]: event.text }, event.gesture))}
    ></typed-field>`;
  }

  #samples<Name extends string>(
    field: "colour" | "pattern",
    legend: string,
    names: readonly Name[],
    spoken: Readonly<Record<Name, string>>,
    look: (name: Name) => Pick<School, "colour" | "pattern">,
  ) {
    return html`<fieldset class="wide">
      <legend>${legend}</legend>
      <div class="samples">
        ${names.map(
          (name) =>
            html`<label
              ><input
                type="radio"
                name=${field}
                .checked=${name === (this.school[field] as string)}
                @change=${() => this.#give({ [field]: name }, null)}
              /><school-swatch .colour=${look(name).colour} .pattern=${look(name).pattern}></school-swatch
              >${spoken[name]}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #give(fields: Partial<School>, gesture: string | null): string | null {
    const event = new SchoolEdited({ ...this.school, ...fields }, gesture);
    this.dispatchEvent(event);
    return event.refused;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "school-fields": SchoolFields;
  }
  interface HTMLElementEventMap {
    "school-edited": SchoolEdited;
  }
}
