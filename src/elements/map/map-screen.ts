import { effect, untracked } from "@preact/signals-core";
import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { BranchDrag } from "#elements/map/branch-drag.ts";
import "#elements/map/card-measure.ts";
import type { CardMeasure } from "#elements/map/card-measure.ts";
import "#elements/map/claim-card.ts";
import { type BranchFolded, ClaimCard } from "#elements/map/claim-card.ts";
import "#elements/map/claim-editor.ts";
import type {
  ClaimEditor,
  SentenceEnded,
  SentencePaused,
  SentenceTyped,
} from "#elements/map/claim-editor.ts";
import "#elements/map/claim-tools.ts";
import type { ClaimTools, ToolChosen } from "#elements/map/claim-tools.ts";
import { Culling } from "#elements/map/culling.ts";
import { blankFace, type CardFace } from "#elements/map/face.ts";
import { forwardCurves } from "#elements/map/forward.ts";
import { Gestures } from "#elements/map/gestures.ts";
import "#elements/map/map-badges.ts";
import type { MapBadges } from "#elements/map/map-badges.ts";
import "#elements/map/map-lines.ts";
import type { MapLines } from "#elements/map/map-lines.ts";
import { MapScene } from "#elements/map/map-scene.ts";
import { mapStyles } from "#elements/map/map-styles.ts";
import "#elements/map/mini-map.ts";
import type { PlacePicked } from "#elements/map/mini-map.ts";
import { dropMark, emptySheet, ghost, seeChip } from "#elements/map/overlays.ts";
import { menuFor, toolsFor } from "#elements/map/tools.ts";
import "#elements/map/zoom-bar.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import type { Picture, Point, Rect } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { mapWords as words } from "#words/map.ts";

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
  @query(".tree") private readonly tree!: HTMLElement;
  @query("card-measure") private readonly measure!: CardMeasure;
  @query("map-lines") private readonly lines!: MapLines;
  @query("map-badges") private readonly badges!: MapBadges;
  @query("claim-editor") private readonly editor!: ClaimEditor;
  @query("claim-tools") private readonly tools!: ClaimTools | null;
  @query(".refused") private readonly refused!: HTMLElement;
  readonly #culling = new Culling();
  #scene: MapScene | null = null;
  #drag: BranchDrag | null = null;
  #stops: (() => void)[] = [];
  #focusWanted = false;
  #handSeen = false;
  #written: CardFace = blankFace;
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
    this.#scene?.paint();
    if (this.#focusWanted) this.#focusCard();
  }

  override render() {
    const { session } = this;
    const picture = session?.picture.value ?? null;
    return html`
      <card-measure></card-measure>
      <div class="ground" @click=${this.#clicked} @dblclick=${this.#doubleClicked}>
        <div class="world" @branch-folded=${this.#folded}>
          ${picture === null ? nothing : this.#world(picture)}
        </div>
      </div>
      ${session && session.map.value.claims.size === 0 ? emptySheet(() => this.#act("map.add-thesis")) : nothing}
      ${picture === null ? nothing : this.#overlay(picture)}
      <claim-editor
        .face=${this.#writtenFace()}
        .badge=${picture === null ? null : this.#writtenBadge(picture)}
        @sentence-typed=${this.#typed}
        @sentence-paused=${this.#paused}
        @sentence-ended=${this.#ended}
      ></claim-editor>
      <p class="refused" role="alert">${session?.refused.value?.sentence ?? ""}</p>
    `;
  }

  #world(picture: Picture) {
    const { session } = this;
    const faces = this.#scene?.drawing.faces.value;
    const carried = this.#drag?.carried.value ?? null;
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
    const faces = this.#scene?.drawing.faces.value;
    const carried = this.#drag?.carried.value?.claim;
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
            ?data-lifted=${claim === carried}
          ></claim-card>`,
      )}
    </div>`;
  }

  #overlay(picture: Picture) {
    const { session, workspace } = this;
    const inHand = session.inHand.value;
    const carried = this.#drag?.carried.value ?? null;
    const busy = session.editing.value !== null || carried !== null;
    const view = this.#seen();
    return html`
      ${
        inHand === null || busy || !picture.cards.has(inHand)
          ? nothing
          : html`<claim-tools
              .tools=${toolsFor(workspace, session.folding.value.has(inHand))}
              .more=${menuFor(workspace)}
              @tool-chosen=${this.#chosen}
              @tools-left=${() => this.#wantFocus()}
            ></claim-tools>`
      }
      <div class="corner">
        ${
          encloses(view, picture.bounds)
            ? nothing
            : html`<mini-map
                .picture=${picture}
                .faces=${this.#scene?.drawing.faces.value}
                .view=${view}
                @place-picked=${(event: PlacePicked) => this.#scene?.look(event.place)}
              ></mini-map>`
        }
        <zoom-bar .scale=${session.viewport.value.scale} @tool-chosen=${this.#chosen}></zoom-bar>
      </div>
      ${carried ? ghost(carried, this.#textOf(carried.claim)) : nothing}
    `;
  }

  /** Puts the session on screen, in place of the one before. */
  #stage(): void {
    this.#strike();
    const { session, workspace } = this;
    if (!session || !workspace || !this.isConnected) return;
    const scene = new MapScene({
      session,
      choices: workspace.settings.choices,
      host: this,
      measure: this.measure,
      painted: () => this.#painted(),
    });
    const drag = new BranchDrag(workspace, session, scene.camera);
    const pointers = new AbortController();
    const gestures = new Gestures(this.ground, scene.camera, {
      claimAt: (event) => cardOf(event)?.face.claim ?? null,
      lift: (claim, at) => drag.lift(claim, at),
      carry: (at) => drag.carry(at),
      drop: () => drag.drop(),
      cancel: () => drag.cancel(),
    });
    gestures.listen(pointers.signal);
    const putBack = (event: KeyboardEvent) => this.#putBack(event, gestures);
    addEventListener("keydown", putBack, { signal: pointers.signal, capture: true });
    this.#scene = scene;
    this.#drag = drag;
    scene.start();
    this.#stops = [
      () => pointers.abort(),
      () => scene.stop(),
      effect(() => this.#followEditing()),
      effect(() => this.#followHand()),
      effect(() => {
        void drag.carried.value;
        void scene.drawing.faces.value;
        this.requestUpdate();
      }),
    ];
  }

  #strike(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#scene = null;
    this.#drag = null;
  }

  #painted() {
    const { world, lines, badges, tools, editor, refused } = this;
    const cards = this.world.querySelectorAll("claim-card");
    const layers = lines && badges ? [lines, badges] : [];
    return { world, layers, cards: () => cards, tools, editor, refused };
  }

  /** Gives the editor the focus in the same turn in which writing begins. */
  #followEditing(): void {
    const { session, editor } = this;
    const editing = session.editing.value;
    untracked(() => {
      if (editing === null) {
        const back = editor.hasFocus;
        editor.end();
        if (this.#scene) this.#scene.drawing.typed.value = null;
        if (back) this.#wantFocus();
      } else editor.begin(session.map.peek().claims.get(editing.claim)?.text ?? "");
    });
  }

  /** Where the focus is on a card, it goes along to the claim that is taken in hand. */
  #followHand(): void {
    void this.session.inHand.value;
    const { activeElement } = this.shadowRoot ?? {};
    const inside = activeElement?.matches("claim-card, .tree, claim-tools") ?? false;
    const nowhere = this.#scene !== null && document.activeElement === document.body;
    if (this.#handSeen && (inside || nowhere)) this.#wantFocus();
    this.#handSeen = true;
  }

  #wantFocus(): void {
    this.#focusWanted = true;
    this.requestUpdate();
  }

  /** The focus waits on the tree while the card is not drawn yet, so that no key is lost. */
  #focusCard(): void {
    if (this.session.editing.peek() !== null) {
      this.#focusWanted = false;
      return;
    }
    const inHand = this.session.inHand.peek();
    const card = [...(this.tree?.querySelectorAll("claim-card") ?? [])].find((card) => card.inHand);
    if (card !== undefined) {
      this.#focusWanted = false;
      void card.updateComplete.then(() => card.inHand && card.focus({ preventScroll: true }));
    } else if (inHand === null || !this.session.map.peek().claims.has(inHand)) this.#focusWanted = false;
    else this.tree?.focus({ preventScroll: true });
  }

  readonly #clicked = (event: Event): void => {
    const card = cardOf(event);
    if (card === null) return;
    this.session.take(card.face.claim);
    card.focus({ preventScroll: true });
  };

  readonly #doubleClicked = (event: Event): void => {
    const card = cardOf(event);
    if (card !== null) this.session.edit(card.face.claim);
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

  readonly #typed = ({ text }: SentenceTyped): void => {
    const claim = this.session.editing.peek()?.claim;
    if (claim === undefined || this.#scene === null) return;
    this.#scene.drawing.typed.value = { claim, text };
    this.session.wish.value = { type: "reveal", claim };
  };

  readonly #paused = ({ text }: SentencePaused): void => this.session.write(text);

  readonly #ended = ({ text, byKey }: SentenceEnded): void => {
    this.session.finish(text);
    if (byKey) this.#wantFocus();
  };

  /** Escape puts a carried branch back. */
  #putBack(event: KeyboardEvent, gestures: Gestures): void {
    if (event.key !== "Escape" || !this.#drag?.carried.peek()) return;
    event.preventDefault();
    event.stopPropagation();
    gestures.cancel();
  }

  /** The face of the claim that is written, or of the last one that was. */
  #writtenFace() {
    const claim = this.session?.editing.value?.claim;
    if (claim !== undefined) this.#written = this.#scene?.drawing.faces.value.get(claim) ?? this.#written;
    return this.#written;
  }

  /** The badge on the card that is written, from the card's corner. */
  #writtenBadge({ cards, drops }: Picture): Point | null {
    const { claim } = this.#written;
    const relation = this.session.forest.value.nodes.get(claim)?.relation;
    const badge = drops.find((drop) => drop.relation === relation)?.badge;
    const card = cards.get(claim);
    if (badge === undefined || card === undefined) return null;
    const place = { x: badge.x - card.x, y: badge.y - card.y };
    return place.y === 0 || place.x === 0 ? place : null;
  }

  /** What is on screen, in map coordinates. */
  #seen(): Rect {
    const { x, y, scale } = this.session.viewport.value;
    const { width, height } = this.session.screen.value;
    return { x, y, width: width / scale, height: height / scale };
  }

  #textOf(claim: ClaimId): string {
    return this.session.map.value.claims.get(claim)?.text ?? "";
  }
}

function cardOf(event: Event): ClaimCard | null {
  return event.composedPath().find((node): node is ClaimCard => node instanceof ClaimCard) ?? null;
}

function encloses(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "map-screen": MapScreen;
  }
}
