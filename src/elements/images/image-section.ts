import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isRefusal } from "#commands/command.ts";
import { editImage } from "#commands/edit-image.ts";
import { moveImage } from "#commands/move-image.ts";
import { removeImage } from "#commands/remove-image.ts";
import { panelParts } from "#elements/detail/panel-parts.ts";
import { addTo } from "#elements/images/adding.ts";
import "#elements/images/image-item.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import type { Claim } from "#model/claim.ts";
import type { ImageId } from "#model/ids.ts";
import type { ClaimImage } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { detailWords } from "#words/detail.ts";
import { imageWords as words } from "#words/images.ts";

/** The images of a claim, and how to add more. What is dropped on the panel or pasted in it, the panel hands to `take`. */
@customElement("image-section")
export class ImageSection extends LitElement {
  static override styles = [
    controls,
    panelParts,
    css`
      li + li {
        border-top: 1px solid var(--hairline);
      }
      .add {
        margin-top: 8px;
      }
      .hint {
        margin-top: 6px;
      }
      .refused {
        margin-top: 8px;
        padding: 8px 12px;
        border-inline-start: 3px solid var(--oppose);
        background: var(--oppose-tint);
        font: 400 13px/18px var(--sans);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @property({ attribute: false }) map!: ArgumentMap;
  @property({ attribute: false }) claim!: Claim;
  @state() private editing: ImageId | null = null;
  /** What is being added, by its name. */
  @state() private adding: string | null = null;
  @state() private refused = "";
  @query(".add") private readonly addButton!: HTMLButtonElement | null;

  override render() {
    const { images } = this.claim;
    return html`<div role="group" aria-labelledby="heading">
      <div class="head"><h3 id="heading">${words.images}</h3></div>
      ${images.length === 0 ? html`<p class="quiet">${words.none}</p>` : this.#list(images)}
      <button class="plain add" aria-disabled=${this.adding === null ? nothing : "true"} @click=${this.#pick}>
        ${icon("add", 16)} ${words.add}
      </button>
      <p class="hint" role="status">${this.adding === null ? words.addHint : words.adding(this.adding)}</p>
      ${this.refused === "" ? nothing : html`<p class="refused" role="alert">${this.refused}</p>`}
    </div>`;
  }

  /** Adds a file that was picked, dropped or pasted; what is none, or more than one, is said. */
  async take(files: readonly File[], name = files[0]?.name ?? ""): Promise<void> {
    const [file] = files;
    const { session, workspace, claim } = this;
    const busy = this.adding === null ? null : words.stillAdding(this.adding);
    this.refused = session.open.paused ?? workspace.maps.readOnly ?? busy ?? "";
    if (this.refused !== "") return;
    if (file === undefined) return void (this.refused = words.noImage);
    if (files.length > 1) return void (this.refused = words.several(files.length));
    this.adding = name;
    const image = workspace.platform.mint() as ImageId;
    const added = await addTo(session, claim.id, image, file, name);
    this.adding = null;
    if ("refused" in added) {
      this.refused = added.refused;
      // Someone has gone on to another claim meanwhile.
      if (!this.isConnected) workspace.notices.show(added.refused);
      return;
    }
    workspace.notices.show(added.said, {
      name: detailWords.undo,
      run: () => void session.open.undo(),
    });
    if (this.claim.id === claim.id) this.editing = image;
  }

  #list(images: readonly ClaimImage[]) {
    const { session, map } = this;
    return html`<ul>
      ${repeat(
        images,
        ({ id }) => id,
        (image, at) =>
          html`<li>
            <image-item
              .images=${session.open.images}
              .image=${image}
              .sources=${[...map.sources.values()]}
              .held=${session.held}
              .first=${at === 0}
              .last=${at === images.length - 1}
              .editing=${this.editing === image.id}
              @image-edited=${(event: HTMLElementEventMap["image-edited"]) => this.#edit(image, event)}
              @image-asked=${({ what }: HTMLElementEventMap["image-asked"]) => this.#do(what, image, at)}
            ></image-item>
          </li>`,
      )}
    </ul>`;
  }

  readonly #pick = async (): Promise<void> => {
    if (this.adding !== null) return;
    const file = await this.workspace.platform.openFile("image");
    if (file !== null) await this.take([file]);
  };

  #edit({ id }: ClaimImage, event: HTMLElementEventMap["image-edited"]): void {
    const input = { claim: this.claim.id, image: id, fields: event.fields };
    event.refused = this.session.type(editImage, input, event.gesture);
  }

  #do(what: HTMLElementEventMap["image-asked"]["what"], image: ClaimImage, at: number): void {
    switch (what) {
      case "edit":
      case "done":
        this.editing = what === "edit" ? image.id : null;
        return;
      case "enlarge":
        this.workspace.dialog.value = { type: "image", claim: this.claim.id, image: image.id };
        return;
      case "remove":
        return this.#remove(image);
      case "up":
      case "down":
        return this.#move(image, at, what === "up" ? -1 : 1);
    }
  }

  #remove({ id }: ClaimImage): void {
    const { session, workspace, claim } = this;
    if (isRefusal(session.run(removeImage, { claim: claim.id, image: id }, claim.id))) return;
    workspace.notices.show(words.removed, {
      name: detailWords.undo,
      run: () => void session.open.undo(),
    });
    this.addButton?.focus();
  }

  #move({ id }: ClaimImage, at: number, by: -1 | 1): void {
    const { session, workspace, claim } = this;
    if (isRefusal(session.run(moveImage, { claim: claim.id, image: id, by }, claim.id))) return;
    workspace.notices.show(words.moved(at + by + 1, claim.images.length));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "image-section": ImageSection;
  }
}
