import { html, nothing } from "lit";
import { historyWords as words } from "#words/history.ts";

/** What is said of a map without a history. */
export function noHistory() {
  return html`<p class="none">${words.none}</p>
    <p class="none">${words.noneHint}</p>`;
}

/** A comparison that takes long: how far it is, from 0 to 1, and the way out. */
export function waiting(share: number, cancel: () => void) {
  return html`<div class="waiting">
    <p role="status">${words.reading}</p>
    <progress aria-label=${words.reading} max="1" value=${share}></progress>
    <button class="plain" @click=${cancel}>${words.cancelReading}</button>
  </div>`;
}

/** Why there is no comparison, and the way to one. */
export function notCompared(sentence: string, again: () => void) {
  return html`<div class="waiting">
    <p role="status">${sentence}</p>
    <button class="plain" @click=${again}>${words.compareAgain}</button>
  </div>`;
}

/** How a version is given its name. */
interface Naming {
  /** Why the name was not taken; empty when it was not asked yet. */
  readonly refused: string;
  /** Hears that there are letters that are no name yet. */
  typed(): void;
  keep(event: Event): Promise<void>;
  cancel(): void;
}

/** Asks for a version's name, in the place of the dialog's buttons. */
export function nameForm({ refused, typed, keep, cancel }: Naming) {
  return html`<form slot="foot" class="naming" @submit=${keep}>
    <label for="name">${words.nameField}</label>
    <input
      id="name"
      maxlength="120"
      required
      autocomplete="off"
      placeholder=${words.namePlaceholder}
      @input=${typed}
    />
    <span class="keeping">
      <button type="button" @click=${cancel}>${words.cancel}</button>
      <button class="primary">${words.keepName}</button>
    </span>
    ${refused === "" ? nothing : html`<p role="alert">${refused}</p>`}
  </form>`;
}

/** The way to a name for the map as it is now. */
export function nameButton(name: () => void) {
  return html`<button slot="foot" class="plain first" @click=${name}>${words.nameThis}</button>`;
}

/** What can be done with the version that is chosen; `null` for what cannot. */
export function versionButtons(show: (() => void) | null, restore: (() => Promise<void>) | null) {
  return html`<button slot="foot" class="plain" ?disabled=${show === null} @click=${show}>
      ${words.showOnMap}
    </button>
    <button slot="foot" class="primary" ?disabled=${restore === null} @click=${restore}>
      ${words.restore}
    </button>`;
}
