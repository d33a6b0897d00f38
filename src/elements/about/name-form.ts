import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { formFoot, formFootStyles } from "#elements/detail/form-foot.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten, TypedField } from "#elements/detail/typed-field.ts";
import { controls } from "#elements/shared/controls.ts";
import { Drafting, type DraftingHost } from "#elements/shared/drafting.ts";
import { FormLeft } from "#elements/shared/form-left.ts";
import type { HeldText } from "#session/held-text.ts";
import { detailWords } from "#words/detail.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** A name was given to something new. */
export class NameWritten extends Event {
  static readonly type = "name-written";
  readonly name: string;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(name: string) {
    super(NameWritten.type);
    this.name = name;
  }
}

/**
 * The name of a new person or school; the rest is written once it is there.
 *
 * @event name-written @event form-left
 */
@customElement("name-form")
export class NameForm extends LitElement implements DraftingHost {
  static override styles = [controls, panelParts, fieldLooks, formFootStyles];

  /** What is added. */
  @property() label = "";
  @property() hint = "";
  @property({ attribute: false }) held: HeldText | null = null;
  @state() private name = "";
  @state() private refused = "";
  @query("typed-field") private readonly field!: TypedField | null;
  readonly #drafting = new Drafting(this);

  get isBlank(): boolean {
    return this.name.trim() === "";
  }

  override firstUpdated(): void {
    void this.field?.updateComplete.then(() => this.field?.focus());
  }

  override render() {
    const { submitted, pressed } = this.#drafting;
    return html`<form class="fields" aria-label=${this.label} @submit=${submitted} @keydown=${pressed}>
      <typed-field
        draft
        class="wide"
        .label=${words.name}
        .hint=${this.hint}
        .text=${this.name}
        @field-written=${({ text }: FieldWritten) => {
          this.name = text;
          this.#drafting.look();
        }}
      ></typed-field>
      ${this.refused === "" ? "" : html`<p class="refused wide" role="alert">${this.refused}</p>`}
      ${formFoot(detailWords.add, () => this.leave())}
    </form>`;
  }

  submit(): void {
    const event = new NameWritten(this.name);
    this.dispatchEvent(event);
    this.refused = event.refused ?? "";
    if (event.refused !== null) this.field?.focus();
  }

  leave(): void {
    this.dispatchEvent(new FormLeft());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "name-form": NameForm;
  }
  interface HTMLElementEventMap {
    "name-written": NameWritten;
  }
}
