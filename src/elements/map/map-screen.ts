import { effect } from "@preact/signals-core";
import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import "#elements/map/card-measure.ts";
import type { CardMeasure } from "#elements/map/card-measure.ts";
import "#elements/map/claim-card.ts";
import type { BranchFolded } from "#elements/map/claim-card.ts";
import "#elements/map/claim-editor.ts";
import type { ClaimEditor } from "#elements/map/claim-editor.ts";
import { Clicking } from "#elements/map/clicking.ts";
import { corner } from "#elements/map/corner.ts";
import { Culling } from "#elements/map/culling.ts";
import { blankFace, type CardFace } from "#elements/map/face.ts";
import type { FarMap } from "#elements/map/far-map.ts";
import { Loading } from "#elements/map/loading.ts";
import { LayoutEngine } from "#elements/map/layout-engine.ts";
import type { MapBadges } from "#elements/map/map-badges.ts";
import type { MapLines } from "#elements/map/map-lines.ts";
import { linesUnder, marksOver } from "#elements/map/near-layers.ts";
import { mapStyles } from "#elements/map/map-styles.ts";
import { cardOf, Pointing } from "#elements/map/pointing.ts";
import { Seeing } from "#elements/map/seeing.ts";
import type { ToolChosen } from "#elements/map/tool-chosen.ts";
import { TreeCards } from "#elements/map/tree-cards.ts";
import { TreeFocus } from "#elements/map/tree-focus.ts";
import { type TreeScene, treeScene } from "#elements/map/tree-scene.ts";
import { Writing } from "#elements/map/writing.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Picture } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { whenIdle } from "#store/turns.ts";
import { mapWords as words } from "#words/map.ts";

const loadBlocks = () => import("#elements/map/far-map.ts");
const loadTools = () => import("#elements/map/toolbar.ts");
const noFaces: ReadonlyMap<ClaimId, CardFace> = new Map();

