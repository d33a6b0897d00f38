import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { mergeFile, writeOver } from "#actions/keeping-file.ts";
import { whenWords } from "#elements/dialogs/amounts.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { FileLine as Line, KeepingFile } from "#session/keeping-file.ts";
import type { Workspace } from "#session/workspace.ts";
import { keepingWords as words } from "#words/keeping.ts";

/** After so many milliseconds "just now" may not be true any more. */
const stale = 20_000;

/**
 * The quiet line that says how it stands with the file that the open map is saved to as well, and what can be done. What
 * keeps an edit from it is said to a screen reader; the line never takes the focus.
 */
@customElement("file-line")
export class FileLine extends LitElement {
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
        max-width: min(560px, calc(100vw - 32px));
        box-sizing: border-box;
        padding: 4px 4px 4px 14px;
        border-radius: 12px;
        border: 1px solid var(--hairline);
        background: var(--card);
        color: var(--ink-2);
        font: 400 13px/18px var(--sans);
      }
      /* The line of a new version stands below. */
      aside.raised {
        inset-block-end: 66px;
      }
      @media (width < 720px) {
        aside {
          inset-block-end: 72px;
        }
        aside.raised {
          inset-block-end: 122px;
        }
      }
      aside:is(.changed, .found, .failed) {
        border-color: var(--oppose);
      }
      aside.trouble {
        box-shadow: var(--shadow);
        color: var(--ink);
        padding-block: 8px 6px;
      }
      span {
        padding-inline-end: 10px;
        overflow-wrap: anywhere;
      }
      .trouble span {
        flex-basis: 100%;
      }
      .trouble .ways {
        margin-inline-start: -10px;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
      }
      button {
        font-size: 13px;
      }
      .first {
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
  #said = "";
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #watching = new Watching(this, () => [
    this.workspace?.keeping.value?.line.value,
    this.workspace?.newVersion.value,
  ]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), stale);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("workspace")) this.#watching.renew();
    const line = this.workspace.keeping.peek()?.line.peek() ?? null;
    const news = line && isTrouble(line) ? inWords(line) : "";
    if (news !== "" && news !== this.#said) this.workspace.notices.say(news);
    if (line?.state !== "writing") this.#said = news;
  }

  override render() {
    const keeping = this.workspace.keeping.value;
    const line = keeping?.line.value;
    if (!keeping || !line) return nothing;
    const looks = [
      line.state,
      isTrouble(line) ? "trouble" : "",
      this.workspace.newVersion.value === null ? "" : "raised",
    ];
    return html`<aside aria-label=${words.line} class=${looks.join(" ")}>
      <span>${inWords(line)}</span>
      <div class="ways">${this.#ways(keeping, line)} ${this.#stop(keeping, line)}</div>
    </aside>`;
  }

  #ways(keeping: KeepingFile, { state, name }: Line) {
    const { workspace } = this;
    switch (state) {
      case "asking":
        return this.#way(words.goOn(name), () => keeping.ask(), true);
      case "changed":
      case "found":
        return html`
          ${this.#way(words.merge, () => mergeFile(workspace, keeping), true)}
          ${this.#way(words.writeOver, () => writeOver(keeping))}
        `;
      case "failed":
        return html`
          ${this.#way(words.tryAgain, () => keeping.tryAgain(), true)}
          ${this.#way(words.chooseOther, async () => void (workspace.dialog.value = { type: "keep-file" }))}
        `;
      case "written":
      case "writing":
        return nothing;
    }
  }

  #stop(keeping: KeepingFile, { name }: Line) {
    const stop = async () => {
      await keeping.stop();
      this.workspace.notices.show(words.stopped(name));
    };
    return html`<button aria-label=${words.stopName(name)} @click=${() => this.#do(stop)}>
      ${words.stop}
    </button>`;
  }

  #way(name: string, act: () => Promise<void>, isFirst = false) {
    return html`<button class=${isFirst ? "first" : ""} @click=${() => this.#do(act)}>${name}</button>`;
  }

  #do(act: () => Promise<void>): void {
    const say = (error: unknown) =>
      this.workspace.notices.show(words.notDone(error instanceof Error ? error.message : String(error)));
    act().catch(say);
  }
}

function isTrouble({ state }: Line): boolean {
  return state !== "written" && state !== "writing";
}

function inWords(line: Line): string {
  const { name } = line;
  switch (line.state) {
    case "written":
      return words.saved(name, whenWords(line.at, Date.now()));
    case "failed":
      return words.failed(name, line.reason);
    case "writing":
    case "asking":
    case "changed":
    case "found":
      return words[line.state](name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "file-line": FileLine;
  }
}
