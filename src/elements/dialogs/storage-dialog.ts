import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { sizeWords, whenWords } from "#elements/dialogs/amounts.ts";
import { takenIn } from "#elements/dialogs/backup-section.ts";
import "#elements/dialogs/forget-section.ts";
import "#elements/dialogs/modal-frame.ts";
import { storageStyles } from "#elements/dialogs/storage-styles.ts";
import { controls } from "#elements/shared/controls.ts";
import type { MapId } from "#model/ids.ts";
import type { Workspace } from "#session/workspace.ts";
import type { CopyFound, KeepingState, Safekeeping } from "#store/ports.ts";
import { storageWords as words } from "#words/storage.ts";

/** How many maps are listed by themselves. */
const listed = 5;

interface Size {
  readonly map: MapId;
  readonly bytes: number;
}

/** How well everything is kept on this device: what it takes up, what the browser promises, the second copy, backups, and forgetting it all. */
@customElement("storage-dialog")
export class StorageDialog extends LitElement {
  static override styles = [
    controls,
    storageStyles,
    css`
      modal-frame {
        --dialog-width: 560px;
      }
      section.first {
        padding-top: 4px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font: 400 14px/20px var(--sans);
      }
      th {
        font: 400 12px/16px var(--sans);
        color: var(--ink-2);
        text-align: start;
      }
      th,
      td {
        padding: 3px 0;
      }
      :is(th, td):last-child {
        text-align: end;
        padding-inline-start: 16px;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      td:first-child {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  /** A backup that the person opened as if it were a map. */
  @property({ attribute: false }) backup: File | null = null;
  @state() private keeps: KeepingState | null = null;
  @state() private sizes: readonly Size[] | null = null;
  @state() private said = "";
  @state() private failed: string | null = null;

  override firstUpdated(): void {
    void this.#look();
  }

  override render() {
    const { safekeeping, keptNowhere, readOnly } = this.workspace.maps;
    return html`<modal-frame .heading=${words.heading}>
      ${
        safekeeping === null
          ? html`<p>${keptNowhere ?? readOnly ?? words.nothingKept}</p>`
          : this.#parts(safekeeping)
      }
    </modal-frame>`;
  }

  #parts(keeping: Safekeeping) {
    return html`
      ${this.keeps === null ? nothing : this.#facts(this.keeps, keeping)}
      ${this.failed === null ? nothing : html`<p class="trouble" role="alert">${this.failed}</p>`}
      <backup-section
        .workspace=${this.workspace}
        .keeping=${keeping}
        .backup=${this.backup}
        @library-restored=${() => void this.#look()}
      ></backup-section>
      <forget-section
        .workspace=${this.workspace}
        .keeping=${keeping}
        .maps=${this.keeps?.maps ?? 0}
      ></forget-section>
    `;
  }

  #facts(keeps: KeepingState, keeping: Safekeeping) {
    return html`
      <section class="first">
        <h3>${words.space}</h3>
        <p>${usedWords(keeps)} ${imagesWords(keeps)}</p>
        ${this.#table(keeps.maps)}
      </section>
      <section>
        <h3>${words.promise}</h3>
        <p>${promiseWords(keeps.isPromised)}</p>
        ${
          keeps.isPromised === false
            ? html`<div class="buttons">
                  <button class="plain" @click=${() => void this.#ask(keeping)}>
                    ${words.askForPromise}
                  </button>
                </div>
                <p role="status">${this.said}</p>`
            : nothing
        }
      </section>
      <section>
        <h3>${words.copy}</h3>
        <p>${copyWords(keeps.copiedAt)}</p>
        ${keeps.setAside === null ? nothing : this.#aside(keeps.setAside, keeping)}
        ${keeps.damaged === 0 ? nothing : html`<p class="trouble">${words.damaged(keeps.damaged)}</p>`}
      </section>
    `;
  }

  #table(maps: number) {
    if (maps === 0) return html`<p class="hint">${words.noMaps}</p>`;
    if (this.sizes === null) return html`<p class="hint">${words.measuring}</p>`;
    const rest = this.sizes.slice(listed);
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${words.mapColumn}</th>
          <th scope="col">${words.sizeColumn}</th>
        </tr>
      </thead>
      <tbody>
        ${this.sizes.slice(0, listed).map(({ map, bytes }) => row(this.#title(map), bytes))}
        ${rest.length === 0 ? nothing : row(words.otherMaps(rest.length), sum(rest))}
      </tbody>
    </table>`;
  }

  #aside({ writtenAt, maps }: CopyFound, keeping: Safekeeping) {
    return html`<p>${words.aside(whenWords(writtenAt ?? 0, Date.now()), maps)}</p>
      <div class="buttons">
        <button class="plain" @click=${() => void this.#restoreAside(keeping)}>${words.restoreAside}</button>
      </div>`;
  }

  #title(id: MapId): string {
    const { entries, bin } = this.workspace.maps;
    const entry = entries.peek().find((each) => each.id === id);
    if (entry !== undefined) return entry.title || words.untitled;
    return words.inBin(bin.peek().find((each) => each.entry.id === id)?.entry.title || words.untitled);
  }

  async #look(): Promise<void> {
    const keeping = this.workspace.maps.safekeeping;
    if (keeping === null) return;
    await this.#trying(async () => {
      this.keeps = await keeping.state();
      const sizes: Size[] = [];
      for await (const size of keeping.sizes()) sizes.push(size);
      this.sizes = sizes.toSorted((a, b) => b.bytes - a.bytes);
    });
  }

  async #ask(keeping: Safekeeping): Promise<void> {
    await this.#trying(async () => {
      this.said = (await keeping.askForPromise()) ? "" : words.refusedPromise;
    });
    await this.#look();
  }

  async #restoreAside(keeping: Safekeeping): Promise<void> {
    await this.#trying(async () => {
      const said = await takenIn(this.workspace, await keeping.restoreCopy("aside"));
      this.workspace.notices.show(said);
    });
    await this.#look();
  }

  async #trying(act: () => Promise<void>): Promise<void> {
    try {
      this.failed = null;
      await act();
    } catch (error) {
      this.failed = words.failed(error instanceof Error ? error.message : String(error));
    }
  }
}

function row(name: string, bytes: number) {
  return html`<tr>
    <td dir="auto">${name}</td>
    <td>${sizeWords(bytes)}</td>
  </tr>`;
}

function sum(sizes: readonly Size[]): number {
  return sizes.reduce((all, { bytes }) => all + bytes, 0);
}

function usedWords({ used, available }: KeepingState): string {
  if (used === null) return words.usedUnknown;
  return words.used(sizeWords(used), available === null ? null : sizeWords(available));
}

function imagesWords({ images: { count, bytes } }: KeepingState): string {
  return count === 0 ? "" : words.images(count, sizeWords(bytes));
}

function promiseWords(isPromised: boolean | null): string {
  if (isPromised === null) return words.noPromises;
  return isPromised ? words.promised : words.notPromised;
}

function copyWords(copiedAt: KeepingState["copiedAt"]): string {
  if (copiedAt === "none") return words.noCopy;
  return copiedAt === null ? words.notCopiedYet : words.copied(whenWords(copiedAt, Date.now()));
}

declare global {
  interface HTMLElementTagNameMap {
    "storage-dialog": StorageDialog;
  }
}
