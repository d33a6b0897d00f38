import { effect } from "@preact/signals-core";
import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import "#elements/map/card-measure.ts";
import type { CardMeasure } from "#elements/map/card-measure.ts";
import "#elements/map/claim-card.ts";
import type { BranchFolded } from "#elements/map/claim-card.ts";
import "#elements/map/claim-editor.ts";
import type { ClaimEditor } from "#elements/map/claim-editor.ts";
import "#elements/map/claim-tools.ts";
import type { ClaimTools, ToolChosen } from "#elements/map/claim-tools.ts";
import { Culling, seenPart } from "#elements/map/culling.ts";
import { blankFace } from "#elements/map/face.ts";
import { forwardCurves } from "#elements/map/forward.ts";
import "#elements/map/map-badges.ts";
import type { MapBadges } from "#elements/map/map-badges.ts";
import "#elements/map/map-lines.ts";
import type { MapLines } from "#elements/map/map-lines.ts";
import { MapScene } from "#elements/map/map-scene.ts";
import { mapStyles } from "#elements/map/map-styles.ts";
import "#elements/map/mini-map.ts";
import type { PlacePicked } from "#elements/map/mini-map.ts";
import { DoubleClick } from "#elements/map/double-click.ts";
import { dropMark, emptySheet, ghost, seeChip } from "#elements/map/overlays.ts";
import { cardOf, Pointing } from "#elements/map/pointing.ts";
import { menuFor, toolsFor } from "#elements/map/tools.ts";
import { TreeFocus } from "#elements/map/tree-focus.ts";
import { Writing } from "#elements/map/writing.ts";
import "#elements/map/zoom-bar.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import { encloses } from "#elements/map/rects.ts";
import type { Picture } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { mapWords as words } from "#words/map.ts";

/** What a session has on screen. */
interface Staged {
  readonly scene: MapScene;
  readonly pointing: Pointing;
  readonly writing: Writing;
}

/**
 * A map on screen: cards, lines, the camera over them, and what is done to the claim in hand.
 * Fills the box that it stands in.
 *
 * @cssproperty the tokens of look.css
 */
@customElement("map-screen")
export class MapScreen extends LitElement {
  static override styles = [controls, mapStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @query(".ground") private readonly ground!: HTMLElement;
  @query(".world") private readonly world!: HTMLElement;
  @query("card-measure") private readonly measure!: CardMeasure;
  @query("map-lines") private readonly lines!: MapLines;
  @query("map-badges") private readonly badges!: MapBadges;
  @query("claim-editor") private readonly editor!: ClaimEditor;
  @query("claim-tools") private readonly tools!: ClaimTools | null;
  @query(".refused") private readonly refused!: HTMLElement;
  readonly #clicks = new DoubleClick();
  readonly #culling = new Culling();
  readonly #focus = new TreeFocus(this, () => this.session);
  #staged: Staged | null = null;
  #stops: (() => void)[] = [];
  readonly #watching = new Watching(this, () => [
    this.session?.picture.value,
    this.session?.viewport.value,
    this.session?.screen.value,
    this.session?.inHand.value,
    this.session?.editing.value,
    this.session?.refused.value,
    this.session?.map.value,
    this.session?.folding.value,
    this.session?.detail.value,
  ]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("keydown", this.#clicks.forget);
    if (this.hasUpdated) this.#stage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#strike();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#stage();
    this.#staged?.scene.paint();
  }

  override render() {
    const { session } = this;
    const picture = session?.picture.value ?? null;
    const writing = this.#staged?.writing;
    return html`
      <card-measure></card-measure>
      <div class="ground" @click=${this.#clicked}>
        <div class="room">
          <div class="world" @branch-folded=${this.#folded}>
            ${picture === null ? nothing : this.#world(picture)}
          </div>
        </div>
      </div>
      ${session && session.map.value.claims.size === 0 ? emptySheet(() => this.#act("map.add-thesis")) : nothing}
      ${picture === null ? nothing : this.#overlay(picture)}
      <claim-editor
        .face=${writing?.face ?? blankFace}
        .badge=${picture === null ? null : (writing?.badge(picture) ?? null)}
        @sentence-typed=${writing?.typed}
        @sentence-paused=${writing?.paused}
        @sentence-ended=${writing?.ended}
      ></claim-editor>
      <p class="refused" role="alert">${session?.refused.value?.sentence ?? ""}</p>
    `;
  }

