import { html, LitElement, nothing } from "lit";
import { customElement, property, query, queryAll, state } from "lit/decorators.js";
import { readDating } from "#dating/dating.ts";
import type { CitedPlace, WrittenPlace } from "#elements/detail/cited-place.ts";
import "#elements/detail/cited-place.ts";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { formFoot, formFootStyles } from "#elements/detail/form-foot.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten, TypedField } from "#elements/detail/typed-field.ts";
import { controls } from "#elements/shared/controls.ts";
import { Drafting, type DraftingHost } from "#elements/shared/drafting.ts";
import { FormLeft } from "#elements/shared/form-left.ts";
import type { HolderId } from "#model/ids.ts";
import { type Attribution, type Holder, type Stance, stances } from "#model/people.ts";
import type { Source } from "#model/source.ts";
import type { HeldText } from "#session/held-text.ts";
import { peopleWords } from "#words/people.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";
import { detailWords } from "#words/detail.ts";

/** An attribution was written down. */
export class AttributionWritten extends Event {
  static readonly type = "attribution-written";
  /** One of the map's holders, or the name of a new one. */
  readonly holder: HolderId | { readonly name: string };
  readonly stance: Stance;
  /** As it was written. */
  readonly when: string;
  readonly place: WrittenPlace;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(written: Pick<AttributionWritten, "holder" | "stance" | "when" | "place">) {
    super(AttributionWritten.type);
    this.holder = written.holder;
    this.stance = written.stance;
    this.when = written.when;
    this.place = written.place;
  }
}

/**
 * That someone has argued a claim, in the making or to be put right: who, with which stance, when, and where.
 *
 * @event attribution-written @event form-left
 */
@customElement("attribution-form")
export class AttributionForm extends LitElement implements DraftingHost {
  static override styles = [controls, panelParts, fieldLooks, formFootStyles];

  @property({ attribute: false }) holders: readonly Holder[] = [];
  @property({ attribute: false }) sources: readonly Source[] = [];
  /** What is to be put right; `null` for a new one. */
  @property({ attribute: false }) from: Attribution | null = null;
  @property({ attribute: false }) held: HeldText | null = null;
  @state() private name = "";
  @state() private stance: Stance = "asserts";
  @state() private when = "";
  @state() private refused = "";
  @query("cited-place") private readonly place!: CitedPlace | null;
  @queryAll("typed-field") private readonly fields!: NodeListOf<TypedField>;
  #isTouched = false;
  readonly #drafting = new Drafting(this);

  get isBlank(): boolean {
    if (this.from !== null) return !this.#isTouched;
    return [this.name, this.when].every((text) => text.trim() === "") && (this.place?.isBlank ?? true);
  }

  override willUpdate(): void {
    if (this.hasUpdated || this.from === null) return;
    const { holder, stance, when } = this.from;
    this.name = this.holders.find(({ id }) => id === holder)?.name ?? "";
    this.stance = stance;
    this.when = when;
  }

  override firstUpdated(): void {
    const [first] = this.fields;
    void first?.updateComplete.then(() => first.focus());
  }

  override render() {
    const { submitted, pressed } = this.#drafting;
    const title = this.from === null ? words.addAttribution : words.editAttribution;
    return html`<form class="fields" aria-label=${title} @submit=${submitted} @keydown=${pressed}>
      ${this.#holder()} ${this.#stance()} ${this.#when()}
      <cited-place
        class="wide"
        optional
        .sources=${this.sources}
        .from=${this.from?.citation ?? null}
        @place-written=${this.#touched}
      ></cited-place>
      ${this.refused === "" ? nothing : html`<p class="refused wide" role="alert">${this.refused}</p>`}
      ${formFoot(this.from === null ? detailWords.add : words.keep, () => this.leave())}
    </form>`;
  }

  submit(): void {
    for (const field of this.fields) field.check();
    const stuck = [...this.fields].find((field) => field.isStuck);
    if (stuck !== undefined) return stuck.focus();
    const nameless = this.name.trim() === "" ? peopleWords.namelessHolder : null;
    if (nameless !== null) this.fields[0]?.focus();
    this.refused = nameless ?? this.place?.refuse() ?? "";
    if (this.refused !== "" || this.place === null) return;
    const { stance, when } = this;
    const holder = this.#known?.id ?? { name: this.name };
    const event = new AttributionWritten({ holder, stance, when, place: this.place.written });
    this.dispatchEvent(event);
    this.refused = event.refused ?? "";
  }

  leave(): void {
    this.dispatchEvent(new FormLeft());
  }

  /** The holder who has the name that is written. The one that it was before comes first, if two have one name. */
  get #known(): Holder | undefined {
    const named = this.holders.filter(({ name }) => folded(name) === folded(this.name));
    return named.find(({ id }) => id === this.from?.holder) ?? named[0];
  }

  #holder() {
    const isNew = this.name.trim() !== "" && this.#known === undefined;
    return html`<typed-field
      draft
      class="wide"
      .label=${words.holder}
      .hint=${words.holderHint}
      .help=${isNew ? words.newHolder(this.name.trim()) : ""}
      .offered=${[...new Set(this.holders.map(({ name }) => name))].toSorted((a, b) => a.localeCompare(b))}
      .text=${this.name}
      @field-written=${({ text }: FieldWritten) => {
        this.name = text;
        this.#touched();
      }}
    ></typed-field>`;
  }

  #stance() {
    return html`<label class="choice"
      ><span>${words.stance}</span>
      <select
        @change=${(event: Event) => {
          this.stance = (event.target as HTMLSelectElement).value as Stance;
          this.#touched();
        }}
      >
        ${stances.map(
          (each) =>
            html`<option value=${each} .selected=${each === this.stance}>${words.stances[each]}</option>`,
        )}
      </select></label
    >`;
  }

  #when() {
    return html`<typed-field
      draft
      dated
      .label=${words.when}
      .hint=${words.whenHint}
      .text=${this.when}
      @field-written=${(event: FieldWritten) => {
        this.when = event.text;
        event.refused = undated(event.text, this.from?.when);
        this.#touched();
      }}
    ></typed-field>`;
  }

  readonly #touched = (): void => {
    this.#isTouched = true;
    this.#drafting.look();
  };
}

/** Why a date cannot be read. What stands in the map already may stay. */
function undated(written: string, before = ""): string | null {
  const text = written.trim();
  if (text === "" || text === before) return null;
  const dating = readDating(text);
  return "refused" in dating ? dating.refused : null;
}

function folded(name: string): string {
  return name.trim().replaceAll(/\s+/gu, " ").toLocaleLowerCase();
}

declare global {
  interface HTMLElementTagNameMap {
    "attribution-form": AttributionForm;
  }
  interface HTMLElementEventMap {
    "attribution-written": AttributionWritten;
  }
}
