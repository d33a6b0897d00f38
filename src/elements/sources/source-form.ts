import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { plain } from "#citing/rich-text.ts";
import { sameWork } from "#citing/same-work.ts";
import {
  fieldIn,
  fieldsOf,
  isNameField,
  type NameField,
  namesIn,
  type SourceField,
  type SourceKind,
  sourceKindOf,
  sourceKinds,
  withField,
  withKind,
  withNames,
} from "#citing/source-fields.ts";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten } from "#elements/detail/typed-field.ts";
import { languageName, languageTag, offeredLanguages } from "#elements/dialogs/language.ts";
import { controls } from "#elements/shared/controls.ts";
import "#elements/sources/names-field.ts";
import type { NamesWritten } from "#elements/sources/names-field.ts";
import { sourceFormStyles } from "#elements/sources/source-form-styles.ts";
import "#elements/sources/source-preview.ts";
import type { SourceId } from "#model/ids.ts";
import type { Citation, CslItem, Name, Source, SourceRole } from "#model/source.ts";
import { sourceRoles } from "#model/source.ts";
import type { HeldText } from "#session/held-text.ts";
import { sourceWords as words } from "#words/sources.ts";

/** What a source is written down as: its record, and what it is to the debate. */
export type SourceRecord = Omit<Source, "id">;

/** The record has been written on. Edits of one `gesture` are one step of undo. */
export class SourceWritten extends Event {
  static readonly type = "source-written";
  readonly record: SourceRecord;
  readonly gesture: string | null;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(record: SourceRecord, gesture: string | null) {
    super(SourceWritten.type);
    this.record = record;
    this.gesture = gesture;
  }
}

/** The work is one that the map has already, and that one is meant. */
export class SameWorkTaken extends Event {
  static readonly type = "same-work-taken";
  readonly source: SourceId;

  constructor(source: SourceId) {
    super(SameWorkTaken.type);
    this.source = source;
  }
}

/** A record without anything in it. */
export const blankRecord: SourceRecord = { item: { type: "book" } };

const wide: ReadonlySet<SourceField> = new Set(["title", "archive_collection", "other", "URL"]);

/**
 * A source, field by field as its kind needs them, and below how it will be cited. It gives each letter on and shows
 * what it is given back.
 *
 * @event source-written @event same-work-taken
 */
