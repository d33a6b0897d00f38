import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { dayInName, whenWords } from "#elements/dialogs/amounts.ts";
import { storageStyles } from "#elements/dialogs/storage-styles.ts";
import { controls } from "#elements/shared/controls.ts";
import type { Workspace } from "#session/workspace.ts";
import type { CopyFound, Restored, Safekeeping } from "#store/ports.ts";
import { storageWords as words } from "#words/storage.ts";

/** What is kept has changed: a backup was taken in. */
export class LibraryRestored extends Event {
  static readonly type = "library-restored";

  constructor() {
    super(LibraryRestored.type, { bubbles: true, composed: true });
  }
}

/** A backup that the person chose, and what is in it. */
interface Chosen {
  readonly file: File;
  readonly found: CopyFound;
}

/** Writes everything as one file. */
export async function saveBackup({ platform }: Workspace, keeping: Safekeeping): Promise<string> {
  const name = `counterpoint-backup-${dayInName(Date.now())}.cpbackup`;
  await platform.saveFile(name, await keeping.backUp());
  return words.backedUp(name);
}

/** What a restoring came to, in a sentence; the catalogue's lines are brought up with what was merged. */
export async function takenIn({ maps }: Workspace, restored: Restored): Promise<string> {
  await maps.refreshLines(restored.merged);
  return words.restored(restored.added.length, restored.merged.length, restored.unchanged);
}

/**
 * Everything out as one file, and back in. What a chosen file holds is shown before it is taken in.
 *
 * @event library-restored
 */
@customElement("backup-section")
export class BackupSection extends LitElement {
  static override styles = [controls, storageStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) keeping!: Safekeeping;
  /** A backup that is there from the start, as if it had been chosen here. */
  @property({ attribute: false }) backup: File | null = null;
  @state() private chosen: Chosen | null = null;
  @state() private said = "";
  @state() private refused: string | null = null;
  @query("#take-in") private readonly takeIn!: HTMLElement;
  @query("#restore") private readonly opener!: HTMLElement;
  #isBusy = false;

  override render() {
    return html`<section>
      <h3>${words.backup}</h3>
      <p class="hint">${words.backupHint}</p>
      <div class="buttons">
        <button class="plain" @click=${() => this.#do(() => saveBackup(this.workspace, this.keeping))}>
          ${words.backUp}
        </button>
        <button class="plain" id="restore" @click=${() => this.#do(() => this.#choose())}>
          ${words.restore}
        </button>
      </div>
      ${this.chosen === null ? nothing : this.#offer(this.chosen)}
      ${this.refused === null ? nothing : html`<p class="trouble" role="alert">${this.refused}</p>`}
      <p role="status">${this.said}</p>
    </section>`;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { backup } = this;
    if (changed.has("backup") && backup !== null) void this.#do(() => this.#look(backup));
  }

  #offer({ file, found }: Chosen) {
    const when = found.writtenAt === null ? null : whenWords(found.writtenAt, Date.now());
    return html`<div class="asking">
      ${file === this.backup ? html`<p>${words.isBackup(file.name)}</p>` : nothing}
      <p>${words.found(when, found.maps)}</p>
      ${
        found.isWhole
          ? nothing
          : html`<p class="trouble">${words.foundDamaged(found.maps, found.expected)}</p>`
      }
      <div class="buttons">
        <button class="primary" id="take-in" @click=${() => this.#do(() => this.#restore())}>
          ${words.restoreFound(found.maps)}
        </button>
        <button class="plain" @click=${this.#cancel}>${words.cancel}</button>
      </div>
    </div>`;
  }

  async #choose(): Promise<string> {
    const file = await this.workspace.platform.openFile("backup");
    return file === null ? "" : this.#look(file);
  }

  async #look(file: File): Promise<string> {
    const found = await this.keeping.inspect(file, file.name);
    this.chosen = "refused" in found ? null : { file, found };
    this.refused = "refused" in found ? found.refused : null;
    await this.updateComplete;
    if (this.chosen !== null) this.takeIn.focus();
    return "";
  }

  async #restore(): Promise<string> {
    if (this.chosen === null) return "";
    const said = await takenIn(this.workspace, await this.keeping.restore(this.chosen.file));
    this.#cancel();
    this.dispatchEvent(new LibraryRestored());
    return said;
  }

  readonly #cancel = (): void => {
    this.chosen = null;
    this.opener.focus();
  };

  /** One thing at a time; what comes of it is said. */
  async #do(act: () => Promise<string>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.refused = null;
    this.said = words.working;
    try {
      this.said = await act();
    } catch (error) {
      this.said = "";
      this.refused = words.failed(error instanceof Error ? error.message : String(error));
    }
    this.#isBusy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "backup-section": BackupSection;
  }
  interface GlobalEventHandlersEventMap {
    "library-restored": LibraryRestored;
  }
}
