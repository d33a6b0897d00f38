import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { formFoot, formFootStyles } from "#elements/detail/form-foot.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { controls } from "#elements/shared/controls.ts";
import { Drafting, type DraftingHost } from "#elements/shared/drafting.ts";
import { FormLeft } from "#elements/shared/form-left.ts";
import {
  blankRecord,
  SameWorkTaken,
  type SourceForm,
  type SourceRecord,
} from "#elements/sources/source-form.ts";
import "#elements/sources/source-form.ts";
import type { Source } from "#model/source.ts";
import type { HeldText } from "#session/held-text.ts";
import { detailWords } from "#words/detail.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";
import { sourceWords } from "#words/sources.ts";

/** A new source was written down. */
export class SourceAdded extends Event {
  static readonly type = "source-added";
  readonly record: SourceRecord;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(record: SourceRecord) {
    super(SourceAdded.type);
    this.record = record;
  }
}

/**
 * A new source in the making. Where it is one that the map has already, that one can be taken instead.
 *
 * @event source-added @event same-work-taken @event form-left
 */
@customElement("source-add-form")
export class SourceAddForm extends LitElement implements DraftingHost {
  static override styles = [controls, panelParts, fieldLooks, formFootStyles];

  @property({ attribute: false }) sources: readonly Source[] = [];
  @property({ attribute: false }) held: HeldText | null = null;
  @state() private record: SourceRecord = blankRecord;
  @state() private refused = "";
  @query("source-form") private readonly form!: SourceForm | null;
  readonly #drafting = new Drafting(this);

  get isBlank(): boolean {
    return Object.keys(this.record.item).length < 2;
  }

  override firstUpdated(): void {
    void this.#begin();
  }

  /** A form that is longer than the panel begins at its head. */
  async #begin(): Promise<void> {
    await this.form?.updateComplete;
    this.form?.focus();
    this.scrollIntoView({ block: "nearest" });
  }

  override render() {
    const { submitted, pressed } = this.#drafting;
    return html`<form class="fields" aria-label=${words.addSource} @submit=${submitted} @keydown=${pressed}>
      <source-form
        class="wide"
        draft
        .record=${this.record}
        .sources=${this.sources}
        @source-written=${(event: HTMLElementEventMap["source-written"]) => {
          this.record = event.record;
          this.#drafting.look();
        }}
        @same-work-taken=${(event: HTMLElementEventMap["same-work-taken"]) =>
          this.dispatchEvent(new SameWorkTaken(event.source))}
      ></source-form>
      ${this.refused === "" ? "" : html`<p class="refused wide" role="alert">${this.refused}</p>`}
      ${formFoot(detailWords.add, () => this.leave())}
    </form>`;
  }

  submit(): void {
    const isUntitled = (this.record.item.title ?? "").trim() === "";
    this.refused = isUntitled ? sourceWords.titleMissing : "";
    if (isUntitled) return this.form?.focus();
    const event = new SourceAdded(this.record);
    this.dispatchEvent(event);
    this.refused = event.refused ?? "";
  }

  leave(): void {
    this.dispatchEvent(new FormLeft());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "source-add-form": SourceAddForm;
  }
  interface HTMLElementEventMap {
    "source-added": SourceAdded;
  }
}
