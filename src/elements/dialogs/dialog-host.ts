import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Watching } from "#elements/shared/watching.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Dialog, Workspace } from "#session/workspace.ts";
import { shellWords as words } from "#words/shell.ts";

/** The dialogs that are drawn here; Find and Replace are a panel of their own. */
type Shown = Exclude<Dialog["type"], "find" | "replace">;

/** Each dialog's code comes when it is first wanted, so that the map does not wait for it. */
const modules: Readonly<Record<Shown, () => Promise<unknown>>> = {
  palette: () => import("#elements/dialogs/command-palette.ts"),
  keys: () => import("#elements/dialogs/keys-sheet.ts"),
  settings: () => import("#elements/dialogs/settings-dialog.ts"),
  storage: () => import("#elements/dialogs/storage-dialog.ts"),
  export: () => import("#elements/dialogs/export-dialog.ts"),
  bibliography: () => import("#elements/dialogs/bibliography-dialog.ts"),
  history: () => import("#elements/history/history-dialog.ts"),
  move: () => import("#elements/dialogs/choose-claim-dialog.ts"),
  link: () => import("#elements/dialogs/choose-claim-dialog.ts"),
  image: () => import("#elements/images/image-dialog.ts"),
  merge: () => import("#elements/merging/merge-dialog.ts"),
  // It comes with what it is about.
  "keep-file": async () => undefined,
  "unread-entries": () => import("#elements/dialogs/unread-entries-dialog.ts"),
  problem: () => import("#elements/dialogs/problem-dialog.ts"),
  reading: () => import("#elements/dialogs/reading-dialog.ts"),
};

/** Shows the dialog that `workspace.dialog` names, if it names one. */
@customElement("dialog-host")
export class DialogHost extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  readonly #loaded = new Set<Shown>();
  readonly #watching = new Watching(this, () => [
    this.workspace?.dialog.value,
    this.workspace?.current.value,
  ]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("workspace")) this.#watching.renew();
  }

  override createRenderRoot(): this {
    return this;
  }

  override render() {
    const dialog = this.workspace.dialog.value;
    if (dialog === null || dialog.type === "find" || dialog.type === "replace") return nothing;
    if (!this.#loaded.has(dialog.type)) {
      void this.#load(dialog.type);
      return nothing;
    }
    return html`<div @dialog-closed=${this.#closed}>${this.#element(dialog)}</div>`;
  }

  #element(dialog: Dialog): TemplateResult | typeof nothing {
    const session = this.workspace.current.value;
    switch (dialog.type) {
      case "palette":
        return html`<command-palette .workspace=${this.workspace}></command-palette>`;
      case "keys":
        return html`<keys-sheet .workspace=${this.workspace}></keys-sheet>`;
      case "settings":
        return html`<settings-dialog .workspace=${this.workspace}></settings-dialog>`;
      case "storage":
        return html`<storage-dialog
          .workspace=${this.workspace}
          .backup=${dialog.backup ?? null}
        ></storage-dialog>`;
      case "merge":
        return html`<merge-dialog .workspace=${this.workspace} .arrival=${dialog.arrival}></merge-dialog>`;
      case "problem":
        return html`<problem-dialog .sentence=${dialog.sentence}></problem-dialog>`;
      case "unread-entries":
        return html`<unread-entries-dialog
          .workspace=${this.workspace}
          .summary=${dialog.summary}
          .entries=${dialog.entries}
        ></unread-entries-dialog>`;
      case "reading":
        return html`<reading-dialog
          .name=${dialog.name}
          .progress=${dialog.progress}
          .cancel=${dialog.cancel}
        ></reading-dialog>`;
      case "keep-file":
        return html`<keep-file-dialog .workspace=${this.workspace}></keep-file-dialog>`;
      case "find":
      case "replace":
        return nothing;
      case "image":
        return session === null
          ? nothing
          : html`<image-dialog
              .session=${session}
              .claim=${dialog.claim}
              .image=${dialog.image}
            ></image-dialog>`;
      case "export":
      case "bibliography":
      case "history":
        return session === null ? nothing : this.#ofMap(dialog.type, session);
      case "move":
      case "link":
        return session === null ? nothing : this.#choosing(dialog, session);
    }
  }

  #ofMap(type: "export" | "bibliography" | "history", session: MapSession) {
    const { workspace } = this;
    switch (type) {
      case "export":
        return html`<export-dialog .workspace=${workspace} .session=${session}></export-dialog>`;
      case "bibliography":
        return html`<bibliography-dialog .workspace=${workspace} .session=${session}></bibliography-dialog>`;
      case "history":
        return html`<history-dialog .workspace=${workspace} .session=${session}></history-dialog>`;
    }
  }

  #choosing(
    { type, claim }: { readonly type: "move" | "link"; readonly claim: ClaimId },
    session: MapSession,
  ) {
    return html`<choose-claim-dialog
      .workspace=${this.workspace}
      .session=${session}
      .purpose=${type}
      .claim=${claim}
    ></choose-claim-dialog>`;
  }

  async #load(type: Shown): Promise<void> {
    try {
      await modules[type]();
      this.#loaded.add(type);
    } catch {
      this.workspace.dialog.value = null;
      this.workspace.notices.show(words.notLoaded);
    }
    this.requestUpdate();
  }

  readonly #closed = (): void => {
    this.workspace.dialog.value = null;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "dialog-host": DialogHost;
  }
}