@customElement("source-form")
export class SourceForm extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [controls, panelParts, fieldLooks, sourceFormStyles];

  @property({ attribute: false }) record: SourceRecord = blankRecord;
  /** The map's sources, among which the same work is noticed; this one is none of them. */
  @property({ attribute: false }) sources: readonly Source[] = [];
  /** The place that is cited, for the preview. */
  @property({ attribute: false }) citation: Citation | null = null;
  /** Whether it is part of a form with a button of its own. */
  @property({ type: Boolean }) draft = false;
  @property({ attribute: false }) held: HeldText | null = null;
  /** A kind that the record alone does not tell yet: an edited book whose editors are not written. */
  @state() private chosen: SourceKind | null = null;
  /** What was written under a kind that had a field for it. */
  readonly #texts = new Map<SourceField, string>();
  readonly #people = new Map<NameField, readonly Name[]>();

  override render() {
    const { item } = this.record;
    const kind = this.#kind;
    return html`<div class="grid">
        ${this.#kinds(kind, item)} ${fieldsOf(item, kind).map((field) => this.#field(field, kind))}
        ${this.#roles()}
      </div>
      ${this.#sameWork()}
      <source-preview .record=${this.record} .citation=${this.citation}></source-preview>`;
  }

  get #kind(): SourceKind {
    const told = sourceKindOf(this.record.item);
    return told === "book" && this.chosen === "edited-book" ? "edited-book" : told;
  }

  #kinds(kind: SourceKind, { type }: CslItem) {
    const names = [...sourceKinds, ...(kind === "other" ? (["other"] as const) : [])];
    return html`<label class="choice wide"
      ><span>${words.kind}</span>
      <select
        @change=${(event: Event) => this.#turn((event.target as HTMLSelectElement).value as SourceKind)}
      >
        ${names.map(
          (each) =>
            html`<option value=${each} .selected=${each === kind}>
              ${each === "other" ? words.otherKind(type) : words.kinds[each]}
            </option>`,
        )}
      </select></label
    >`;
  }

  #names(field: NameField, kind: SourceKind) {
    return html`<names-field
      class="wide"
      .label=${named(words.fields, words.ownFields, field, kind)}
      .hint=${named(words.hints, words.ownHints, field, kind)}
      .names=${namesIn(this.record.item, field)}
      .held=${this.held}
      ?draft=${this.draft}
      @names-written=${(event: NamesWritten) => {
        const item = withNames(this.record.item, field, event.names);
        event.refused = this.#give({ ...this.record, item }, event.gesture);
      }}
    ></names-field>`;
  }

  #field(field: SourceField, kind: SourceKind) {
    if (isNameField(field)) return this.#names(field, kind);
    const text = fieldIn(this.record.item, field);
    const isLanguage = field === "language";
    return html`<typed-field
      class=${wide.has(field) ? "wide" : ""}
      .label=${named(words.fields, words.ownFields, field, kind)}
      .hint=${named(words.hints, words.ownHints, field, kind)}
      .text=${isLanguage && text !== "" ? languageName(text) : text}
      .offered=${isLanguage ? offeredLanguages() : []}
      .held=${this.held}
      ?draft=${this.draft}
      @field-written=${(event: FieldWritten) => {
        event.refused = this.#write(field, event.text, event.gesture);
      }}
    ></typed-field>`;
  }

  #roles() {
    const { role = "none" } = this.record;
    return html`<label class="choice wide"
      ><span>${words.role}</span>
      <select @change=${(event: Event) => this.#play((event.target as HTMLSelectElement).value)}>
        ${(["none", ...sourceRoles] as const).map(
          (each) => html`<option value=${each} .selected=${each === role}>${words.roles[each]}</option>`,
        )}
      </select></label
    >`;
  }

  #sameWork() {
    const same = sameWork(this.sources, this.record.item);
    return html`<div role="status">
      ${
        same === null
          ? nothing
          : html`<p class="same">
              ${words.hereAlready(plain(bibliographyEntry(same)))}
              ${
                this.draft
                  ? html`<button
                      type="button"
                      class="plain"
                      @click=${() => this.dispatchEvent(new SameWorkTaken(same.id))}
                    >
                      ${words.takeThat}
                    </button>`
                  : nothing
              }
            </p>`
      }
    </div>`;
  }

  #write(field: SourceField, text: string, gesture: string): string | null {
    const written = field === "language" ? (languageTag(text) ?? text) : text;
    return this.#give({ ...this.record, item: withField(this.record.item, field, written) }, gesture);
  }

  /** What another kind has no field for is written again where the old kind comes back. */
  #turn(kind: SourceKind): void {
    const { item } = this.record;
    for (const field of fieldsOf(item, this.#kind)) {
      this.#texts.set(field, fieldIn(item, field));
      if (isNameField(field)) this.#people.set(field, namesIn(item, field));
    }
    this.chosen = kind;
    let turned = withKind(item, kind);
    for (const field of fieldsOf(turned, kind))
      if (fieldIn(turned, field) === "") turned = this.#again(turned, field);
    this.#give({ ...this.record, item: turned }, null);
  }

  #again(item: CslItem, field: SourceField): CslItem {
    return isNameField(field)
      ? withNames(item, field, this.#people.get(field) ?? [])
      : withField(item, field, this.#texts.get(field) ?? "");
  }

  #play(chosen: string): void {
    const role: SourceRole | undefined = sourceRoles.find((each) => each === chosen);
    this.#give({ item: this.record.item, ...(role !== undefined && { role }) }, null);
  }

  #give(record: SourceRecord, gesture: string | null): string | null {
    const event = new SourceWritten(record, gesture);
    this.dispatchEvent(event);
    return event.refused;
  }
}

type Names = Readonly<Partial<Record<SourceField, string>>>;

/** The kind's own word for a field, or the usual one. */
function named(
  usual: Names,
  own: Readonly<Partial<Record<SourceKind, Names>>>,
  field: SourceField,
  kind: SourceKind,
): string {
  return own[kind]?.[field] ?? usual[field] ?? "";
}

declare global {
  interface HTMLElementTagNameMap {
    "source-form": SourceForm;
  }
  interface HTMLElementEventMap {
    "source-written": SourceWritten;
    "same-work-taken": SameWorkTaken;
  }
}
