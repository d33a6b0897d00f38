import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { exportStyles, formatStyles } from "#elements/dialogs/export-styles.ts";
import { exportCopy, exportFile, type ExportFormat, exportFormats } from "#elements/dialogs/exporting.ts";
import { asSeenIn, seenChoice } from "#elements/dialogs/export-seen.ts";
import "#elements/dialogs/images-note.ts";
import "#elements/dialogs/modal-frame.ts";
import type { ModalFrame } from "#elements/dialogs/modal-frame.ts";
import { controls } from "#elements/shared/controls.ts";
import { progressBar } from "#elements/shared/progress-bar.ts";
import type { Theme } from "#export/look.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import type { Watched } from "#store/turns.ts";
import { dialogWords as words } from "#words/dialogs.ts";

/** After so long it is said how far the writing is, in milliseconds. */
const patience = 500;
const nothingFolded: ReadonlySet<ClaimId> = new Set();

/** Saves the map as a file: to open again, to read elsewhere, or to show. */
@customElement("export-dialog")
export class ExportDialog extends LitElement {
  static override styles = [formatStyles, controls, progressBar, exportStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @state() private format: ExportFormat = "native";
  @state() private bare = false;
  @state() private whole = true;
  /** Whether it is written as it is looked at, where that is another way than as ever. */
  @state() private asSeen = true;
  @state() private theme: Theme = "light";
  @state() private refused: string | null = null;
  /** How much is written, once that has taken a while; `null` before, and when nothing is being written. */
  @state() private share: number | null = null;
  /** Ends what is being written. */
  #ending: AbortController | null = null;
  @query("modal-frame") private readonly frame!: ModalFrame;

  override render() {
    const isPicture = this.format === "svg" || this.format === "png";
    return html`<modal-frame .heading=${words.exportMap} foot @dialog-closed=${() => this.#ending?.abort()}>
      <fieldset class="formats">
        <legend class="visually-hidden">${words.format}</legend>
        ${exportFormats.map((format) => this.#format(format))}
      </fieldset>
      <images-note .session=${this.session} .format=${this.format}></images-note>
      ${isPicture ? this.#looks() : this.format === "native" ? this.#sharing() : nothing} ${this.#seen()}
      ${this.refused === null ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}
      ${this.share === null ? nothing : writing(this.share)}
      ${this.format === "native" ? this.#keeping() : nothing} ${this.#button()}
    </modal-frame>`;
  }

  /** What takes long can be cancelled by the same button, which keeps the focus. */
  #button() {
    const isLong = this.share !== null;
    const isBusy = this.#ending !== null && !isLong;
    return html`<button
      slot="foot"
      class="primary"
      aria-disabled=${isBusy ? "true" : nothing}
      @click=${() => (isLong ? this.#ending?.abort() : void this.#export())}
    >
      ${isLong ? words.cancel : words.exportAs}
    </button>`;
  }

