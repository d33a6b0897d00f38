import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { editLabel } from "#commands/edit-label.ts";
import { editNote } from "#commands/edit-note.ts";
import { setPeriod } from "#commands/set-period.ts";
import { unlink } from "#commands/unlink.ts";
import "#elements/detail/attribution-section.ts";
import { detailStyles } from "#elements/detail/detail-styles.ts";
import "#elements/detail/note-section.ts";
import "#elements/detail/relation-section.ts";
import { relationsOf } from "#elements/detail/relations.ts";
import "#elements/detail/source-section.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten } from "#elements/detail/typed-field.ts";
import { focusTree, goFrom } from "#elements/find/focus.ts";
import { roleOf } from "#elements/map/face.ts";
import { bringsImage, imagesAmong } from "#elements/images/adding.ts";
import type { ImageSection } from "#elements/images/image-section.ts";
import "#elements/images/image-section.ts";
import { controls } from "#elements/shared/controls.ts";
import { hasUnfinished } from "#elements/shared/drafting.ts";
import { sidePanel } from "#elements/shared/side-panel.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Claim } from "#model/claim.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { detailWords as words } from "#words/detail.ts";
import { imageWords } from "#words/images.ts";
import { lookingWords } from "#words/looking.ts";
import { mapWords } from "#words/map.ts";
import { peoplePanelWords } from "#words/people-panel.ts";

/**
 * The claim in hand in full: its sentence, short name and period, what it answers and what answers it, its note, who has
 * argued it, its sources, its images.
 * At the side of the map; on a narrow screen a sheet below it. Shown while `session.detail` holds.
 *
 * @cssproperty the tokens of look.css
 */
