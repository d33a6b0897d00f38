import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { missingPanelWords as words } from "#words/missing.ts";

/** A reason was written. Whoever hears it says in `refused` why it is not taken. */
export class ReasonGiven extends Event {
  static readonly type = "reason-given";
  readonly reason: string;
  refused: string | null = null;

  constructor(reason: string) {
    super(ReasonGiven.type, { bubbles: true, composed: true });
    this.reason = reason;
  }
}

/** Nothing is dismissed after all. */
export class DismissingLeft extends Event {
  static readonly type = "dismissing-left";

  constructor() {
    super(DismissingLeft.type, { bubbles: true, composed: true });
  }
}

/**
 * Asks in place for the reason why something need not be there. Enter gives it, Escape leaves.
 *
 * @event reason-given - a {@link ReasonGiven}.
 * @event dismissing-left - a {@link DismissingLeft}.
 */
@customElement("dismissing-form")
export class DismissingForm extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-top: 4px;
      }
      label {
        display: block;
        font: 500 13px/18px var(--sans);
      }
      input {
        width: 100%;
        margin-top: 4px;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-top: 6px;
      }
      .refused {
        margin: 4px 0 0;
        color: var(--oppose);
        font: 400 13px/18px var(--sans);
      }
    `,
  ];

  /** What is dismissed, in a sentence. */
  @property() sentence = "";
  @state() private refused = "";
  @query("input") private readonly field!: HTMLInputElement;

  override firstUpdated(): void {
    this.field.focus({ preventScroll: true });
    this.scrollIntoView({ block: "nearest" });
  }

  override render() {
    const isRefused = this.refused !== "";
    return html`<form
      aria-label=${words.about(words.doDismiss, this.sentence)}
      @submit=${this.#submitted}
      @keydown=${this.#pressed}
    >
      <label
        >${words.reason}
        <input
          type="text"
          autocomplete="off"
          dir="auto"
          aria-invalid=${isRefused ? "true" : "false"}
          aria-describedby=${isRefused ? "refused" : nothing}
          @input=${() => (this.refused = "")}
      /></label>
      ${isRefused ? html`<p id="refused" class="refused" role="alert">${this.refused}</p>` : nothing}
      <div class="ways">
        <button type="submit" class="primary">${words.doDismiss}</button>
        <button type="button" class="plain" @click=${this.#leave}>${words.cancel}</button>
      </div>
    </form>`;
  }

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    const given = new ReasonGiven(this.field.value);
    this.dispatchEvent(given);
    this.refused = given.refused ?? "";
    if (this.refused !== "") this.field.focus();
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.#leave();
  };

  readonly #leave = (): void => {
    this.dispatchEvent(new DismissingLeft());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "dismissing-form": DismissingForm;
  }
  interface GlobalEventHandlersEventMap {
    "reason-given": ReasonGiven;
    "dismissing-left": DismissingLeft;
  }
}