  /** A download is written once; where the browser can, a file is written with every edit. */
  #keeping() {
    const action = actionById("map.keep-file");
    const context = contextOf(this.workspace);
    if (!action.when(context)) return nothing;
    return html`<button slot="foot" class="plain" @click=${() => void action.run(context)}>
      ${action.name(context)}
    </button>`;
  }

  #format(format: ExportFormat) {
    const [name, hint] = words.formats[format];
    return this.#radio("format", name, this.format === format, () => (this.format = format), hint);
  }

  #sharing() {
    const withHistory = !this.bare;
    return html`<div class="sharing">
      <fieldset>
        <legend>${words.sharing}</legend>
        ${this.#radio("sharing", words.withHistory, withHistory, () => (this.bare = false), words.withHistoryHint)}
        ${this.#radio("sharing", words.bare, this.bare, () => (this.bare = true), words.bareHint)}
      </fieldset>
      ${withHistory ? this.#name() : nothing}
    </div>`;
  }

  /** Each person sets a name once: whoever has one is not asked again, but sees it. */
  #name() {
    const { settings } = this.workspace;
    return html`<label class="signing">
      <span>${words.signedBy}</span>
      <input
        autocomplete="name"
        maxlength="80"
        placeholder=${words.name}
        .value=${settings.choices.peek().name}
        @change=${(event: Event) => {
          const name = (event.target as HTMLInputElement).value.trim();
          settings.choose("name", name).catch(() => this.workspace.notices.show(words.notKept));
        }}
      />
    </label>`;
  }

  #looks() {
    return html`<div class="looks">
      <fieldset>
        <legend>${words.what}</legend>
        ${this.#radio("what", words.wholeMap, this.whole, () => (this.whole = true))}
        ${this.#radio("what", words.asFolded, !this.whole, () => (this.whole = false))}
      </fieldset>
      <fieldset>
        <legend>${words.paper}</legend>
        ${this.#radio("paper", words.lightPaper, this.theme === "light", () => (this.theme = "light"))}
        ${this.#radio("paper", words.darkPaper, this.theme === "dark", () => (this.theme = "dark"))}
      </fieldset>
    </div>`;
  }

  /** How the map is looked at now, and whether it is exported so. */
  #seen() {
    const seen = asSeenIn(this.session);
    if (seen === null) return nothing;
    const choice = seenChoice(this.format, seen);
    if (choice.type === "whole") return html`<p class="seen">${choice.sentence}</p>`;
    return html`<div class="sharing">
      <fieldset>
        <legend>${words.asLookedAt}</legend>
        ${this.#radio("seen", words.asSeen[choice.format], this.asSeen, () => (this.asSeen = true), choice.said)}
        ${this.#radio("seen", words.notAsSeen[choice.format], !this.asSeen, () => (this.asSeen = false))}
      </fieldset>
    </div>`;
  }

  #radio(group: string, name: string, checked: boolean, choose: () => void, hint?: string) {
    return html`<label>
      <input
        type="radio"
        name=${group}
        ?autofocus=${group === "format" && checked}
        aria-label=${name}
        .checked=${checked}
        @change=${() => {
          this.refused = null;
          choose();
        }}
      />
      <span class="name"
        >${name}${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}</span
      >
    </label>`;
  }

  async #export(): Promise<void> {
    if (this.#ending !== null) return;
    const ending = (this.#ending = new AbortController());
    const { signal } = ending;
    let done = 0;
    const slow = setTimeout(() => (this.share = done), patience);
    const tell = (share: number) => {
      done = share;
      if (this.share !== null) this.share = share;
    };
    this.refused = null;
    try {
      await this.#save({ tell, signal });
    } catch (error) {
      if (!signal.aborted)
        this.refused = words.exportFailed(error instanceof Error ? error.message : String(error));
    }
    clearTimeout(slow);
    this.#ending = null;
    this.share = null;
  }

  async #save(watched: Watched): Promise<void> {
    const { workspace } = this;
    const file = await this.#file(watched);
    watched.signal?.throwIfAborted();
    if ("refused" in file) return void (this.refused = file.refused);
    await workspace.platform.saveFile(file.name, file.contents);
    this.frame.dismiss();
    workspace.notices.show(words.exported(file.name));
  }

  #file(watched: Watched) {
    const { session, format, theme } = this;
    const { settings, platform } = this.workspace;
    const writing = { ...watched, makeWorker: () => platform.startWriter() };
    if (format === "native")
      return exportCopy(session.open, settings.choices.peek().name, this.bare, writing);
    const folded = this.whole ? nothingFolded : session.folding.peek();
    const asSeen = this.asSeen ? asSeenIn(session) : null;
    return exportFile(session.map.peek(), { format, theme, folded, asSeen }, writing);
  }
}

function writing(share: number) {
  return html`<div class="writing">
    <p role="status">${words.writingFile}</p>
    <progress aria-label=${words.writingProgress} max="1" value=${share}></progress>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "export-dialog": ExportDialog;
  }
}
