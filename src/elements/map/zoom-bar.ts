import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ToolChosen } from "#elements/map/tool-chosen.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon, type IconName } from "#elements/shared/icon.ts";
import { mapWords } from "#words/map.ts";

/**
 * Zoom out, how large things are now, zoom in, fit.
 *
 * @event tool-chosen
 */
@customElement("zoom-bar")
export class ZoomBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        gap: 2px;
        padding: 3px;
        background: var(--card);
        border: 1px solid var(--hairline);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      button {
        padding: 4px 7px;
        font-size: 13px;
        border-radius: 8px;
      }
      .percent {
        min-width: 52px;
      }
      .percent::after {
        content: attr(data-text);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) scale = 1;

  override render() {
    return html`<div role="group" aria-label=${mapWords.zoom}>
      ${this.#button("view.zoom-out", mapWords.zoomOut, "minus")}
      <button
        class="percent"
        aria-label=${mapWords.zoomReset}
        data-text=${mapWords.percent(this.scale)}
        title=${mapWords.zoomReset}
        @click=${() => this.dispatchEvent(new ToolChosen("view.zoom-reset"))}
      ></button>
      ${this.#button("view.zoom-in", mapWords.zoomIn, "add")} ${this.#button("view.fit", mapWords.fit, "fit")}
    </div>`;
  }

  #button(action: string, name: string, drawing: IconName) {
    return html`<button
      aria-label=${name}
      title=${name}
      @click=${() => this.dispatchEvent(new ToolChosen(action))}
    >
      ${icon(drawing, 16)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "zoom-bar": ZoomBar;
  }
}