/** What a session has on screen. */
interface Staged {
  readonly scene: TreeScene;
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
  @query("far-map") private readonly farMap!: FarMap | null;
  @query("claim-editor") private readonly editor!: ClaimEditor;
  @query("claim-tools") private readonly tools!: HTMLElement | null;
  @query(".refused") private readonly refused!: HTMLElement;
  readonly #clicking = new Clicking();
  readonly #culling = new Culling();
  readonly #cards = new TreeCards();
  readonly #far = new Loading(loadBlocks, () => this.requestUpdate());
  readonly #toolbar = new Loading(loadTools, () => this.requestUpdate());
  readonly #seeing = new Seeing(this);
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
    this.session?.looking.value?.seen.value,
  ]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("keydown", this.#clicking.forget);
    if (this.hasUpdated) this.#stage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#strike();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  /** The cards are in the page before anything looks for the one that is to have the focus. */
  override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    this.#showCards();
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
      ${picture === null || !this.#isFar ? nothing : this.#blocks(picture)}
      <div class="ground" @click=${this.#clicked}>
        <div class="room">
          <div class="world" @branch-folded=${this.#folded}>
            ${picture === null ? nothing : this.#world(picture)}
          </div>
        </div>
      </div>
      ${session && session.map.value.claims.size === 0 ? this.#emptySheet() : nothing}
      ${picture === null ? nothing : this.#overlay(picture)}
      <claim-editor
        .face=${writing?.face ?? blankFace}
        .badge=${picture && session?.editing.value ? (writing?.badge(this.#near(picture)) ?? null) : null}
        @sentence-typed=${writing?.typed}
        @sentence-paused=${writing?.paused}
        @sentence-ended=${writing?.ended}
      ></claim-editor>
      <p class="refused" role="alert">${session?.refused.value?.sentence ?? ""}</p>
    `;
  }

  get #isFar(): boolean {
    return !this.#far.hasFailed && (this.#staged?.scene.isFar.value ?? false);
  }

  get #faces(): ReadonlyMap<ClaimId, CardFace> {
    return this.#staged?.scene.drawing.faces.value ?? noFaces;
  }

  #blocks(picture: Picture) {
    return html`<far-map
      .picture=${picture}
      .faces=${this.#faces}
      .sights=${this.#seeing.of(this.session)}
      .inHand=${this.session.inHand.value}
      .choices=${this.workspace.settings.choices.value}
    ></far-map>`;
  }

  #world(picture: Picture) {
    const { session } = this;
    const carried = this.#staged?.pointing.drag.carried.value ?? null;
    const title = session.map.value.about.title || words.untitled;
    return html`
      ${this.#isFar ? nothing : linesUnder(this.#near(picture), session, this.#seeing.of(session))}
      <div class="tree" role="tree" tabindex="-1" aria-label=${title} @focusin=${this.#focused}></div>
      ${this.#isFar ? nothing : marksOver(this.#near(picture), session, this.#seeing.of(session))}
      ${carried ? this.#staged?.pointing.drag.rules?.dropMark(carried.target, carried.refused) : nothing}
    `;
  }

  #near(picture: Picture): Picture {
    return this.#culling.part(picture, this.session.viewport.value, this.session.screen.value);
  }

  #showCards(): void {
    const { session } = this;
    const picture = session?.picture.value ?? null;
    const faces = this.#faces;
    const near = picture === null || this.#isFar ? [] : [...this.#culling.claimsNear(picture, session)];
    this.#staged?.scene.drawing.checkSizes(near);
    const carried = this.#staged?.pointing.drag.carried.value?.claim ?? null;
    const sights = this.#seeing.of(session);
    this.#cards.show(this.renderRoot.querySelector(".tree"), { session, faces, near, carried, sights });
  }

  #emptySheet() {
    void import("#elements/map/empty-sheet.ts");
    return html`<empty-sheet @thesis-wanted=${() => this.#act("map.add-thesis")}></empty-sheet>`;
  }

  #overlay(picture: Picture) {
    const { session, workspace } = this;
    const inHand = session.inHand.value;
    const carried = this.#staged?.pointing.drag.carried.value ?? null;
    const busy = session.editing.value !== null || carried !== null || session.comparing.value !== null;
    const hasTools = inHand !== null && !busy && picture.cards.has(inHand);
    // Not before the map is on screen, which comes first.
    if (hasTools && this.#toolbar.part === null) whenIdle(() => this.#toolbar.want(), 300);
    const left = () => this.#focus.want();
    return html`
      ${hasTools ? this.#toolbar.part?.toolbar(workspace, session.folding.value.has(inHand), this.#chosen, left) : nothing}
      ${corner(session, picture, this.#faces, {
        workspace,
        sights: this.#seeing.of(session),
        look: (at) => this.#staged?.scene.look(at),
        chosen: this.#chosen,
      })}
      ${carried ? this.#staged?.pointing.drag.rules?.ghost(carried, this.#textOf(carried.claim), session.screen.value) : nothing}
    `;
  }

  /** Puts the session on screen, in place of the one before. */
  #stage(): void {
    this.#strike();
    const { session, workspace, editor } = this;
    if (!session || !workspace || !this.isConnected) return;
    const { choices } = workspace.settings;
    const painted = () => this.#painted();
    const culling = this.#culling;
    const engine = new LayoutEngine();
    const parts = { session, choices, host: this, measure: this.measure, culling, painted };
    const scene = treeScene(parts, engine.layOut);
    const pointing = new Pointing(workspace, session, scene.camera, this.ground);
    const focusCard = () => this.#focus.want();
    const writing = new Writing({ session, drawing: scene.drawing, editor, focusCard });
    this.#staged = { scene, pointing, writing };
    this.#focus.start();
    scene.start();
    this.#stops = [
      () => pointing.stop(),
      () => scene.stop(),
      () => engine.close(),
      effect(() => writing.follow()),
      effect(() => {
        void session.inHand.value;
        this.#focus.follow();
      }),
      effect(() => {
        if (scene.isFar.value) this.#far.want();
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
    const { world, tools, editor, refused } = this;
    const cards = world.querySelectorAll("claim-card");
    const layers = world.querySelectorAll<MapLines | MapBadges>("map-lines, map-badges");
    const far = this.#far.part && this.farMap;
    return { world, layers, cards: () => cards, isFar: this.#isFar, far, tools, editor, refused };
  }

  readonly #clicked = (event: MouseEvent): void =>
    this.#clicking.clicked(event, {
      session: this.session,
      blockAt: this.#isFar ? (at) => this.#staged?.scene.claimAt(at) ?? null : null,
      focusCard: () => this.#focus.want(),
    });

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
