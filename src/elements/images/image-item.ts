import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { shortCitation } from "#citing/short-citation.ts";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { locatorChoice } from "#elements/detail/locator-choice.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten, TypedField } from "#elements/detail/typed-field.ts";
import { imageItemStyles } from "#elements/images/image-item-styles.ts";
import { nameOf } from "#elements/images/stored-image.ts";
import "#elements/images/stored-image.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import type { SourceId } from "#model/ids.ts";
import type { ClaimImage } from "#model/image.ts";
import { type LocatorLabel, newCitation, type Source } from "#model/source.ts";
import type { HeldText } from "#session/held-text.ts";
import type { MapImages } from "#store/map-images.ts";
import { detailWords } from "#words/detail.ts";
import { imageWords as words } from "#words/images.ts";

type Fields = Partial<Pick<ClaimImage, "alternative" | "caption" | "credit" | "citation">>;

/** Something else is to be said of an image. Edits of one `gesture` are one step of undo. */
export class ImageEdited extends Event {
  static readonly type = "image-edited";
  readonly fields: Fields;
  readonly gesture: string | null;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(fields: Fields, gesture: string | null) {
    super(ImageEdited.type);
    this.fields = fields;
    this.gesture = gesture;
  }
}

/** Something is to be done with an image. */
export class ImageAsked extends Event {
  static readonly type = "image-asked";
  readonly what: "edit" | "done" | "enlarge" | "remove" | "up" | "down";

  constructor(what: ImageAsked["what"]) {
    super(ImageAsked.type);
    this.what = what;
  }
}

/**
 * One image of a claim: in small, what is said of it, and below that the fields to say it.
 *
 * @event image-edited @event image-asked
 */
@customElement("image-item")
export class ImageItem extends LitElement {
  static override styles = [controls, panelParts, fieldLooks, imageItemStyles];

  @property({ attribute: false }) images!: () => Promise<MapImages>;
  @property({ attribute: false }) image!: ClaimImage;
  @property({ attribute: false }) sources: readonly Source[] = [];
  @property({ attribute: false }) held: HeldText | null = null;
  @property({ type: Boolean }) first = false;
  @property({ type: Boolean }) last = false;
  @property({ type: Boolean }) editing = false;
  @query("typed-field") private readonly field!: TypedField | null;
  @query(".edit") private readonly editButton!: HTMLButtonElement | null;

