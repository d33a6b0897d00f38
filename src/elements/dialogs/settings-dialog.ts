import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { editAbout } from "#commands/edit-about.ts";
import { languageName, languageTag, offeredLanguages } from "#elements/dialogs/language.ts";
import "#elements/dialogs/modal-frame.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import { directionOf } from "#model/direction.ts";
import type { MapSession } from "#session/map-session.ts";
import { type Choices, motions, textSizes, themes } from "#session/settings.ts";
import type { Workspace } from "#session/workspace.ts";
import { dialogWords as words } from "#words/dialogs.ts";

/** What a person chooses for this device, and the language of the map that is open. What is chosen holds at once. */
@customElement("settings-dialog")
export class SettingsDialog extends LitElement {
  static override styles = [
    controls,
    css`
      fieldset,
      .field {
        border: 0;
        margin: 0;
        padding: 14px 0;
        border-bottom: 1px solid var(--hairline);
      }
      .last {
        border-bottom: 0;
        padding-bottom: 0;
      }
      legend,
      .name {
        font: 600 14px/20px var(--sans);
        padding: 0;
        display: block;
      }
      legend {
        float: inline-start;
        width: 132px;
        padding-top: 6px;
      }
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .options label {
        position: relative;
        display: inline-flex;
        align-items: center;
        min-height: 32px;
        padding: 0 12px;
        border: 1px solid var(--hairline);
        border-radius: 8px;
        cursor: pointer;
      }
      .options label:has(:checked) {
        border-color: var(--ink);
        background: var(--hover);
        box-shadow: inset 0 0 0 1px var(--ink);
      }
      .options label:has(:focus-visible) {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      .options input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .switch {
        display: flex;
        gap: 12px;
        align-items: start;
        cursor: pointer;
      }
      .switch input {
        flex: none;
        width: 24px;
        height: 24px;
        min-height: 24px;
        margin: 0;
        accent-color: var(--ink);
      }
      .hint {
        display: block;
        font: 400 13px/19px var(--sans);
        color: var(--ink-2);
      }
      .refused {
        margin: 4px 0 0;
        color: var(--oppose);
        font: 400 13px/19px var(--sans);
      }
      .field :is(input[list], #name) {
        width: min(100%, 280px);
        margin: 6px 0 4px;
      }
      @media (width < 480px) {
        legend {
          float: none;
          width: auto;
          padding-bottom: 6px;
        }
      }
      @media (forced-colors: active) {
        .options label:has(:checked) {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @state() private refused: string | null = null;
  readonly #watching = new Watching(this, () => [
    this.workspace?.settings.choices.value,
    this.workspace?.current.value?.map.value.about.language,
  ]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("workspace")) this.#watching.renew();
  }

  override render() {
    const session = this.workspace.current.value;
    return html`<modal-frame .heading=${words.settings}>
      ${this.#name()} ${this.#choice("theme", words.theme, themes, words.themes)}
      ${this.#choice("textSize", words.textSize, textSizes, words.textSizes)}
      ${this.#choice("motion", words.motion, motions, words.motions)}
      ${this.#switch("singleKeys", words.singleKeys, words.singleKeysHint, false)}
      ${this.#switch("stackLeaves", words.stackLeaves, words.stackLeavesHint, session === null)}
      ${session === null ? nothing : this.#language(session)}
    </modal-frame>`;
  }

  #name() {
    return html`<div class="field">
      <label class="name" for="name">${words.name}</label>
      <input
        id="name"
        autocomplete="name"
        maxlength="80"
        aria-describedby="name-hint"
        .value=${this.workspace.settings.choices.value.name}
        @change=${(event: Event) => void this.#choose("name", (event.target as HTMLInputElement).value.trim())}
      />
      <span class="hint" id="name-hint">${words.nameHint}</span>
    </div>`;
  }

  #choice<Key extends "theme" | "textSize" | "motion">(
    key: Key,
    name: string,
    values: readonly Choices[Key][],
    names: Readonly<Record<Choices[Key], string>>,
  ) {
    const chosen = this.workspace.settings.choices.value[key];
    return html`<fieldset>
      <legend>${name}</legend>
      <div class="options">
        ${values.map(
          (value) =>
            html`<label
              ><input
                type="radio"
                name=${key}
                .value=${value}
                .checked=${value === chosen}
                ?autofocus=${key === "theme" && value === chosen}
                @change=${() => void this.#choose(key, value)}
              />${names[value]}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #switch(key: "singleKeys" | "stackLeaves", name: string, hint: string, last: boolean) {
    return html`<div class=${last ? "field last" : "field"}>
      <label class="switch">
        <input
          type="checkbox"
          aria-describedby="${key}-hint"
          .checked=${this.workspace.settings.choices.value[key]}
          @change=${(event: Event) => void this.#choose(key, (event.target as HTMLInputElement).checked)}
        />
        <span class="name">${name}<span class="hint" id="${key}-hint" aria-hidden="true">${hint}</span></span>
      </label>
    </div>`;
  }

  #language(session: MapSession) {
    const { language } = session.map.value.about;
    const name = languageName(language);
    return html`<div class="field last">
      <label class="name" for="language">${words.language}</label>
      <input
        id="language"
        list="languages"
        spellcheck="false"
        autocomplete="off"
        aria-describedby="language-hint"
        aria-invalid=${this.refused === null ? "false" : "true"}
        .value=${name}
        @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
        @change=${(event: Event) => this.#speak(session, event.target as HTMLInputElement)}
      />
      <datalist id="languages">
        ${offeredLanguages().map((each) => html`<option .value=${each}></option>`)}
      </datalist>
      ${this.refused === null ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}
      <span class="hint" id="language-hint">${words.languageHint(name, directionOf(language))}</span>
    </div>`;
  }

  #speak(session: MapSession, field: HTMLInputElement): void {
    const tag = languageTag(field.value);
    this.refused = tag === null ? words.languageUnknown(field.value) : null;
    if (tag !== null) session.run(editAbout, { language: tag }, null);
    field.value = languageName(session.map.peek().about.language);
  }

  async #choose<Key extends keyof Choices>(key: Key, value: Choices[Key]): Promise<void> {
    try {
      await this.workspace.settings.choose(key, value);
    } catch {
      this.workspace.notices.show(words.notKept);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "settings-dialog": SettingsDialog;
  }
}
