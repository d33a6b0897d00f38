import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { NewVersion, Workspace } from "#session/workspace.ts";
import { shellWords as words } from "#words/shell.ts";

/**
 * The quiet line that says that a new version is ready. Put away, it stays away: the version is taken by itself in a
 * quiet moment. It says so once to a screen reader, and never takes the focus.
 */
@customElement("version-line")
export class VersionLine extends LitElement {
  static override styles = [
    controls,
    css`
      aside {
        position: fixed;
        inset: auto auto 16px 16px;
        z-index: 5;
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 2px 4px;
        max-width: calc(100vw - 32px);
        box-sizing: border-box;
        padding: 4px 4px 4px 14px;
        border-radius: 12px;
        border: 1px solid var(--hairline);
        background: var(--card);
        box-shadow: var(--shadow);
        color: var(--ink-2);
        font: 400 13px/18px var(--sans);
      }
      button {
        font-size: 13px;
      }
      .take {
        color: var(--ink);
        font-weight: 600;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      @media print {
        aside {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  #putAway: NewVersion | null = null;
  #said: NewVersion | null = null;
  readonly #watching = new Watching(this, () => this.workspace?.newVersion.value);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("workspace")) this.#watching.renew();
    const version = this.workspace.newVersion.peek();
    if (version === null || version === this.#said) return;
    this.#said = version;
    this.workspace.notices.say(words.newVersion);
  }

  override render() {
    const version = this.workspace.newVersion.value;
    if (version === null || version === this.#putAway) return nothing;
    return html`<aside aria-label=${words.newVersionName}>
      <span>${words.newVersion}</span>
      <button class="take" @click=${() => version.take()}>${words.takeVersion}</button>
      <button
        aria-label=${words.laterVersion}
        title=${words.laterVersion}
        @click=${() => this.#dismiss(version)}
      >
        ${icon("close", 16)}
      </button>
    </aside>`;
  }

  #dismiss(version: NewVersion): void {
    this.#putAway = version;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "version-line": VersionLine;
  }
}