  override render() {
    const name = nameOf(this.image);
    return html`<div class="row">
        <button class="thumbnail" aria-label=${words.enlarge(name)} @click=${() => this.#ask("enlarge")}>
          <stored-image .images=${this.images} .image=${this.image}></stored-image>
        </button>
        ${this.#said()}
      </div>
      ${this.#tools(name)} ${this.editing ? this.#fields() : nothing}`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("editing")) return;
    if (this.editing) void this.field?.updateComplete.then(() => this.field?.focus());
    else if (changed.get("editing") === true) this.editButton?.focus();
  }

  #said() {
    const { alternative, caption, credit, citation, width, height, size } = this.image;
    const source = citation && this.sources.find(({ id }) => id === citation.source);
    const cited = citation === null ? "" : source ? shortCitation(source, citation) : words.goneCitation;
    return html`<div class="said">
      ${caption.trim() === "" ? nothing : html`<p class="caption" dir="auto">${caption}</p>`}
      ${
        alternative.trim() === ""
          ? html`<p class="lacking">${words.noAlternative}</p>`
          : html`<p class="quiet alternative" dir="auto">${alternative}</p>`
      }
      ${[credit, cited].filter((line) => line.trim() !== "").map((line) => html`<p class="quiet" dir="auto">${line}</p>`)}
      <p class="figures">${words.figures(width, height, size)}</p>
    </div>`;
  }

  #tools(name: string) {
    const { editing } = this;
    const edit = editing ? words.done : this.image.alternative.trim() === "" ? words.describe : words.edit;
    return html`<div class="tools">
      <button
        class="edit"
        aria-expanded=${editing ? "true" : "false"}
        aria-label=${editing ? nothing : words.editOf(name)}
        @click=${() => this.#ask(editing ? "done" : "edit")}
      >
        ${icon(editing ? "fold" : "edit", 14)} ${edit}
      </button>
      ${this.#mover("up", words.up, words.upOf(name), this.first)}
      ${this.#mover("down", words.down, words.downOf(name), this.last)}
      <button aria-label=${words.removeOf(name)} @click=${() => this.#ask("remove")}>
        ${icon("remove", 14)} ${words.remove}
      </button>
    </div>`;
  }

  /** At its end it stays where it is, and keeps the focus. */
  #mover(what: "up" | "down", title: string, name: string, isAtEnd: boolean) {
    if (this.first && this.last) return nothing;
    return html`<button
      class="mover"
      title=${title}
      aria-label=${name}
      aria-disabled=${isAtEnd ? "true" : nothing}
      @click=${() => isAtEnd || this.#ask(what)}
    >
      ${icon(what === "up" ? "fold" : "unfold", 16)}
    </button>`;
  }

  #fields() {
    const { citation } = this.image;
    return html`<div class="fields">
      ${this.#text("alternative", words.alternative, words.alternativeHint, words.alternativeHelp)}
      ${this.#text("caption", words.caption)} ${this.#text("credit", words.credit, words.creditHint)}
      ${this.#citation()}
      ${
        citation === null
          ? nothing
          : html`<typed-field
                .label=${detailWords.place}
                .text=${citation.locator}
                .held=${this.held}
                @field-written=${(event: FieldWritten) =>
                  (event.refused = this.#edit(
                    { citation: { ...citation, locator: event.text } },
                    event.gesture,
                  ))}
              ></typed-field>
              ${locatorChoice(citation.label, (label: LocatorLabel) =>
                this.#edit({ citation: { ...citation, label } }, null),
              )}`
      }
    </div>`;
  }

  #text(name: "alternative" | "caption" | "credit", label: string, hint = "", help = "") {
    return html`<typed-field
      class="wide"
      .label=${label}
      .hint=${hint}
      .help=${help}
      .lines=${name === "alternative"}
      .text=${this.image[name]}
      .held=${this.held}
      @field-written=${(event: FieldWritten) =>
        (event.refused = this.#edit({ [name]: event.text }, event.gesture))}
    ></typed-field>`;
  }

  #citation() {
    const { citation } = this.image;
    const isGone = citation !== null && this.sources.every(({ id }) => id !== citation.source);
    if (this.sources.length === 0 && citation === null) return nothing;
    return html`<label class="choice wide"
      ><span>${words.citation}</span>
      <select
        @change=${({ target }: Event) => {
          const source = (target as HTMLSelectElement).value as SourceId;
          this.#edit({ citation: source === "" ? null : newCitation(source) }, null);
        }}
      >
        <option value="" .selected=${citation === null}>${words.noCitation}</option>
        ${isGone ? html`<option value=${citation.source} selected>${words.goneCitation}</option>` : nothing}
        ${this.sources.map(
          (source) =>
            html`<option value=${source.id} .selected=${source.id === citation?.source}>
              ${shortCitation(source, newCitation(source.id))}
            </option>`,
        )}
      </select></label
    >`;
  }

  /** Why it was refused, or `null`. */
  #edit(fields: Fields, gesture: string | null): string | null {
    const event = new ImageEdited(fields, gesture);
    this.dispatchEvent(event);
    return event.refused;
  }

  #ask(what: ImageAsked["what"]): void {
    this.dispatchEvent(new ImageAsked(what));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "image-item": ImageItem;
  }
  interface HTMLElementEventMap {
    "image-edited": ImageEdited;
    "image-asked": ImageAsked;
  }
}