  #world(picture: Picture) {
    const { session } = this;
    const faces = this.#staged?.scene.drawing.faces.value;
    const carried = this.#staged?.pointing.drag.carried.value ?? null;
    const window = this.#culling.window(picture, session.viewport.value, session.screen.value);
    const inHand = session.inHand.value;
    const shown = session.shown.value.filter((claim) => faces?.has(claim));
    const claims = this.#culling.claims(picture, window, shown, session.forest.value, inHand);
    return html`
      <map-lines
        .picture=${picture}
        .window=${window}
        .forward=${forwardCurves(picture, session.map.value, inHand)}
      ></map-lines>
      ${claims.length === 0 ? nothing : this.#tree(claims, inHand)}
      ${picture.brackets.flatMap(({ elsewhere }) =>
        elsewhere.map(({ claim, rect }) =>
          seeChip(this.#textOf(claim), rect, () => session.take(claim, "centre")),
        ),
      )}
      <map-badges .picture=${picture} .window=${window}></map-badges>
      ${carried ? dropMark(carried.target, carried.refused) : nothing}
    `;
  }

  #tree(claims: readonly ClaimId[], inHand: ClaimId | null) {
    const faces = this.#staged?.scene.drawing.faces.value;
    const { carried } = this.#staged?.pointing.drag ?? {};
    const tabStop = inHand !== null && claims.includes(inHand) ? inHand : claims[0];
    return html`<div
      class="tree"
      role="tree"
      tabindex="-1"
      aria-label=${this.session.map.value.about.title || words.untitled}
      @focusin=${this.#focused}
    >
      ${repeat(
        claims,
        (claim) => claim,
        (claim) =>
          html`<claim-card
            .face=${faces?.get(claim) ?? blankFace}
            .inHand=${claim === inHand}
            .isTabStop=${claim === tabStop}
            ?data-lifted=${claim === carried?.value?.claim}
            ?data-written=${claim === this.session.editing.value?.claim}
          ></claim-card>`,
      )}
    </div>`;
  }

  #overlay(picture: Picture) {
    const { session, workspace } = this;
    const inHand = session.inHand.value;
    const carried = this.#staged?.pointing.drag.carried.value ?? null;
    const busy = session.editing.value !== null || carried !== null || session.comparing.value !== null;
    const view = seenPart(session.viewport.value, session.screen.value);
    return html`
      ${
        inHand === null || busy || !picture.cards.has(inHand)
          ? nothing
          : html`<claim-tools
              .tools=${toolsFor(workspace, session.folding.value.has(inHand))}
              .more=${menuFor(workspace)}
              @tool-chosen=${this.#chosen}
              @tools-left=${() => this.#focus.want()}
            ></claim-tools>`
      }
      <div class="corner">
        ${
          encloses(view, picture.bounds)
            ? nothing
            : html`<mini-map
                .picture=${picture}
                .faces=${this.#staged?.scene.drawing.faces.value}
                .view=${view}
                @place-picked=${(event: PlacePicked) => this.#staged?.scene.look(event.place)}
              ></mini-map>`
        }
        <zoom-bar .scale=${session.viewport.value.scale} @tool-chosen=${this.#chosen}></zoom-bar>
      </div>
      ${carried ? ghost(carried, this.#textOf(carried.claim), session.screen.value) : nothing}
    `;
  }

  /** Puts the session on screen, in place of the one before. */
  #stage(): void {
    this.#strike();
    const { session, workspace, editor } = this;
    if (!session || !workspace || !this.isConnected) return;
    const { choices } = workspace.settings;
    const painted = () => this.#painted();
    const scene = new MapScene({ session, choices, host: this, measure: this.measure, painted });
    const pointing = new Pointing(workspace, session, scene.camera, this.ground);
    const focusCard = () => this.#focus.want();
    const writing = new Writing({ session, drawing: scene.drawing, editor, focusCard });
    this.#staged = { scene, pointing, writing };
    this.#focus.start();
    scene.start();
    this.#stops = [
      () => pointing.stop(),
      () => scene.stop(),
      effect(() => writing.follow()),
      effect(() => {
        void session.inHand.value;
        this.#focus.follow();
      }),
      effect(() => {
        void pointing.drag.carried.value;
        void scene.drawing.faces.value;
        this.requestUpdate();
      }),
    ];
  }

  #strike(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#staged = null;
  }

  #painted() {
    const { world, lines, badges, tools, editor, refused } = this;
    const cards = this.world.querySelectorAll("claim-card");
    const layers = lines && badges ? [lines, badges] : [];
    return { world, layers, cards: () => cards, tools, editor, refused };
  }

  readonly #clicked = (event: Event): void => {
    const card = cardOf(event);
    const isSecond = this.#clicks.isSecond(card?.face.claim ?? null, event);
    if (card === null) return;
    if (isSecond) return this.session.edit(card.face.claim);
    this.session.take(card.face.claim, "stay");
    card.focus({ preventScroll: true });
  };

  /** Tab or a screen reader brings the focus to a card: that is the claim in hand then, and on screen. */
  readonly #focused = (event: Event): void => {
    const card = cardOf(event);
    if (card !== null && card.matches(":focus-visible")) this.session.take(card.face.claim);
  };

  readonly #folded = (event: BranchFolded): void => {
    this.session.take(event.claim, "stay");
    this.session.fold(event.claim);
  };

  readonly #chosen = (event: ToolChosen): void => this.#act(event.action);

  #act(action: string): void {
    void actionById(action).run(contextOf(this.workspace));
  }

  #textOf(claim: ClaimId): string {
    return this.session.map.value.claims.get(claim)?.text ?? "";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "map-screen": MapScreen;
  }
}
