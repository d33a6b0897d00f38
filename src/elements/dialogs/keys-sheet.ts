import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { type Action, type Context, contextOf, isSingleKey } from "#actions/action.ts";
import { actionById, catalogue } from "#actions/catalogue.ts";
import { describeKey } from "#actions/keys.ts";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { controls } from "#elements/shared/controls.ts";
import type { Workspace } from "#session/workspace.ts";
import { actionWords } from "#words/actions.ts";
import { dialogWords as words } from "#words/dialogs.ts";

/** One line of the sheet: what is done, and the keys that do it. */
interface Line {
  readonly name: string;
  readonly keys: readonly { readonly shown: string; readonly off: boolean }[];
}

/** All keys, read from the catalogue, with those of the mouse and of writing beside them. */
@customElement("keys-sheet")
export class KeysSheet extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        --dialog-width: 860px;
      }
      .note {
        margin: 0 0 4px;
        color: var(--ink-2);
        font: 400 14px/20px var(--sans);
      }
      .note button {
        min-height: 24px;
        padding: 1px 6px;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .groups {
        columns: 2;
        column-gap: 40px;
      }
      section {
        break-inside: avoid;
        padding-top: 16px;
      }
      h3 {
        margin: 0 0 4px;
        font: 600 13px/20px var(--sans);
      }
      dl {
        margin: 0;
      }
      .line {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        gap: 16px;
        padding: 4px 0;
        border-top: 1px solid var(--hairline);
        font: 400 14px/20px var(--sans);
      }
      dt,
      dd {
        margin: 0;
      }
      dd {
        text-align: end;
      }
      kbd {
        display: inline-block;
        font: 500 12px/18px var(--sans);
        padding: 0 6px;
        min-width: 10px;
        text-align: center;
        border: 1px solid var(--hairline);
        border-radius: 5px;
        background: var(--paper);
        white-space: nowrap;
      }
      kbd.off {
        text-decoration: line-through;
        color: var(--ink-2);
      }
      .or {
        color: var(--ink-2);
        font-size: 12px;
      }
      @media (width < 720px) {
        .groups {
          columns: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @query("modal-frame") private readonly frame!: ModalFrame;

  override render() {
    const { singleKeys } = this.workspace.settings.choices.value;
    return html`<modal-frame .heading=${words.keys}>
      <p class="note">
        ${singleKeys ? words.keysOn : words.keysOff}
        <button @click=${this.#openSettings}>${words.keysSettings}</button>
      </p>
      <div class="groups">
        ${this.#groups().map(([group, actions]) =>
          section(
            actionWords.groups[group],
            actions.map((action) => lineOf(action, contextOf(this.workspace), singleKeys)),
          ),
        )}
        ${section(words.writing, words.writingKeys.map(plainLine))}
        ${section(words.outlineGroup, words.outlineKeys.map(plainLine))}
        ${section(words.neighbourhoodGroup, words.neighbourhoodKeys.map(plainLine))}
        ${section(words.pointing, words.pointingWays.map(plainLine))}
      </div>
    </modal-frame>`;
  }

  #groups() {
    const withKeys = catalogue.filter((action) => action.keys.length > 0);
    const groups = [...new Set(withKeys.map((action) => action.group))];
    return groups.map((group) => [group, withKeys.filter((action) => action.group === group)] as const);
  }

  readonly #openSettings = (): void => {
    this.frame.dismiss();
    void actionById("app.settings").run(contextOf(this.workspace));
  };
}

function section(name: string, lines: readonly Line[]) {
  return html`<section>
    <h3>${name}</h3>
    <dl>
      ${lines.map(
        (line) =>
          html`<div class="line">
            <dt>${line.name}</dt>
            <dd>
              ${line.keys.map(
                ({ shown, off }, index) =>
                  html`${index === 0 ? nothing : html` <span class="or">${words.keysOrder}</span> `}<kbd
                      class=${off ? "off" : ""}
                      >${shown}</kbd
                    >`,
              )}
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

/** Presses that are written alike ("+", "Shift++") are listed once. */
function lineOf(action: Action, context: Context, singleKeys: boolean): Line {
  const keys = new Map<string, boolean>();
  for (const press of action.keys) {
    const shown = describeKey(press);
    if (!keys.has(shown)) keys.set(shown, !singleKeys && isSingleKey(press));
  }
  return { name: action.name(context), keys: [...keys].map(([shown, off]) => ({ shown, off })) };
}

function plainLine([name, keys]: readonly [string, readonly string[]]): Line {
  return { name, keys: keys.map((shown) => ({ shown, off: false })) };
}

declare global {
  interface HTMLElementTagNameMap {
    "keys-sheet": KeysSheet;
  }
}
