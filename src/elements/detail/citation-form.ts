import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { CitedPlace, WrittenPlace } from "#elements/detail/cited-place.ts";
import "#elements/detail/cited-place.ts";
import { fieldLooks } from "#elements/detail/field-looks.ts";
import { formFoot, formFootStyles } from "#elements/detail/form-foot.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { controls } from "#elements/shared/controls.ts";
import { Drafting, type DraftingHost } from "#elements/shared/drafting.ts";
import { FormLeft } from "#elements/shared/form-left.ts";
import type { Source } from "#model/source.ts";
import type { HeldText } from "#session/held-text.ts";
import { detailWords as words } from "#words/detail.ts";

/** A citation was written down. */
export class CitationWritten extends Event {
  static readonly type = "citation-written";
  readonly place: WrittenPlace["place"];
  /** One of the map's, or the record of a new one. */
  readonly source: NonNullable<WrittenPlace["source"]>;
  /** Why the map does not take it, if it does not. */
  refused: string | null = null;

  constructor(place: WrittenPlace["place"], source: NonNullable<WrittenPlace["source"]>) {
    super(CitationWritten.type);
    this.place = place;
    this.source = source;
  }
}

/**
 * A citation in the making: one of the map's sources or a new one, and the place in it.
 *
 * @event citation-written @event form-left
 */
@customElement("citation-form")
export class CitationForm extends LitElement implements DraftingHost {
  static override styles = [controls, panelParts, fieldLooks, formFootStyles];

  @property({ attribute: false }) sources: readonly Source[] = [];
  @property({ attribute: false }) held: HeldText | null = null;
  @state() private refused = "";
  @query("cited-place") private readonly place!: CitedPlace | null;
  readonly #drafting = new Drafting(this);

  get isBlank(): boolean {
    return this.place?.isBlank ?? true;
  }

  override firstUpdated(): void {
    void this.place?.updateComplete.then(() => this.place?.focus());
  }

  override render() {
    const { submitted, pressed, look } = this.#drafting;
    return html`<form class="fields" aria-label=${words.addCitation} @submit=${submitted} @keydown=${pressed}>
      <cited-place class="wide" .sources=${this.sources} @place-written=${look}></cited-place>
      ${this.refused === "" ? nothing : html`<p class="refused wide" role="alert">${this.refused}</p>`}
      ${formFoot(words.add, () => this.leave())}
    </form>`;
  }

  submit(): void {
    this.refused = this.place?.refuse() ?? "";
    const written = this.place?.written;
    if (this.refused !== "" || written === undefined || written.source === null) return;
    const event = new CitationWritten(written.place, written.source);
    this.dispatchEvent(event);
    this.refused = event.refused ?? "";
  }

  leave(): void {
    this.dispatchEvent(new FormLeft());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "citation-form": CitationForm;
  }
  interface HTMLElementEventMap {
    "citation-written": CitationWritten;
  }
}