@customElement("detail-panel")
export class DetailPanel extends LitElement {
  static override styles = [controls, sidePanel, detailStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  readonly #watching = new Watching(this, () => [
    this.session?.inHand.value,
    this.session?.map.value,
    this.session?.forest.value,
    this.session?.draft.value,
    this.session?.held.keeping.value,
    this.session?.looking.value?.masks.value,
  ]);
  #shown: ClaimId | null = null;
  @state() private dropping = false;
  /** Where there is none, images go nowhere. */
  @query("image-section") private readonly images!: ImageSection | null;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  override render() {
    return html`<section
      class=${this.dropping ? "over" : ""}
      aria-labelledby="details"
      @keydown=${this.#pressed}
      @dragover=${this.#draggedOver}
      @dragleave=${() => (this.dropping = false)}
      @drop=${this.#dropped}
      @paste=${this.#pasted}
    >
      <div class="head">
        <h2 id="details">${words.details}</h2>
        <button aria-label=${words.close} title=${words.close} @click=${this.#close}>${icon("close")}</button>
      </div>
      <div class="body">${this.#body()}</div>
    </section>`;
  }

  #body() {
    const { session } = this;
    const inHand = this.#claimToShow();
    const claim = inHand === null ? undefined : session.map.value.claims.get(inHand);
    if (claim === undefined) return html`<p class="quiet">${words.nothingInHand}</p>`;
    if (session.draft.value?.claim === inHand) return html`<p class="quiet">${words.unwritten}</p>`;
    this.#shown = claim.id;
    return html`${
      claim.id === session.inHand.value ? nothing : html`<p class="quiet waiting">${words.stillWriting}</p>`
    }
    ${keyed(claim.id, html`${this.#claim(claim)} ${this.#relations(claim)} ${this.#written(claim)}`)}`;
  }

  /** The claim in hand; while words wait in a form, the claim that they are about. */
  #claimToShow(): ClaimId | null {
    const { session } = this;
    const isWriting =
      this.#shown !== null && session.map.value.claims.has(this.#shown) && hasUnfinished(this);
    return isWriting ? this.#shown : session.inHand.value;
  }

  #claim(claim: Claim) {
    const map = this.session.map.value;
    const relation = map.relations.get(
      this.session.forest.value.nodes.get(claim.id)?.relation ?? ("" as never),
    );
    return html`<div class="claim">
      <div class="eyebrow ${relation?.kind ?? ""}">${mapWords[roleOf(relation)]}</div>
      <p class="sentence" dir="auto" lang=${map.about.language}>${claim.text.trim() || words.emptyClaim}</p>
      <div class="row">
        <typed-field
          .label=${words.shortName}
          .hint=${words.shortNameHint}
          .text=${claim.label}
          .held=${this.session.held}
          @field-written=${(event: FieldWritten) =>
            (event.refused = this.session.type(
              editLabel,
              { claim: claim.id, label: event.text },
              event.gesture,
            ))}
        ></typed-field>
        <button class="plain" @click=${() => this.session.edit(claim.id)}>
          ${icon("edit", 16)} ${words.edit}
        </button>
      </div>
      <typed-field
        dated
        .label=${peoplePanelWords.period}
        .hint=${peoplePanelWords.periodHint}
        .text=${claim.period}
        .held=${this.session.held}
        @field-written=${(event: FieldWritten) =>
          (event.refused = this.session.type(
            setPeriod,
            { claim: claim.id, period: event.text },
            event.gesture,
          ))}
      ></typed-field>
    </div>`;
  }

  #relations({ id }: Claim) {
    const map = this.session.map.value;
    return html`<relation-section
      .map=${map}
      .relations=${relationsOf(map, this.session.forest.value, id)}
      @claim-picked=${(event: HTMLElementEventMap["claim-picked"]) => goFrom(this, this.session, event.claim)}
      @link-undone=${({ relation }: HTMLElementEventMap["link-undone"]) =>
        this.session.run(unlink, { premise: id, relation }, id)}
    ></relation-section>`;
  }

  #written(claim: Claim) {
    const map = this.session.map.value;
    return html`<note-section
        .note=${claim.note}
        .language=${map.about.language}
        .held=${this.session.held}
        @field-written=${(event: FieldWritten) =>
          (event.refused = this.session.type(editNote, { claim: claim.id, note: event.text }, event.gesture))}
      ></note-section>
      ${this.#named(claim)}`;
  }

  /** Who has argued it and where: not while names are hidden, which a source would give away. */
  #named(claim: Claim) {
    const map = this.session.map.value;
    const looking = this.session.looking.value;
    const hidden = looking?.masks.value?.hiddenOn(claim.id) ?? [];
    if (looking !== null && hidden.length > 0)
      return html`<p class="quiet">${lookingWords.hiddenHere}</p>
        <button
          class="plain"
          @click=${() => {
            looking.reveal(...hidden);
            this.renderRoot.querySelector("button")?.focus();
          }}
        >
          ${lookingWords.revealHere}
        </button>`;
    return html`<attribution-section
        .workspace=${this.workspace}
        .session=${this.session}
        .map=${map}
        .claim=${claim}
      ></attribution-section>
      <source-section
        .workspace=${this.workspace}
        .session=${this.session}
        .map=${map}
        .claim=${claim}
      ></source-section>
      <image-section
        .workspace=${this.workspace}
        .session=${this.session}
        .map=${map}
        .claim=${claim}
      ></image-section>`;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.#close();
  };

  readonly #draggedOver = (event: DragEvent): void => {
    this.dropping = this.images !== null && bringsImage(event.dataTransfer);
    if (this.dropping) event.preventDefault();
  };

  /** An image is added to the claim; any other file is opened, as anywhere else. */
  readonly #dropped = (event: DragEvent): void => {
    this.dropping = false;
    const files = imagesAmong(event.dataTransfer);
    if (files.length === 0 || this.images === null) return;
    event.preventDefault();
    void this.images.take(files);
  };

  /** Words that come with a picture of them are pasted as words. */
  readonly #pasted = (event: ClipboardEvent): void => {
    const files = imagesAmong(event.clipboardData);
    const isText = event.clipboardData?.types.includes("text/plain") ?? false;
    if (files.length === 0 || isText || this.images === null) return;
    event.preventDefault();
    void this.images.take(files, imageWords.pasted);
  };

  readonly #close = (): void => {
    if (hasUnfinished(this)) return this.workspace.notices.show(words.addFirst);
    focusTree(this);
    this.session.detail.value = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "detail-panel": DetailPanel;
  }
}
