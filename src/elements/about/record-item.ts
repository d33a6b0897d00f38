import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { peoplePanelWords as words } from "#words/people-panel.ts";

/** The fields of a record are to be shown, or no more. */
export class RecordTurned extends Event {
  static readonly type = "record-turned";

  constructor() {
    super(RecordTurned.type);
  }
}

/** A record is to go. */
export class RecordDeleted extends Event {
  static readonly type = "record-deleted";

  constructor() {
    super(RecordDeleted.type);
  }
}

/**
 * A person, a school or a source in its list: its name, what there is to know of it at a glance, and its buttons; while
 * it is open its fields below.
 *
 * @slot - its fields.
 * @slot mark - what stands before its name.
 * @slot name - its name, where it is more than text.
 * @event record-turned @event record-deleted
 */
@customElement("record-item")
export class RecordItem extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    controls,
    panelParts,
    css`
      :host {
        padding: 6px 0 8px;
      }
      .line {
        display: flex;
        gap: 8px;
        align-items: baseline;
      }
      .name {
        flex: 1;
        min-width: 0;
        font: 600 14px/20px var(--sans);
        overflow-wrap: anywhere;
      }
      .facts {
        font: 400 13px/18px var(--sans);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .tools {
        display: flex;
        gap: 4px;
        margin: 2px 0 0 -8px;
      }
      .tools button {
        padding: 2px 8px;
        min-height: 28px;
        color: var(--ink-2);
        gap: 4px;
      }
      .open {
        margin-top: 6px;
        padding: 12px;
        border-radius: 10px;
        background: var(--hover);
      }
    `,
  ];

  @property() name = "";
  @property({ attribute: false }) facts: readonly string[] = [];
  @property({ type: Boolean }) open = false;

  override render() {
    const said = this.facts.filter((fact) => fact !== "");
    const turn = this.open ? words.closeName(this.name) : words.editName(this.name);
    return html`<div class="line">
        <slot name="mark"></slot>
        <p class="name" dir="auto"><slot name="name">${this.name}</slot></p>
      </div>
      ${said.length === 0 ? nothing : html`<p class="facts" dir="auto">${said.join(" · ")}</p>`}
      <div class="tools">
        <button
          aria-expanded=${this.open ? "true" : "false"}
          aria-label=${turn}
          @click=${() => this.dispatchEvent(new RecordTurned())}
        >
          ${icon(this.open ? "fold" : "edit", 14)} ${this.open ? words.done : words.edit}
        </button>
        <button
          aria-label=${words.deleteName(this.name)}
          @click=${() => this.dispatchEvent(new RecordDeleted())}
        >
          ${icon("remove", 14)} ${words.delete}
        </button>
      </div>
      ${this.open ? html`<div class="open"><slot></slot></div>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "record-item": RecordItem;
  }
  interface HTMLElementEventMap {
    "record-turned": RecordTurned;
    "record-deleted": RecordDeleted;
  }
}
